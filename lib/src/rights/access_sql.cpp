// SPDX-License-Identifier: Apache-2.0
#include "rights/access_sql.h"

#include <fmt/format.h>

namespace dcadmin::rights {

namespace {

constexpr std::string_view by_number = R"(
    SELECT o.number, o.name, c.kind, c.number, c.code, c.name, g.valid_until
    FROM person p
    JOIN working_relation r ON r.person_id = p.id
    JOIN right_grant g ON g.relation_id = r.id
    JOIN organisation o ON o.id = r.organisation_id
    JOIN context_value c ON c.id = g.context_id
    WHERE p.number = $1 AND g.right_id = (SELECT id FROM right_definition WHERE code = $2)
        AND g.valid_from <= $3 AND g.valid_until >= $3
        AND (g.revoked_at = '' OR g.revoked_at > $4)
        AND r.valid_from <= $3 AND r.valid_until >= $3
        AND (r.ended_at = '' OR r.ended_at > $4)
    ORDER BY o.number, c.number, c.code)";

constexpr std::string_view by_id = R"(
    SELECT o.number, o.name, c.kind, c.number, c.code, c.name, g.valid_until
    FROM working_relation r
    JOIN right_grant g ON g.relation_id = r.id
    JOIN organisation o ON o.id = r.organisation_id
    JOIN context_value c ON c.id = g.context_id
    WHERE r.person_id = $1 AND g.right_id = (SELECT id FROM right_definition WHERE code = $2)
        AND g.valid_from <= $3 AND g.valid_until >= $3
        AND (g.revoked_at = '' OR g.revoked_at > $4)
        AND r.valid_from <= $3 AND r.valid_until >= $3
        AND (r.ended_at = '' OR r.ended_at > $4)
    ORDER BY o.number, c.number, c.code)";

std::optional<ContextValue> context_of(const store::Statement& row) {
    if (row.text(2) == "site") {
        return SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(3)));
    }
    if (row.text(2) == "role") return RoleCode::from_stored(row.string(4));
    return std::nullopt;
}

bool wanted(const AccessQuestion& question, const Access& access) {
    if (question.org && *question.org != access.org) return false;
    return !question.context || question.context == access.context;
}

}  // namespace

std::vector<Access> find_access(store::Db& db, const AccessQuestion& question, const AsOf& as_of) {
    const auto* id = std::get_if<PersonId>(&question.person);
    const std::int64_t key =
        id != nullptr
            ? id->value()
            : static_cast<std::int64_t>(std::get<NationalNumber>(question.person).value());
    const std::string day = as_of.day.iso();
    const std::string moment = as_of.moment.iso();
    auto& rows = db.statement(id != nullptr ? by_id : by_number);
    rows.bind({key, question.right.text(), day, moment});
    std::vector<Access> found;
    while (rows.step()) {
        Access access{
            .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(rows.integer(0))),
            .org_name = rows.string(1),
            .context = context_of(rows),
            .context_name = rows.string(5),
            .until = Date::parse(rows.text(6))};
        if (wanted(question, access)) found.push_back(std::move(access));
    }
    rows.reset();
    return found;
}

}  // namespace dcadmin::rights
