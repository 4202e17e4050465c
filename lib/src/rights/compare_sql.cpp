// SPDX-License-Identifier: Apache-2.0
#include "rights/compare_sql.h"

#include "store/listing.h"

#include <fmt/format.h>

namespace dcadmin::rights {

namespace {

constexpr std::string_view held_rights = R"(
    SELECT o.id, d.id, c.id, o.number, d.code, d.title_nl, c.kind, c.number, c.code, c.name,
           g.valid_until
    FROM working_relation r
    JOIN right_grant g ON g.relation_id = r.id
    JOIN organisation o ON o.id = r.organisation_id
    JOIN right_definition d ON d.id = g.right_id
    JOIN context_value c ON c.id = g.context_id)";

std::optional<ContextValue> context_of(const store::Statement& row) {
    if (row.text(6) == "site") {
        return SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(7)));
    }
    if (row.text(6) == "role") return RoleCode::from_stored(row.string(8));
    return std::nullopt;
}

HeldRight held_right(const store::Statement& row) {
    return {.organisation_id = row.integer(0),
            .right_id = row.integer(1),
            .context_id = row.integer(2),
            .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(3))),
            .code = RightCode::from_stored(row.string(4)),
            .title = row.string(5),
            .context = context_of(row),
            .context_name = row.string(9),
            .until = Date::parse(row.text(10))};
}

}  // namespace

void each_held_right(store::Db& db, std::int64_t person_id,
                     std::optional<std::int64_t> organisation_id, const AsOf& as_of,
                     const std::function<void(HeldRight&&)>& each) {
    const std::string day = as_of.day.iso();
    const std::string moment = as_of.moment.iso();
    store::Listing listing{std::string(held_rights), {}};
    listing.where("r.person_id = {}", person_id);
    if (organisation_id) listing.where("r.organisation_id = {}", *organisation_id);
    listing.where("(g.revoked_at = '' OR g.revoked_at > {})", moment);
    listing.where("g.valid_from <= {} AND g.valid_until >= {}", {day, day});
    listing.run(db, [&](const store::Statement& row) {
        each(held_right(row));
        return true;
    });
}

Footings footings_of(store::Db& db, std::int64_t person_id, const AsOf& as_of) {
    const std::string day = as_of.day.iso();
    const std::string moment = as_of.moment.iso();
    auto& rows = db.statement(R"(
        SELECT organisation_id, audience FROM working_relation
        WHERE person_id = $1 AND valid_from <= $2 AND valid_until >= $2
            AND (ended_at = '' OR ended_at > $3))");
    rows.bind({person_id, day, moment});
    Footings found;
    while (rows.step()) found.emplace(rows.integer(0), rows.string(1));
    rows.reset();
    return found;
}

std::set<std::string> audiences_of(store::Db& db, std::int64_t right_id) {
    auto& rows = db.statement("SELECT audience FROM right_audience WHERE right_id = $1");
    rows.bind({right_id});
    std::set<std::string> found;
    while (rows.step()) found.insert(rows.string(0));
    rows.reset();
    return found;
}

std::string name_of_person(store::Db& db, std::int64_t person_id) {
    auto& found = db.statement("SELECT first_name, last_name FROM person WHERE id = $1");
    if (!found.first({person_id})) return {};
    std::string name = fmt::format("{} {}", found.text(0), found.text(1));
    found.reset();
    return name;
}

}  // namespace dcadmin::rights
