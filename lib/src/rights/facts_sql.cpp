// SPDX-License-Identifier: Apache-2.0
#include "rights/facts_sql.h"

namespace dcadmin::rights {

namespace {

// Stored days are always YYYY-MM-DD; reading them digit by digit spares a full parse per row.
Date stored_day(std::string_view text) {
    return Date::parse(text);
}

std::optional<std::int64_t> one_integer(store::Statement& statement,
                                        std::initializer_list<store::Value> values) {
    std::optional<std::int64_t> value;
    if (statement.first(values)) value = statement.integer(0);
    statement.reset();
    return value;
}

void read_relations(store::Db& db, PersonFacts& person, std::string_view now) {
    auto& rows = db.statement(R"(
        SELECT r.id, r.organisation_id, o.number, r.audience, r.valid_from, r.valid_until,
               r.ended_at = '' OR r.ended_at > $2, r.email
        FROM working_relation r JOIN organisation o ON o.id = r.organisation_id
        WHERE r.person_id = $1
        ORDER BY r.id)");
    rows.bind({person.id, now});
    while (rows.step()) {
        person.relations.push_back(
            {.id = rows.integer(0),
             .organisation_id = rows.integer(1),
             .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(rows.integer(2))),
             .audience = parse_audience(rows.text(3)),
             .from = stored_day(rows.text(4)),
             .until = stored_day(rows.text(5)),
             .live = rows.integer(6) != 0,
             .email = rows.string(7)});
    }
    rows.reset();
}

void read_held(store::Db& db, PersonFacts& person, std::string_view now) {
    auto& rows = db.statement(R"(
        SELECT g.id, g.relation_id, g.right_id, g.context_id, g.valid_from, g.valid_until
        FROM working_relation r JOIN right_grant g ON g.relation_id = r.id
        WHERE r.person_id = $1 AND (g.revoked_at = '' OR g.revoked_at > $2))");
    rows.bind({person.id, now});
    while (rows.step()) {
        person.held.push_back({.id = rows.integer(0),
                               .relation_id = rows.integer(1),
                               .right_id = rows.integer(2),
                               .context_id = rows.integer(3),
                               .from = stored_day(rows.text(4)),
                               .until = stored_day(rows.text(5))});
    }
    rows.reset();
}

}  // namespace

std::optional<PersonFacts> find_person_facts(store::Db& db, std::int64_t number,
                                             std::string_view now, bool with_grants) {
    auto& found = db.statement("SELECT id, email FROM person WHERE number = $1");
    if (!found.first({number})) return std::nullopt;
    PersonFacts person{found.integer(0), found.string(1), {}, {}};
    found.reset();
    read_relations(db, person, now);
    if (with_grants) read_held(db, person, now);
    return person;
}

std::optional<std::int64_t> number_of_person(store::Db& db, std::int64_t person_id) {
    return one_integer(db.statement("SELECT number FROM person WHERE id = $1"), {person_id});
}

std::optional<std::int64_t> person_of_number(store::Db& db, std::int64_t number) {
    return one_integer(db.statement("SELECT id FROM person WHERE number = $1"), {number});
}

bool organisation_exists(store::Db& db, EnterpriseNumber number) {
    return one_integer(db.statement("SELECT id FROM organisation WHERE number = $1"),
                       {static_cast<std::int64_t>(number.value())})
        .has_value();
}

namespace {

// One row per right and audience, ordered by right.
std::vector<RightFacts> read_rights(store::Statement& rows) {
    std::vector<RightFacts> rights;
    while (rows.step()) {
        if (rights.empty() || rights.back().id != rows.integer(0)) {
            rights.push_back({.id = rows.integer(0),
                              .code = rows.string(1),
                              .audiences = 0,
                              .context = parse_context_kind(rows.text(2)),
                              .max_term = Term::parse(rows.text(3)),
                              .default_term = Term::parse(rows.text(4))});
        }
        auto& bits = rights.back().audiences;
        bits = static_cast<std::uint8_t>(bits | bit_of(parse_audience(rows.text(5))));
    }
    rows.reset();
    return rights;
}

}  // namespace

std::vector<RightFacts> all_right_facts(store::Db& db) {
    auto& rows = db.statement(R"(
        SELECT d.id, d.code, d.context, d.max_term, d.default_term, a.audience
        FROM right_definition d JOIN right_audience a ON a.right_id = d.id
        ORDER BY d.id)");
    rows.bind({});
    return read_rights(rows);
}

std::optional<RightFacts> find_right_facts(store::Db& db, std::string_view code) {
    auto& rows = db.statement(R"(
        SELECT d.id, d.code, d.context, d.max_term, d.default_term, a.audience
        FROM right_definition d JOIN right_audience a ON a.right_id = d.id
        WHERE d.code = $1)");
    rows.bind({code});
    auto found = read_rights(rows);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<std::int64_t> find_site_value(store::Db& db, std::int64_t organisation_id,
                                            SiteNumber site) {
    return one_integer(db.statement(R"(
        SELECT id FROM context_value
        WHERE kind = 'site' AND number = $1 AND organisation_id = $2)"),
                       {static_cast<std::int64_t>(site.value()), organisation_id});
}

std::optional<std::int64_t> find_role_value(store::Db& db, std::int64_t right_id,
                                            const RoleCode& role) {
    return one_integer(db.statement(R"(
        SELECT id FROM context_value WHERE kind = 'role' AND right_id = $1 AND code = $2)"),
                       {right_id, role.text()});
}

std::vector<std::string> some_sites(store::Db& db, std::int64_t organisation_id,
                                    std::int64_t limit) {
    std::vector<std::string> sites;
    auto& rows = db.statement(R"(
        SELECT number FROM context_value WHERE kind = 'site' AND organisation_id = $1
        ORDER BY number LIMIT $2)");
    rows.bind({organisation_id, limit});
    while (rows.step()) {
        sites.push_back(
            SiteNumber::from_stored(static_cast<std::uint64_t>(rows.integer(0))).digits());
    }
    rows.reset();
    return sites;
}

std::vector<std::string> roles_of(store::Db& db, std::int64_t right_id) {
    std::vector<std::string> roles;
    auto& rows = db.statement(
        "SELECT code FROM context_value WHERE kind = 'role' AND right_id = $1 ORDER BY code");
    rows.bind({right_id});
    while (rows.step()) roles.push_back(rows.string(0));
    rows.reset();
    return roles;
}

bool any_grants(store::Db& db) {
    return one_integer(db.statement("SELECT 1 FROM right_grant LIMIT 1"), {}).has_value();
}

}  // namespace dcadmin::rights
