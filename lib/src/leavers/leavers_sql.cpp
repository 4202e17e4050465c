// SPDX-License-Identifier: Apache-2.0
#include "leavers/leavers_sql.h"

#include "store/db.h"

namespace dcadmin::leavers {

namespace {

EnterpriseNumber enterprise(const store::Statement& row, int column) {
    return EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(column)));
}

}  // namespace

std::vector<LastingRelation> lasting_relations(store::Db& db, const Reach& reach) {
    auto& rows = db.statement(R"(
        SELECT r.id, o.number, o.name, r.audience, r.category, r.valid_from, r.valid_until
        FROM working_relation r JOIN organisation o ON o.id = r.organisation_id
        WHERE r.person_id = $1 AND (r.organisation_id = $2 OR $2 = 0) AND r.valid_until > $3
            AND (r.ended_at = '' OR r.ended_at > $4)
        ORDER BY o.number, r.audience, r.valid_from, r.id)");
    rows.bind({reach.person_id, reach.organisation_id, reach.day, reach.moment});
    std::vector<LastingRelation> found;
    while (rows.step()) {
        found.push_back({.id = rows.integer(0),
                         .org = enterprise(rows, 1),
                         .org_name = rows.string(2),
                         .audience = parse_audience(rows.text(3)),
                         .category = rows.string(4),
                         .from = Date::parse(rows.text(5)),
                         .until = Date::parse(rows.text(6))});
    }
    rows.reset();
    return found;
}

std::vector<LastingGrant> lasting_grants(store::Db& db, const Reach& reach) {
    auto& rows = db.statement(R"(
        SELECT g.id, o.number, o.name, d.title_nl, c.name, g.valid_from, g.valid_until
        FROM working_relation r
        JOIN right_grant g ON g.relation_id = r.id
        JOIN organisation o ON o.id = r.organisation_id
        JOIN right_definition d ON d.id = g.right_id
        JOIN context_value c ON c.id = g.context_id
        WHERE r.person_id = $1 AND (r.organisation_id = $2 OR $2 = 0) AND g.valid_until > $3
            AND (g.revoked_at = '' OR g.revoked_at > $4)
        ORDER BY o.number, d.title_nl, c.name, g.id)");
    rows.bind({reach.person_id, reach.organisation_id, reach.day, reach.moment});
    std::vector<LastingGrant> found;
    while (rows.step()) {
        std::string title = rows.string(3);
        if (!rows.text(4).empty()) title += ", " + rows.string(4);
        found.push_back({.id = rows.integer(0),
                         .org = enterprise(rows, 1),
                         .org_name = rows.string(2),
                         .title = std::move(title),
                         .from = Date::parse(rows.text(5)),
                         .until = Date::parse(rows.text(6))});
    }
    rows.reset();
    return found;
}

std::vector<LastingOffice> lasting_offices(store::Db& db, const Reach& reach) {
    auto& rows = db.statement(R"(
        SELECT a.id, a.organisation_id, o.number, o.name, a.role, coalesce(d.code, ''), c.name,
               a.valid_from, a.valid_until
        FROM administrator a
        JOIN organisation o ON o.id = a.organisation_id
        JOIN context_value c ON c.id = a.context_id
        LEFT JOIN domain d ON d.id = a.domain_id
        WHERE a.person_id = $1 AND (a.organisation_id = $2 OR $2 = 0) AND a.valid_until > $3
            AND (a.ended_at = '' OR a.ended_at > $4)
        ORDER BY o.number, a.id)");
    rows.bind({reach.person_id, reach.organisation_id, reach.day, reach.moment});
    std::vector<LastingOffice> found;
    while (rows.step()) {
        std::string what = rows.string(4);
        for (const int part : {5, 6}) {
            if (!rows.text(part).empty()) what += ", " + rows.string(part);
        }
        found.push_back({.id = rows.integer(0),
                         .organisation_id = rows.integer(1),
                         .org = enterprise(rows, 2),
                         .org_name = rows.string(3),
                         .what = std::move(what),
                         .from = Date::parse(rows.text(7)),
                         .until = Date::parse(rows.text(8))});
    }
    rows.reset();
    return found;
}

Holdings holdings_of(store::Db& db, std::int64_t person_id, const std::string& day,
                     const std::string& moment) {
    auto& ends = db.statement(R"(
        SELECT coalesce(max(last_day), ''),
               coalesce(sum(CASE WHEN last_day >= $2 AND (ended_at = '' OR ended_at > $3)
                                 THEN 1 ELSE 0 END), 0)
        FROM (SELECT CASE WHEN ended_at = '' THEN valid_until ELSE substr(ended_at, 1, 10) END
                         AS last_day, ended_at
              FROM working_relation WHERE person_id = $1
              UNION ALL
              SELECT CASE WHEN ended_at = '' THEN valid_until ELSE substr(ended_at, 1, 10) END,
                     ended_at
              FROM administrator WHERE person_id = $1
              UNION ALL
              SELECT CASE WHEN ended_at = '' THEN valid_until ELSE substr(ended_at, 1, 10) END,
                     ended_at
              FROM staff WHERE person_id = $1
              UNION ALL
              SELECT substr(ended_at, 1, 10), ended_at
              FROM contact WHERE person_id = $1 AND ended_at <> ''
              UNION ALL
              SELECT substr(inactive_since, 1, 10), inactive_since
              FROM worker WHERE person_id = $1 AND inactive_since <> ''
              UNION ALL
              SELECT substr(inactive_since, 1, 10), inactive_since
              FROM customer WHERE person_id = $1 AND inactive_since <> ''
              UNION ALL
              SELECT day, day FROM pickup WHERE person_id = $1 AND cancelled_at = ''
              UNION ALL
              SELECT substr(ended_at, 1, 10), ended_at
              FROM pickup_series WHERE person_id = $1 AND ended_at <> '') AS held)");
    Holdings holdings;
    if (ends.first({person_id, day, moment})) {
        holdings.last_day = ends.string(0);
        holdings.active = ends.integer(1);
    }
    ends.reset();
    if (holdings.last_day.empty()) {
        auto& added = db.statement(R"(
            SELECT coalesce(min(substr(o.at, 1, 10)), '')
            FROM audit_entry e JOIN operation o ON o.id = e.operation_id
            WHERE e.subject = 'person' AND e.subject_id = $1 AND e.after_image IS NOT NULL)");
        if (added.first({person_id})) holdings.last_day = added.string(0);
        added.reset();
    }
    auto& contacts =
        db.statement("SELECT count(*) FROM contact WHERE person_id = $1 AND ended_at = ''");
    if (contacts.first({person_id})) holdings.contact_for = contacts.integer(0);
    contacts.reset();
    auto& works =
        db.statement("SELECT count(*) FROM worker WHERE person_id = $1 AND inactive_since = ''");
    if (works.first({person_id})) holdings.worker_for = works.integer(0);
    works.reset();
    auto& buys = db.statement(R"(
        SELECT count(*) FROM customer c
        WHERE c.person_id = $1
            AND (c.inactive_since = '' OR EXISTS (
                SELECT 1 FROM service s
                WHERE s.customer_id = c.id
                    AND s.state NOT IN ('refunded', 'cancelled', 'outside'))))");
    if (buys.first({person_id})) holdings.customer_of = buys.integer(0);
    buys.reset();
    auto& series =
        db.statement("SELECT count(*) FROM pickup_series WHERE person_id = $1 AND ended_at = ''");
    if (series.first({person_id})) holdings.pickups_for = series.integer(0);
    series.reset();
    auto& waiting = db.statement(R"(
        SELECT (SELECT count(*) FROM task WHERE person_id = $1 AND state = 'open'
                    AND kind IN ('requested-right', 'requested-relation'))
             + (SELECT count(*) FROM chief_request WHERE person_id = $1 AND state = 'waiting'))");
    if (waiting.first({person_id})) holdings.waiting = waiting.integer(0);
    waiting.reset();
    return holdings;
}

Erasure erase_person(store::Db& db, std::int64_t person_id, const std::string& now) {
    Erasure done{.person = PersonId::from_stored(person_id)};
    const auto emptied = [&](std::string_view sql) {
        return static_cast<std::uint64_t>(db.statement(sql).run({person_id}));
    };
    db.statement(R"(
        UPDATE person
        SET number = -id, first_name = '', last_name = '', folded = '', folded_last = '',
            email = '', phone = '', language = 'nl', audit_key = ''
        WHERE id = $1)")
        .run({person_id});
    done.relations = emptied(R"(
        UPDATE working_relation SET email = '', phone = ''
        WHERE person_id = $1 AND (email <> '' OR phone <> ''))");
    // Keys: what names the person, and the secret; nothing of these is in an image of the log.
    done.others += emptied(R"(
        UPDATE credential SET handle = '', secret = ''
        WHERE person_id = $1 AND (handle <> '' OR secret <> ''))");
    emptied(R"(
        DELETE FROM one_time_code
        WHERE credential_id IN (SELECT id FROM credential WHERE person_id = $1))");
    db.statement("UPDATE session SET ended_at = $2 WHERE person_id = $1 AND ended_at = ''")
        .run({person_id, now});
    done.others += emptied(R"(
        UPDATE administrator SET email = '', phone = ''
        WHERE person_id = $1 AND (email <> '' OR phone <> ''))");
    done.others += emptied(R"(
        UPDATE chief_request SET email = '', phone = ''
        WHERE person_id = $1 AND (email <> '' OR phone <> ''))");
    done.others += emptied(R"(
        UPDATE worker SET email = '', phone = '', password_hash = ''
        WHERE person_id = $1 AND (email <> '' OR phone <> '' OR password_hash <> ''))");
    db.statement(R"(
        UPDATE customer_notice
        SET answer = '',
            state = CASE WHEN state IN ('waiting', 'claimed') THEN 'failed' ELSE state END,
            state_at = CASE WHEN state IN ('waiting', 'claimed') THEN $2 ELSE state_at END
        WHERE customer_id IN (SELECT id FROM customer WHERE person_id = $1)
            AND (answer <> '' OR state IN ('waiting', 'claimed')))")
        .run({person_id, now});
    done.others += emptied(R"(
        UPDATE customer SET name = '', folded = '', email = '', phone = '', audit_key = ''
        WHERE person_id = $1 AND audit_key <> '')");
    done.others += emptied("UPDATE pickup SET phone = '' WHERE person_id = $1 AND phone <> ''");
    done.others +=
        emptied("UPDATE pickup_series SET phone = '' WHERE person_id = $1 AND phone <> ''");
    done.others += emptied(R"(
        UPDATE task SET email = '', phone = ''
        WHERE person_id = $1 AND (email <> '' OR phone <> ''))");
    done.notices = static_cast<std::uint64_t>(db.statement(R"(
        UPDATE notice
        SET address = '',
            state = CASE WHEN state IN ('waiting', 'claimed') THEN 'failed' ELSE state END,
            state_at = CASE WHEN state IN ('waiting', 'claimed') THEN $2 ELSE state_at END
        WHERE person_id = $1 AND (address <> '' OR state IN ('waiting', 'claimed')))")
                                                  .run({person_id, now}));
    return done;
}

}  // namespace dcadmin::leavers
