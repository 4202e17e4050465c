// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "organisations/find.h"
#include "persons/find.h"
#include "rights/compare_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>
#include <dcadmin/rights.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace dcadmin {

namespace {

using rights::HeldRight;

// In the order of the answer; the ids tell apart what looks the same.
using Key = std::tuple<EnterpriseNumber, std::string, std::string, std::string, std::int64_t>;

struct Row {
    HeldRight what;
    std::map<std::int64_t, Date> until;  // by person: the last day of those who have it
};

Key key_of(const HeldRight& held) {
    return {held.org, held.title, held.code.text(), held.context ? text_of(*held.context) : "",
            held.context_id};
}

std::vector<std::int64_t> ids_of(const Env& env, const std::vector<PersonRef>& persons) {
    std::vector<std::int64_t> ids;
    for (const PersonRef& person : persons) {
        const std::int64_t id = persons::get_id(env, person);
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) {
            throw Error(Kind::usage, say("p-{} is named twice", id), "name each person once",
                        "person");
        }
        ids.push_back(id);
    }
    if (ids.size() >= 2) return ids;
    throw Error(Kind::usage, "one person alone cannot be compared",
                "name two or more; what one holds: dcadmin grant list --person …", "person");
}

// Whom the right could be granted to: who works there for a target group that it is offered to.
class Footing {
   public:
    Footing(store::Db& db, const std::vector<std::int64_t>& persons, const rights::AsOf& as_of)
        : db_(db) {
        for (const std::int64_t person : persons) {
            footings_[person] = rights::footings_of(db, person, as_of);
        }
    }

    [[nodiscard]] bool carries(std::int64_t person, const HeldRight& held) {
        auto known = audiences_.find(held.right_id);
        if (known == audiences_.end()) {
            known =
                audiences_.emplace(held.right_id, rights::audiences_of(db_, held.right_id)).first;
        }
        const auto& his = footings_.at(person);
        return std::any_of(his.begin(), his.end(), [&](const auto& footing) {
            return footing.first == held.organisation_id && known->second.contains(footing.second);
        });
    }

   private:
    store::Db& db_;
    std::map<std::int64_t, rights::Footings> footings_;
    std::map<std::int64_t, std::set<std::string>> audiences_;
};

ComparedRight compared(Row& row, const std::vector<std::int64_t>& persons, Footing& footing) {
    ComparedRight right{.org = row.what.org,
                        .right = row.what.code,
                        .title = row.what.title,
                        .context = row.what.context,
                        .context_name = row.what.context_name,
                        .have = {},
                        .lack = {}};
    for (const std::int64_t person : persons) {
        const auto id = PersonId::from_stored(person);
        const auto holds = row.until.find(person);
        if (holds != row.until.end()) {
            right.have.push_back({id, holds->second});
        } else {
            right.lack.push_back({id, footing.carries(person, row.what)});
        }
    }
    return right;
}

bool is_held_by(const ComparedRight& right, PersonId person) {
    return std::any_of(right.have.begin(), right.have.end(),
                       [&](const ComparedRight::Holder& one) { return one.person == person; });
}

NewGrant grant_for(PersonId person, const ComparedRight& right, PersonId model) {
    NewGrant grant{.person = person,
                   .org = right.org,
                   .right = right.right,
                   .contexts = {},
                   .from = {},
                   .until = {},
                   .reason = fmt::format("as {} (person compare)", model.text())};
    if (right.context) grant.contexts.push_back(*right.context);
    return grant;
}

}  // namespace

CopyPlan copy_missing(const Comparison& comparison) {
    CopyPlan plan;
    const PersonId model = comparison.persons.at(0).id;
    std::set<CopyPlan::Without> without;
    for (const ComparedRight& right : comparison.rights) {
        if (!is_held_by(right, model)) continue;
        for (const ComparedRight::Other& other : right.lack) {
            if (other.may_be_granted) {
                plan.grants.push_back(grant_for(other.person, right, model));
            } else {
                without.insert({other.person, right.org});
            }
        }
    }
    plan.without.assign(without.begin(), without.end());
    return plan;
}

Comparison Rights::compare(const ComparisonQuestion& question) {
    store::Db& db = env_.store.db();
    access::enter(env_);
    const auto persons = ids_of(env_, question.persons);
    std::optional<std::int64_t> organisation = access::own_organisation(env_);
    if (question.org) organisation = organisations::get_id(env_, *question.org);
    access::require(env_, access::Operation::read_persons,
                    {.organisation = organisation.value_or(0)});
    const auto as_of = rights::as_of(question.at, env_.clock);

    Comparison comparison;
    std::map<Key, Row> rows;
    for (const std::int64_t person : persons) {
        comparison.persons.push_back(
            {PersonId::from_stored(person), rights::name_of_person(db, person)});
        rights::each_held_right(db, person, organisation, as_of, [&](HeldRight&& held) {
            Key key = key_of(held);
            const Date until = held.until;
            Row& row = rows.try_emplace(std::move(key), Row{std::move(held), {}}).first->second;
            Date& last = row.until.try_emplace(person, until).first->second;
            last = std::max(last, until);
        });
    }
    Footing footing(db, persons, as_of);
    for (auto& [key, row] : rows) {
        comparison.rights.push_back(compared(row, persons, footing));
    }
    return comparison;
}

}  // namespace dcadmin
