// SPDX-License-Identifier: Apache-2.0
#include "persons/relation_end.h"

#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/undo.h"
#include "persons/relation_parts.h"
#include "persons/relation_rules.h"
#include "persons/relations_sql.h"
#include "persons/rules.h"

#include <dcadmin/base/say.h>

#include <algorithm>
#include <utility>

namespace dcadmin::persons {

namespace {

// One end, of all relations that it reaches.
class Ending {
   public:
    Ending(bulk::Work& work, const RelationParts& parts, Date day, bool at_once,
           const std::string& reason)
        : work_(work), parts_(parts), day_(day), at_once_(at_once), reason_(reason) {}

    void end(RelationRow& row);
    [[nodiscard]] std::vector<GrantId>& grants() { return grants_; }

   private:
    void end_grant(const LastingGrant& grant, bool revoke);
    void tell_undo(const RelationRow& row, bool revoke);
    void tell_undo(const LastingGrant& grant, bool revoked);
    void record(std::string_view subject, std::int64_t id, std::string_view before,
                std::string_view after);

    bulk::Work& work_;
    const RelationParts& parts_;
    Date day_;
    bool at_once_;
    const std::string& reason_;
    std::string now_ = work_.tx.now().iso();
    std::int64_t chain_ = audit::chain_of(work_.tx, parts_.org.id);
    std::string_view address_;
    Date back_from_ = day_;  // when the relation would begin that takes this end back
    std::vector<GrantId> grants_;
};

void Ending::record(std::string_view subject, std::int64_t id, std::string_view before,
                    std::string_view after) {
    audit::record(work_.tx, {.chain = chain_,
                             .subject = subject,
                             .verb = "end",
                             .subject_id = id,
                             .before = before,
                             .after = after,
                             .reason = optional_reason(reason_)});
}

void Ending::end(RelationRow& row) {
    store::Db& db = work_.tx.db();
    const bool revoke = at_once_ || row.period.first() > day_;
    if (work_.trace != nullptr) tell_undo(row, revoke);
    const std::string before = image_of(row, parts_.person.audit_key);
    if (revoke) {
        row.ended_at = now_;
        set_ended(db, row.id, now_);
    } else {
        row.period = DateRange::of(row.period.first(), day_);
        set_until(db, row.id, day_);
    }
    const std::string after = image_of(row, parts_.person.audit_key);
    record("relation", row.id, before, after);
    address_ = address_of(row, parts_.person.item);
    work_.notices.add(row.person_id, address_, item_of(row.id, revoke ? work_.tx.today() : day_));
    const Date reach = revoke ? work_.tx.today() : day_.plus_days(1);
    for (const LastingGrant& grant : grants_lasting(db, row.id, reach, now_)) {
        end_grant(grant, revoke);
    }
}

// One that is cut goes on; one that ended at once is made anew, from today where it began longer
// ago than its category allows.
void Ending::tell_undo(const RelationRow& row, bool revoke) {
    const bulk::RelationKey key{row.person_id, parts_.number, row.audience};
    back_from_ = row.period.first();
    if (!revoke) {
        bulk::undo_relation_shortening(*work_.trace, key, row.period.first(), row.period.last());
        return;
    }
    const auto rule =
        find_category_rule(work_.tx.db(), row.audience, row.category, row.period.first());
    if (!rule || row.period.first().plus(rule->max_term) < row.period.last()) {
        back_from_ = std::max(row.period.first(), work_.tx.today());
    }
    bulk::undo_relation_end(*work_.trace, {key, row.category, row.email, row.phone,
                                           DateRange::of(back_from_, row.period.last())});
}

void Ending::tell_undo(const LastingGrant& grant, bool revoked) {
    const GrantNames names = names_of_grant(work_.tx.db(), grant.id);
    const bulk::GrantKey key{parts_.person.item.id.value(), parts_.number, names.right,
                             names.context};
    const Date until = Date::parse(grant.valid_until);
    if (!revoked) {
        bulk::undo_shortening(*work_.trace, key, grant.valid_from, until);
        return;
    }
    bulk::undo_revocation(*work_.trace, key, DateRange::of(grant.valid_from, until), names.max_term,
                          back_from_, work_.tx.today());
}

void Ending::end_grant(const LastingGrant& grant, bool revoke) {
    store::Db& db = work_.tx.db();
    const bool never_begins = grant.valid_from > day_;
    if (work_.trace != nullptr) tell_undo(grant, revoke || never_begins);
    std::string after;
    if (revoke || never_begins) {
        revoke_grant(db, grant.id, now_);
        after = audit::grant_state_image(grant.valid_until, now_);
    } else {
        cut_grant(db, grant.id, day_);
        after = audit::grant_state_image(day_.iso(), grant.revoked_at);
    }
    record("grant", grant.id, audit::grant_state_image(grant.valid_until, grant.revoked_at), after);
    const GrantId id = GrantId::from_stored(grant.id);
    const Date last = revoke || never_begins ? work_.tx.today() : day_;
    work_.notices.add(parts_.person.item.id.value(), address_, id.text() + "@" + last.iso());
    ++work_.grants_ended;
    work_.organisations.insert(parts_.org.id);
    grants_.push_back(id);
}

std::string also_ended(const std::vector<RelationRow>& ended) {
    std::string remark;
    for (std::size_t i = 1; i < ended.size(); ++i) {
        const auto id = RelationId::from_stored(ended[i].id).text();
        const auto first = ended[i].period.first().formatted();
        remark += remark.empty() ? say("also ended: {}, from {}", id, first)
                                 : say("; {}, from {}", id, first);
    }
    return remark;
}

// The one to show when there was nothing to do: what was there last.
const RelationRow& latest(const std::vector<RelationRow>& rows) {
    return *std::ranges::max_element(
        rows, {}, [](const RelationRow& row) { return std::pair(row.period.last(), row.id); });
}

}  // namespace

Written<EndedRelation> apply_end(bulk::Work& work, const RelationEnd& request) {
    store::Db& db = work.tx.db();
    const Date today = work.tx.today();
    if (const auto problem = end_problem(request, today)) throw *problem;
    const std::string reason = clean_reason(request.reason);
    const Date day = request.on.value_or(today);
    const RelationParts parts{get_person(work.tx, request.person),
                              organisations::get(work.tx, request.org), request.org};
    access::require(work.tx, access::Operation::end_relation,
                    {.organisation = parts.org.id, .person = parts.person.item.id.value()});
    const auto rows = only_begun(relations_of(db, parts, request.audience), request.begins);
    auto found =
        to_end(rows, {parts.person.item.id, request.org, request.audience}, day, request.at_once);
    if (const auto* problem = std::get_if<Error>(&found)) throw *problem;
    auto& reached = std::get<std::vector<RelationRow>>(found);
    if (reached.empty()) {
        return {.changed = false, .item = {shown(latest(rows), parts, work.tx), {}}, .remark = {}};
    }
    Ending ending(work, parts, day, request.at_once, reason);
    for (RelationRow& row : reached) ending.end(row);
    return {.changed = true,
            .item = {shown(reached.front(), parts, work.tx), std::move(ending.grants())},
            .remark = also_ended(reached)};
}

bulk::Result result_of(const Written<EndedRelation>& written) {
    constexpr std::size_t named = 10;
    bulk::Result result = bulk::result_of(written, written.item.relation.id.text());
    const auto& grants = written.item.grants;
    if (grants.empty()) return result;
    std::string text = grants.size() == 1 ? say("1 grant ended with it: ")
                                          : say("{} grants ended with it: ", grants.size());
    for (std::size_t i = 0; i < std::min(named, grants.size()); ++i) {
        text += (i == 0 ? "" : ", ") + grants[i].text();
    }
    if (grants.size() > named) text += ", …";
    result.message = result.message.empty() ? text : result.message + "; " + text;
    return result;
}

}  // namespace dcadmin::persons
