// SPDX-License-Identifier: Apache-2.0
#include "sign_in/sessions_sql.h"

#include "persons/find.h"
#include "store/appender.h"
#include "store/db.h"

#include <fmt/format.h>

namespace dcadmin::sign_in {

namespace {

constexpr std::string_view columns = R"(
    SELECT s.id, s.person_id, p.number, p.first_name, p.last_name, s.key_used, s.level, o.number,
           coalesce(o.name, ''), s.started_at, s.proved_at, s.open_until, s.expires_at, s.ended_at,
           s.credential_id, s.organisation_id
    FROM session s
    JOIN person p ON p.id = s.person_id
    LEFT JOIN organisation o ON o.id = s.organisation_id)";

SessionRow read_session(const store::Statement& row, Timestamp now) {
    SessionRow found{
        .session = {.id = SessionId::from_stored(row.integer(0)),
                    .person = PersonId::from_stored(row.integer(1)),
                    .name = row.integer(2) > 0 ? fmt::format("{} {}", row.text(3), row.text(4))
                                               : std::string(persons::erased_name),
                    .key = row.string(5),
                    .level = static_cast<int>(row.integer(6)),
                    .org = {},
                    .org_name = row.string(8),
                    .started_at = Timestamp::parse(row.text(9)),
                    .proved_at = Timestamp::parse(row.text(10)),
                    .open_until = Timestamp::parse(row.text(11)),
                    .expires_at = Timestamp::parse(row.text(12)),
                    .state = "open"},
        .credential = row.integer(14),
        .organisation = row.maybe_integer(15)};
    Session& session = found.session;
    if (!row.is_null(7)) {
        session.org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(7)));
    }
    if (session.open_until <= now || session.expires_at <= now) session.state = "expired";
    if (!row.text(13).empty()) session.state = "ended";
    return found;
}

}  // namespace

std::int64_t next_session_id(store::Db& db) {
    return db.take_ids("session", 1).next();
}

void insert_session(store::Tx& tx, std::int64_t id, const NewSession& added) {
    tx.db()
        .statement(R"(
        INSERT INTO session (id, token_hash, person_id, credential_id, key_used, level,
                             organisation_id, started_at, proved_at, open_until, expires_at,
                             ended_at, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12))")
        .run({id, added.token_hash, added.person, added.credential, added.key, added.level,
              store::optional_value(added.organisation), added.started_at, added.proved_at,
              added.open_until, added.expires_at, tx.operation()});
}

std::optional<SessionRow> find_session(store::Db& db, std::int64_t id, Timestamp now) {
    auto& row = db.statement(std::string(columns) + " WHERE s.id = $1");
    if (!row.first({id})) return std::nullopt;
    SessionRow found = read_session(row, now);
    row.reset();
    return found;
}

std::vector<Session> open_sessions(store::Db& db, std::int64_t person, Timestamp now) {
    const std::string moment = now.iso();
    auto& rows = db.statement(std::string(columns) + R"(
        WHERE s.person_id = $1 AND s.ended_at = '' AND s.open_until > $2 AND s.expires_at > $2
        ORDER BY s.id)");
    rows.bind({person, moment});
    std::vector<Session> found;
    while (rows.step()) found.push_back(read_session(rows, now).session);
    rows.reset();
    return found;
}

void prove_session(store::Db& db, std::int64_t id, const Proof& proof) {
    const std::string at = proof.at().iso();
    db.statement(R"(
        UPDATE session SET proved_at = $2, key_used = $3, level = $4, credential_id = $5
        WHERE id = $1 AND ended_at = '')")
        .run({id, at, proof.kind(), proof.level(), proof.key().value()});
}

void keep_open(store::Db& db, std::int64_t id, std::string_view open_until,
               std::string_view unless_after) {
    db.statement(
          "UPDATE session SET open_until = $2 WHERE id = $1 AND open_until < $3 AND "
          "ended_at = ''")
        .run({id, open_until, unless_after});
}

bool end_session(store::Db& db, std::int64_t id, std::string_view now) {
    return db.statement("UPDATE session SET ended_at = $2 WHERE id = $1 AND ended_at = ''")
               .run({id, now}) == 1;
}

std::vector<Choice> read_choices(store::Db& db, std::int64_t person, Date today, Timestamp now) {
    const std::string day = today.iso();
    const std::string moment = now.iso();
    auto& rows = db.statement(R"(
        SELECT DISTINCT o.number, o.name, h.rank, h.what
        FROM (SELECT r.organisation_id AS org, 4 AS rank, d.code AS what
              FROM working_relation r
              JOIN right_grant g ON g.relation_id = r.id
              JOIN right_definition d ON d.id = g.right_id
              WHERE r.person_id = $1 AND r.valid_from <= $2 AND r.valid_until >= $2
                  AND (r.ended_at = '' OR r.ended_at > $3)
                  AND g.valid_from <= $2 AND g.valid_until >= $2
                  AND (g.revoked_at = '' OR g.revoked_at > $3)
              UNION ALL
              SELECT a.organisation_id, 2, a.role
              FROM administrator a
              WHERE a.person_id = $1 AND a.valid_from <= $2 AND a.valid_until >= $2
                  AND (a.ended_at = '' OR a.ended_at > $3)
              UNION ALL
              SELECT e.id, 1, f.function
              FROM person p
              JOIN register_function f ON f.person = p.number
              JOIN organisation e ON e.number = f.enterprise
              WHERE p.id = $1 AND f.represents = 1 AND f.valid_from <= $2
                  AND f.valid_until >= $2) AS h
        JOIN organisation o ON o.id = h.org
        ORDER BY o.name, o.number, h.rank, h.what)");
    rows.bind({person, day, moment});
    std::vector<Choice> found;
    while (rows.step()) {
        const auto org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(rows.integer(0)));
        if (found.empty() || found.back().org != org) {
            found.push_back({.org = org, .org_name = rows.string(1), .holds = rows.string(3)});
        } else {
            found.back().holds += fmt::format(", {}", rows.text(3));
        }
    }
    rows.reset();
    return found;
}

std::string last_change(store::Db& db) {
    auto& row = db.statement("SELECT at FROM operation ORDER BY id DESC LIMIT 1");
    if (!row.first({})) return {};
    std::string at = row.string(0);
    row.reset();
    return at;
}

}  // namespace dcadmin::sign_in
