// SPDX-License-Identifier: Apache-2.0
#include "persons/relation_add.h"

#include "access/require.h"
#include "audit/recorder.h"
#include "bulk/settle.h"
#include "bulk/undo.h"
#include "organisations/find.h"
#include "persons/persons_sql.h"
#include "persons/relation_parts.h"
#include "persons/relations_sql.h"
#include "persons/rules.h"

#include <string>

namespace dcadmin::persons {

namespace {

RelationRow new_row(const NewRelation& request, const RelationParts& parts, Audience audience,
                    DateRange period) {
    return {.id = 0,
            .person_id = parts.person.item.id.value(),
            .organisation_id = parts.org.id,
            .audience = audience,
            .category = request.category,
            .email = request.email ? request.email->text() : std::string(),
            .phone = request.phone ? request.phone->text() : std::string(),
            .period = period,
            .ended_at = {},
            .reason = clean_reason(request.reason)};
}

// Those of one target group that were not ended at once.
std::vector<RelationRow> live_relations(store::Db& db, const RelationParts& parts,
                                        Audience audience) {
    auto rows = find_relations(db, parts.person.item.id.value(), parts.org.id);
    std::erase_if(rows, [&](const RelationRow& row) {
        return row.audience != audience || !row.ended_at.empty();
    });
    return rows;
}

// What a request comes to: the relation to make, or the one that is there.
struct Judged {
    RelationParts parts;
    RelationRow row;
    bool there;
    std::string remark;
};

// Who knows somebody's national number may let him work there, though nobody did so far.
StoredPerson asked_person(store::Tx& tx, const PersonRef& person) {
    const bool by_number = std::holds_alternative<NationalNumber>(person);
    return by_number ? get_person(tx.db(), person) : get_person(tx, person);
}

// In a session for himself somebody asks any organisation to let him work there.
organisations::Found organisation_of(store::Tx& tx, EnterpriseNumber org) {
    return access::for_himself(tx) ? organisations::get(tx.db(), org) : organisations::get(tx, org);
}

Judged judge_add(store::Tx& tx, const NewRelation& request) {
    store::Db& db = tx.db();
    const Date today = tx.today();
    const AskedPeriod asked{request.from, request.until};
    if (const auto problem = period_problem(asked, today)) throw *problem;
    RelationParts parts{asked_person(tx, request.person), organisation_of(tx, request.org),
                        request.org};
    const Audience audience = request.audience.value_or(Audience::ea);
    const CategoryRule rule =
        get_category_rule(db, audience, request.category, request.from.value_or(today));
    if (const auto problem = missing_field(rule, request, audience)) throw *problem;
    const DateRange period = period_for(asked, rule.max_term, today);
    RelationRow row = new_row(request, parts, audience, period);

    const Subject subject{parts.person.item.id, request.org, audience};
    const auto live = live_relations(db, parts, audience);
    const Against judged = against(asked, period, rule.max_term, live, today);
    switch (judged.verdict) {
        case Against::Verdict::conflict: throw overlap(*judged.other, period, subject, today);
        case Against::Verdict::there:
            if (const auto problem = difference(*judged.other, request, subject)) throw *problem;
            return {std::move(parts), *judged.other, true, {}};
        case Against::Verdict::make: break;
    }
    return {std::move(parts), std::move(row), false,
            cut_remark(asked, period, request.category, audience, rule.max_term)};
}

}  // namespace

CategoryRule get_category_rule(store::Db& db, Audience audience, Category category, Date on) {
    if (const auto rule = find_category_rule(db, audience, category, on)) return *rule;
    throw unknown_category(audience, category, categories_of(db, audience, on));
}

std::optional<RelationId> find_there(store::Tx& tx, const NewRelation& request) {
    const Judged judged = judge_add(tx, request);
    if (!judged.there) return std::nullopt;
    return RelationId::from_stored(judged.row.id);
}

Written<Relation> apply_add(bulk::Work& work, const NewRelation& request) {
    const auto org = organisations::get_id(work.tx, request.org);
    access::require(work.tx, access::Operation::add_relation, {.organisation = org});
    Judged judged = judge_add(work.tx, request);
    const RelationParts& parts = judged.parts;
    RelationRow& row = judged.row;
    if (judged.there) {
        return {.changed = false, .item = shown(row, parts, work.tx), .remark = {}};
    }
    row.id = insert_relation(work.tx.db(), row, work.tx.operation());
    const std::string after = image_of(row, parts.person.audit_key);
    audit::record(work.tx, {.chain = audit::chain_of(work.tx, row.organisation_id),
                            .subject = "relation",
                            .verb = "add",
                            .subject_id = row.id,
                            .before = {},
                            .after = after,
                            .reason = optional_reason(row.reason)});
    work.notices.add(row.person_id, address_of(row, parts.person.item),
                     item_of(row.id, row.period.last()));
    if (work.trace != nullptr) {
        bulk::settle_period(*work.trace, request.from, request.until, row.period);
        bulk::undo_relation(*work.trace, {row.person_id, request.org, row.audience}, row.period,
                            work.tx.today());
    }
    return {.changed = true, .item = shown(row, parts, work.tx), .remark = judged.remark};
}

}  // namespace dcadmin::persons
