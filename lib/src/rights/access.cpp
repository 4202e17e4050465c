// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "rights/access_sql.h"
#include "rights/named.h"
#include "store/person_ids.h"

#include <dcadmin/base/say.h>
#include <dcadmin/rights.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin {

namespace {

using rights::PersonFacts;
using rights::RelationFacts;
using rights::RightFacts;

// Walks the chain from person to access, link by link, until one does not hold.
class Explanation {
   public:
    Explanation(const Env& env, const AccessQuestion& question)
        : env_(env),
          db_(env.store.db()),
          question_(question),
          as_of_(rights::as_of(question.at, env.clock)),
          now_(env.clock.now().iso()) {}

    std::vector<ExplainLink> run() {
        if (person() && right() && organisation() && relation() && context()) grant();
        return std::move(links_);
    }

   private:
    bool holds(std::string link, std::string detail) {
        links_.push_back({std::move(link), true, std::move(detail), {}});
        return true;
    }
    bool broken(std::string link, std::string detail, std::string remedy) {
        links_.push_back({std::move(link), false, std::move(detail), std::move(remedy)});
        return false;
    }
    bool broken(std::string link, const Error& error) {
        return broken(std::move(link), error.message(), error.hint());
    }
    // What every command about this grant begins with.
    [[nodiscard]] std::string named(std::string_view command) const {
        std::string text = fmt::format("dcadmin {} --person p-{}", command, person_->id);
        if (question_.org) text += " --org " + question_.org->digits();
        return text;
    }
    bool person();
    bool right();
    bool organisation();
    bool relation();
    bool context();
    bool grant();
    bool no_grant(const std::optional<rights::StoredGrant>& last);

    const Env& env_;
    store::Db& db_;
    const AccessQuestion& question_;
    rights::AsOf as_of_;
    std::string now_;
    std::optional<PersonFacts> person_;
    std::optional<RightFacts> right_;
    std::vector<const RelationFacts*> relations_;  // live on the day
    std::vector<ExplainLink> links_;
};

bool Explanation::person() {
    try {
        const NationalNumber number = rights::require_number(env_, question_.person);
        person_ = rights::find_person_facts(db_, number, as_of_.moment.iso());
        if (!person_) return broken("person", rights::unknown_person(number));
    } catch (const Error& error) {
        return broken("person", error);
    }
    return holds("person", say("p-{} is known", person_->id));
}

bool Explanation::right() {
    try {
        right_ = rights::require_right_facts(db_, question_.right.text());
    } catch (const Error& error) {
        return broken("right", error);
    }
    return holds("right", say("'{}' is in the catalogue", right_->code));
}

bool Explanation::organisation() {
    if (!question_.org) return true;
    try {
        rights::require_organisation(env_, *question_.org);
    } catch (const Error& error) {
        return broken("organisation", error);
    }
    return holds("organisation", say("{} is known", question_.org->formatted()));
}

bool Explanation::relation() {
    const RelationFacts* other = nullptr;
    for (const RelationFacts& relation : person_->relations) {
        if (question_.org && relation.org != *question_.org) continue;
        if (!access::sees(env_, relation.organisation_id, person_->id)) continue;
        other = &relation;
        const bool now =
            relation.live && relation.from <= as_of_.day && as_of_.day <= relation.until;
        if (now) relations_.push_back(&relation);
    }
    if (!relations_.empty()) {
        return holds("relation", say("working relation r-{} until {}", relations_.front()->id,
                                     relations_.front()->until.formatted()));
    }
    const std::string remedy = named("relation add") + " --category … --email … --phone …";
    if (other == nullptr) return broken("relation", say("no working relation there"), remedy);
    if (!other->live) {
        return broken("relation", say("working relation r-{} was ended", other->id), remedy);
    }
    if (as_of_.day < other->from) {
        return broken(
            "relation",
            say("working relation r-{} begins only on {}", other->id, other->from.formatted()),
            say("wait until then, or ask with --at DATE"));
    }
    return broken("relation",
                  say("working relation r-{} ended on {}", other->id, other->until.formatted()),
                  remedy);
}

bool Explanation::context() {
    if (!question_.context) return true;
    if (right_->context == ContextKind::none) {
        return broken("context", say("right '{}' has no contexts", right_->code),
                      say("ask without --site"));
    }
    std::optional<Error> missing;
    for (const RelationFacts* relation : relations_) {
        try {
            static_cast<void>(rights::require_context(db_, *right_, relation->organisation_id,
                                                      relation->org, *question_.context));
            return holds("context", say("{} is known", text_of(*question_.context)));
        } catch (const Error& error) {
            missing = error;
        }
    }
    return broken("context", *missing);
}

bool Explanation::no_grant(const std::optional<rights::StoredGrant>& last) {
    std::string again = named("grant add") + " --right " + right_->code;
    if (right_->context != ContextKind::none) {
        again += " --site " + (question_.context ? text_of(*question_.context) : "…");
    }
    if (!last) return broken("grant", say("the right was never granted there"), again);
    const rights::HeldGrant& grant = last->grant;
    if (!last->revoked_at.empty() && last->revoked_at <= as_of_.moment.iso()) {
        return broken("grant",
                      say("grant g-{} was revoked on {}", grant.id,
                          Timestamp::parse(last->revoked_at).formatted()),
                      again);
    }
    if (as_of_.day < grant.from) {
        return broken("period",
                      say("grant g-{} begins only on {}", grant.id, grant.from.formatted()),
                      say("wait until then, or ask with --at DATE"));
    }
    return broken("period", say("grant g-{} ended on {}", grant.id, grant.until.formatted()),
                  again);
}

bool Explanation::grant() {
    const auto found = rights::seen_access(env_, question_, as_of_);
    if (!found.empty()) {
        const Access& access = found.front();
        const std::string where =
            access.context ? say(" at {}", text_of(*access.context)) : std::string();
        return holds("grant", say("granted for {}{} until {}", access.org.formatted(), where,
                                  access.until.formatted()));
    }
    std::optional<rights::StoredGrant> last;
    for (const RelationFacts* relation : relations_) {
        std::optional<std::int64_t> context;
        if (question_.context) {
            context = rights::require_context(db_, *right_, relation->organisation_id,
                                              relation->org, *question_.context);
        }
        for (auto& stored : rights::grants_of(db_, relation->id, right_->id)) {
            if (!context || stored.grant.context_id == *context) last = std::move(stored);
        }
    }
    return no_grant(last);
}

// Whether who acts may ask this about the person; of one whom he does not see there is nothing to
// refuse, for there is nothing to tell.
void require_question(const Env& env, const AccessQuestion& question) {
    access::enter(env);
    if (!access::signed_in(env)) return;
    const auto id = store::find_person_id(env.store.db(), question.person);
    if (id && access::sees_person(env, *id)) access::require_reading(env, {.person = *id});
}

}  // namespace

namespace rights {

std::vector<Access> seen_access(const Env& env, const AccessQuestion& question, const AsOf& as_of) {
    store::Db& db = env.store.db();
    if (!access::signed_in(env)) return find_access(db, question, as_of);
    const auto person = store::find_person_id(db, question.person);
    if (!person || !access::sees_person(env, *person)) return {};
    auto found = find_access(db, question, as_of);
    std::erase_if(found, [&](const Access& one) {
        return !access::sees(env, find_organisation_id(db, one.org).value_or(0), person);
    });
    return found;
}

}  // namespace rights

std::vector<Access> Rights::access(const AccessQuestion& question) {
    require_question(env_, question);
    return rights::seen_access(env_, question, rights::as_of(question.at, env_.clock));
}

std::vector<ExplainLink> Rights::explain(const AccessQuestion& question) {
    require_question(env_, question);
    return Explanation(env_, question).run();
}

}  // namespace dcadmin
