// SPDX-License-Identifier: Apache-2.0
#include "applications/applications_sql.h"

#include "store/db.h"
#include "store/listing.h"

#include <fmt/format.h>

#include <stdexcept>

namespace dcadmin::applications {

namespace {

constexpr std::string_view columns = R"(
    SELECT a.id, a.code, a.name, d.code, a.min_level, a.client_id, a.claim, a.national_number,
           d.id, d.min_level
    FROM application a JOIN right_definition d ON d.id = a.right_id)";

Application application_from(const store::Statement& row) {
    return {.code = row.string(1),
            .name = row.string(2),
            .right = RightCode::from_stored(row.string(3)),
            .min_level = static_cast<int>(row.integer(4)),
            .client_id = row.string(5),
            .claim = row.string(6),
            .national_number = row.integer(7) != 0};
}

[[noreturn]] void gone(std::string_view what) {
    throw std::logic_error(fmt::format("a session refers to no {}", what));
}

}  // namespace

std::optional<StoredApplication> find_application(store::Db& db, std::string_view code) {
    auto& found = db.statement(fmt::format("{} WHERE a.code = $1", columns));
    if (!found.first({code})) return std::nullopt;
    StoredApplication application{.id = found.integer(0),
                                  .right_id = found.integer(8),
                                  .right_level = static_cast<int>(found.integer(9)),
                                  .item = application_from(found)};
    found.reset();
    return application;
}

std::optional<std::string> client_owner(store::Db& db, std::string_view client) {
    auto& found = db.statement("SELECT code FROM application WHERE client_id = $1");
    if (!found.first({client})) return std::nullopt;
    std::string code = found.string(0);
    found.reset();
    return code;
}

std::int64_t right_id(store::Db& db, std::string_view code) {
    auto& found = db.statement("SELECT id FROM right_definition WHERE code = $1");
    const std::int64_t id = found.first({code}) ? found.integer(0) : 0;
    found.reset();
    return id;
}

std::int64_t insert_application(store::Tx& tx, const Application& made, std::int64_t right) {
    return tx.db()
        .statement(R"(
        INSERT INTO application (code, name, right_id, min_level, claim, client_id, operation_id,
                                 national_number)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        RETURNING id)")
        .insert({made.code, made.name, right, std::int64_t{made.min_level}, made.claim,
                 made.client_id, tx.operation(), std::int64_t{made.national_number ? 1 : 0}});
}

std::uint64_t list_applications(store::Db& db, const ApplicationFilter& filter,
                                const Each<Application>& each) {
    store::Listing listing(
        std::string(columns),
        "SELECT count(*) FROM application a JOIN right_definition d ON d.id = a.right_id");
    listing.search("lower(a.code || ' ' || a.name)", filter.text);
    listing.order(filter.page, {{"code", "a.code"}, {"name", "a.name, a.code"}}, "code");
    return listing.run(db,
                       [&](const store::Statement& row) { return each(application_from(row)); });
}

std::vector<StoredKey> read_signing_keys(store::Db& db) {
    auto& rows = db.statement(
        "SELECT id, kid, algorithm, jwk, retired_at FROM signing_key ORDER BY id DESC");
    rows.bind({});
    std::vector<StoredKey> keys;
    while (rows.step()) {
        keys.push_back({.id = rows.integer(0),
                        .kid = rows.string(1),
                        .algorithm = rows.string(2),
                        .jwk = rows.string(3),
                        .retired_at = rows.string(4)});
    }
    rows.reset();
    return keys;
}

std::int64_t insert_signing_key(store::Tx& tx, const StoredKey& key) {
    return tx.db()
        .statement(R"(
        INSERT INTO signing_key (kid, algorithm, jwk, retired_at, operation_id)
        VALUES ($1, $2, $3, '', $4)
        RETURNING id)")
        .insert({key.kid, key.algorithm, key.jwk, tx.operation()});
}

void retire_signing_key(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement("UPDATE signing_key SET retired_at = $2 WHERE id = $1").run({id, now});
}

std::vector<std::string> kinds_of_level(store::Db& db, std::int64_t level, std::string_view day) {
    auto& rows = db.statement(R"(
        SELECT code FROM key_kind
        WHERE level >= $1 AND valid_from <= $2 AND valid_until >= $2
        ORDER BY level DESC, code)");
    rows.bind({level, day});
    std::vector<std::string> kinds;
    while (rows.step()) kinds.push_back(rows.string(0));
    rows.reset();
    return kinds;
}

PersonFacts read_person(store::Db& db, std::int64_t id) {
    auto& found =
        db.statement("SELECT number, first_name, last_name, audit_key FROM person WHERE id = $1");
    if (!found.first({id})) gone("person");
    PersonFacts person{.number = found.integer(0),
                       .first_name = found.string(1),
                       .last_name = found.string(2),
                       .key = found.string(3)};
    found.reset();
    return person;
}

OrganisationFacts read_organisation(store::Db& db, std::int64_t id) {
    auto& found = db.statement("SELECT number, name FROM organisation WHERE id = $1");
    if (!found.first({id})) gone("organisation");
    OrganisationFacts organisation{.number = found.integer(0), .name = found.string(1)};
    found.reset();
    return organisation;
}

RelationFacts read_relation(store::Db& db, std::int64_t person, std::int64_t organisation,
                            std::int64_t right, Timestamp now) {
    const std::string day = now.brussels_day().iso();
    const std::string moment = now.iso();
    auto& found = db.statement(R"(
        SELECT r.audience, a.name_nl, r.email
        FROM working_relation r
        JOIN audience a ON a.code = r.audience
        JOIN right_grant g ON g.relation_id = r.id
        WHERE r.person_id = $1 AND r.organisation_id = $2 AND g.right_id = $3
            AND g.valid_from <= $4 AND g.valid_until >= $4
            AND (g.revoked_at = '' OR g.revoked_at > $5)
            AND r.valid_from <= $4 AND r.valid_until >= $4
            AND (r.ended_at = '' OR r.ended_at > $5)
        ORDER BY r.id)");
    if (!found.first({person, organisation, right, day, moment})) gone("working relation");
    RelationFacts relation{
        .audience = found.string(0), .audience_name = found.string(1), .email = found.string(2)};
    found.reset();
    return relation;
}

}  // namespace dcadmin::applications
