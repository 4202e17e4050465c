// SPDX-License-Identifier: Apache-2.0
#include "persons/relation_parts.h"

#include "audit/images.h"
#include "persons/relations_sql.h"

namespace dcadmin::persons {

std::vector<RelationRow> relations_of(store::Db& db, const RelationParts& parts,
                                      std::optional<Audience> audience) {
    auto rows = find_relations(db, parts.person.item.id.value(), parts.org.id);
    if (audience) {
        std::erase_if(rows, [&](const RelationRow& row) { return row.audience != *audience; });
    }
    return rows;
}

std::string image_of(const RelationRow& row, std::string_view person_key) {
    const std::string from = row.period.first().iso();
    const std::string until = row.period.last().iso();
    return audit::image_of(audit::RelationFields{.key = person_key,
                                                 .person_id = row.person_id,
                                                 .organisation_id = row.organisation_id,
                                                 .audience = name_of(row.audience),
                                                 .category = name_of(row.category),
                                                 .email = row.email,
                                                 .phone = row.phone,
                                                 .valid_from = from,
                                                 .valid_until = until,
                                                 .ended_at = row.ended_at,
                                                 .reason = row.reason});
}

std::string_view address_of(const RelationRow& row, const Person& person) {
    if (!row.email.empty()) return row.email;
    return person.email ? std::string_view(person.email->text()) : std::string_view();
}

std::string item_of(std::int64_t relation_id, Date day) {
    return RelationId::from_stored(relation_id).text() + "@" + day.iso();
}

Relation shown(const RelationRow& row, const RelationParts& parts, const store::Tx& tx) {
    const Person& person = parts.person.item;
    Relation relation{.id = RelationId::from_stored(row.id),
                      .person = person.id,
                      .number = person.number,
                      .name = person.first_name + " " + person.last_name,
                      .org = parts.number,
                      .org_name = parts.org.name,
                      .audience = row.audience,
                      .category = row.category,
                      .email = {},
                      .phone = {},
                      .period = row.period,
                      .ended_at = {},
                      .state = RelationState::active,
                      .reason = row.reason};
    if (!row.email.empty()) relation.email = EmailAddress::from_stored(row.email);
    if (!row.phone.empty()) relation.phone = PhoneNumber::from_stored(row.phone);
    if (!row.ended_at.empty()) relation.ended_at = Timestamp::parse(row.ended_at);
    relation.state = state_of(row.period, relation.ended_at, tx.today(), tx.now());
    return relation;
}

std::optional<std::string_view> optional_reason(const std::string& reason) {
    if (reason.empty()) return std::nullopt;
    return reason;
}

}  // namespace dcadmin::persons
