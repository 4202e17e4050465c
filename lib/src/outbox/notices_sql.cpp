// SPDX-License-Identifier: Apache-2.0
#include "outbox/notices_sql.h"

#include <dcadmin/base/site_number.h>

#include <fmt/format.h>

#include <memory>
#include <variant>
#include <vector>

namespace dcadmin::outbox {

namespace {

constexpr std::string_view notice_columns = R"(
    SELECT n.id, p.at, n.person_id, h.first_name, h.last_name, n.address, n.kind, n.state, n.items,
           n.operation_id, n.tries, n.due_at, n.answer, n.tried_at, n.round,
           coalesce(h.language, ''), coalesce(h.email, ''),
           coalesce(h.number, 0)
    FROM notice n
    LEFT JOIN operation p ON p.id = n.operation_id
    LEFT JOIN person h ON h.id = n.person_id)";

struct Conditions {
    std::string sql;
    std::vector<store::Value> values;

    void add(std::string_view column, const store::Value& value) {
        values.push_back(value);
        sql += fmt::format("{}{} = ${}", values.size() == 1 ? " WHERE " : " AND ", column,
                           values.size());
    }
};

Conditions conditions_of(const NoticeQuery& query) {
    Conditions all;
    if (query.person_id) all.add("n.person_id", *query.person_id);
    if (!query.state.empty()) all.add("n.state", query.state);
    if (!query.kind.empty()) all.add("n.kind", query.kind);
    return all;
}

std::unique_ptr<store::Statement> prepared(store::Db& db, const std::string& sql,
                                           const Conditions& conditions) {
    auto statement = db.prepare(sql);
    int number = 0;
    for (const store::Value& value : conditions.values) statement->bind_one(++number, value);
    return statement;
}

std::string order_of(const Page& page) {
    std::string sql = page.reverse ? " ORDER BY n.id DESC" : " ORDER BY n.id";
    if (page.limit || page.offset > 0) {
        constexpr std::uint64_t all = 9'000'000'000'000'000'000U;
        sql += fmt::format(" LIMIT {} OFFSET {}", page.limit.value_or(all), page.offset);
    }
    return sql;
}

// An erased person has none any more.
std::string full_name(const store::Statement& row, int first) {
    if (row.text(first).empty() && row.text(first + 1).empty()) return "(erased)";
    return fmt::format("{} {}", row.text(first), row.text(first + 1));
}

StoredNotice notice_of(const store::Statement& row) {
    StoredNotice stored{.notice = {.id = NoticeId::from_stored(row.integer(0)),
                                   .person = PersonId::from_stored(row.integer(2)),
                                   .name = full_name(row, 3),
                                   .address = row.string(5),
                                   .kind = row.string(6),
                                   .state = row.string(7),
                                   .subject = {},
                                   .body = {}},
                        .operation_id = row.integer(9),
                        .items = row.string(8),
                        .email = row.string(16),
                        .tried_at = row.string(13),
                        .round = row.integer(14),
                        .erased = row.integer(17) <= 0};
    if (!row.is_null(1)) stored.notice.at = Timestamp::parse(row.text(1));
    stored.notice.tries = row.integer(10);
    if (!row.text(11).empty()) stored.notice.due = Timestamp::parse(row.text(11));
    stored.notice.answer = row.string(12);
    if (!row.text(15).empty()) stored.language = parse_language(row.text(15));
    return stored;
}

EnterpriseNumber enterprise(const store::Statement& row, int column) {
    return EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(column)));
}

ToldContext context_of(std::string_view kind, std::int64_t number, std::string_view name) {
    if (kind == "site") {
        const auto site = SiteNumber::from_stored(static_cast<std::uint64_t>(number));
        return {std::string(kind), std::string(name), site.formatted()};
    }
    if (kind == "role") return {std::string(kind), std::string(name), {}};
    return {};
}

Titles titles(const store::Statement& row, int first) {
    return {row.string(first), row.string(first + 1), row.string(first + 2)};
}

// Columns: titles in nl, fr and en, the organisation's name and number, the context's kind, number
// and name, from, until.
ToldGrant grant_of(const store::Statement& row) {
    return {.right = titles(row, 0),
            .organisation = {row.string(3), enterprise(row, 4)},
            .context = context_of(row.text(5), row.integer(6), row.text(7)),
            .from = Date::parse(row.text(8)),
            .until = Date::parse(row.text(9))};
}

}  // namespace

std::uint64_t count_notices(store::Db& db, const NoticeQuery& query) {
    const Conditions conditions = conditions_of(query);
    const auto counted = prepared(db, "SELECT count(*) FROM notice n" + conditions.sql, conditions);
    return counted->step() ? static_cast<std::uint64_t>(counted->integer(0)) : 0;
}

std::uint64_t each_notice(store::Db& db, const NoticeQuery& query,
                          const std::function<bool(const StoredNotice&)>& each) {
    const Conditions conditions = conditions_of(query);
    const std::string sql = std::string(notice_columns) + conditions.sql + order_of(query.page);
    const auto found = prepared(db, sql, conditions);
    std::uint64_t given = 0;
    while (found->step()) {
        ++given;
        if (!each(notice_of(*found))) break;
    }
    return given;
}

std::optional<StoredNotice> find_notice(store::Db& db, std::int64_t id) {
    const auto found = db.prepare(std::string(notice_columns) + " WHERE n.id = $1");
    if (!found->first({id})) return std::nullopt;
    return notice_of(*found);
}

std::optional<ToldGrant> find_grant(store::Db& db, std::int64_t id) {
    auto& found = db.statement(R"(
        SELECT d.title_nl, d.title_fr, d.title_en, o.name, o.number, c.kind, c.number, c.name,
               g.valid_from, g.valid_until
        FROM right_grant g
        JOIN working_relation r ON r.id = g.relation_id
        JOIN organisation o ON o.id = r.organisation_id
        JOIN right_definition d ON d.id = g.right_id
        JOIN context_value c ON c.id = g.context_id
        WHERE g.id = $1)");
    if (!found.first({id})) return std::nullopt;
    ToldGrant grant = grant_of(found);
    found.reset();
    return grant;
}

std::vector<ToldGrant> granted_by(store::Db& db, const StoredNotice& notice, std::size_t most) {
    auto& found = db.statement(R"(
        SELECT d.title_nl, d.title_fr, d.title_en, o.name, o.number, c.kind, c.number, c.name,
               g.valid_from, coalesce(g.first_until, g.valid_until)
        FROM working_relation r
        JOIN right_grant g ON g.relation_id = r.id
        JOIN organisation o ON o.id = r.organisation_id
        JOIN right_definition d ON d.id = g.right_id
        JOIN context_value c ON c.id = g.context_id
        WHERE r.person_id = $1 AND g.operation_id = $2
        ORDER BY g.id
        LIMIT $3)");
    found.bind(
        {notice.notice.person.value(), notice.operation_id, static_cast<std::int64_t>(most)});
    std::vector<ToldGrant> grants;
    while (found.step()) grants.push_back(grant_of(found));
    found.reset();
    return grants;
}

std::size_t count_granted(store::Db& db, const StoredNotice& notice) {
    auto& counted = db.statement(R"(
        SELECT count(*)
        FROM working_relation r
        JOIN right_grant g ON g.relation_id = r.id
        WHERE r.person_id = $1 AND g.operation_id = $2)");
    const auto rows =
        counted.first({notice.notice.person.value(), notice.operation_id}) ? counted.integer(0) : 0;
    counted.reset();
    return static_cast<std::size_t>(rows);
}

std::optional<ToldRelation> find_relation(store::Db& db, std::int64_t id) {
    auto& found = db.statement(R"(
        SELECT r.category, o.name, o.number, r.valid_from, r.valid_until
        FROM working_relation r
        JOIN organisation o ON o.id = r.organisation_id
        WHERE r.id = $1)");
    if (!found.first({id})) return std::nullopt;
    ToldRelation relation{.category = found.string(0),
                          .organisation = {found.string(1), enterprise(found, 2)},
                          .from = Date::parse(found.text(3)),
                          .until = Date::parse(found.text(4))};
    found.reset();
    return relation;
}

std::optional<ToldReview> find_review(store::Db& db, std::int64_t id, std::int64_t reviewer) {
    auto& found = db.statement(R"(
        SELECT o.name, o.number, v.due,
               (SELECT count(*) FROM review_item i
                WHERE i.review_id = v.id AND i.reviewer_id = $2)
        FROM review v JOIN organisation o ON o.id = v.organisation_id
        WHERE v.id = $1)");
    if (!found.first({id, reviewer})) return std::nullopt;
    ToldReview review{.organisation = {found.string(0), enterprise(found, 1)},
                      .grants = found.integer(3),
                      .due = Date::parse(found.text(2)),
                      .id = ReviewId::from_stored(id).text()};
    found.reset();
    return review;
}

std::optional<ToldStaff> find_staff(store::Db& db, std::int64_t id) {
    auto& found = db.statement("SELECT role, valid_from, ended_at FROM staff WHERE id = $1");
    if (!found.first({id})) return std::nullopt;
    ToldStaff staff{.role = found.string(0),
                    .from = Date::parse(found.text(1)),
                    .ended = !found.text(2).empty()};
    found.reset();
    return staff;
}

std::optional<ToldOffice> find_office(store::Db& db, std::int64_t id, std::int64_t reader) {
    auto& found = db.statement(R"(
        SELECT a.person_id, p.first_name, p.last_name, a.role, o.name, o.number,
               coalesce(d.name_nl, ''), coalesce(d.name_fr, ''), coalesce(d.name_en, ''), c.kind,
               c.number, c.name, a.valid_from
        FROM administrator a
        JOIN person p ON p.id = a.person_id
        JOIN organisation o ON o.id = a.organisation_id
        JOIN context_value c ON c.id = a.context_id
        LEFT JOIN domain d ON d.id = a.domain_id
        WHERE a.id = $1)");
    if (!found.first({id})) return std::nullopt;
    ToldOffice office{.own = found.integer(0) == reader,
                      .name = full_name(found, 1),
                      .role = found.string(3),
                      .organisation = {found.string(4), enterprise(found, 5)},
                      .domain = titles(found, 6),
                      .site = {},
                      .from = Date::parse(found.text(12)),
                      .last_day = {}};
    if (found.text(9) == "site") {
        office.site = context_of(found.text(9), found.integer(10), found.text(11));
    }
    found.reset();
    return office;
}

std::optional<ToldRequest> find_chief_request(store::Db& db, std::int64_t id, std::int64_t reader) {
    auto& found = db.statement(R"(
        SELECT q.person_id, p.first_name, p.last_name, o.name, o.number, q.state, q.answer
        FROM chief_request q
        JOIN person p ON p.id = q.person_id
        JOIN organisation o ON o.id = q.organisation_id
        WHERE q.id = $1)");
    if (!found.first({id})) return std::nullopt;
    ToldRequest request{.own = found.integer(0) == reader,
                        .name = full_name(found, 1),
                        .organisation = {found.string(3), enterprise(found, 4)},
                        .state = found.string(5),
                        .answer = found.string(6)};
    found.reset();
    return request;
}

std::optional<ToldTask> find_task(store::Db& db, std::int64_t id) {
    auto& found = db.statement(R"(
        SELECT coalesce(p.first_name || ' ' || p.last_name, ''), o.name, o.number, t.reason,
               t.answer, coalesce(d.title_nl, ''), coalesce(d.title_fr, ''),
               coalesce(d.title_en, ''), t.contexts, t.category
        FROM task t
        JOIN organisation o ON o.id = t.organisation_id
        LEFT JOIN person p ON p.id = t.person_id
        LEFT JOIN right_definition d ON d.id = t.right_id
        WHERE t.id = $1)");
    if (!found.first({id})) return std::nullopt;
    ToldTask task{.id = TaskId::from_stored(id).text(),
                  .asker = found.string(0),
                  .right = titles(found, 5),
                  .category = found.string(9),
                  .contexts = found.string(8),
                  .organisation = {found.string(1), enterprise(found, 2)},
                  .reason = found.string(3),
                  .answer = found.string(4)};
    std::string& contexts = task.contexts;
    for (auto at = contexts.find('|'); at != std::string::npos; at = contexts.find('|', at)) {
        contexts.replace(at, 1, ", ");
    }
    found.reset();
    return task;
}

std::string find_store_id(store::Db& db) {
    auto& found = db.statement("SELECT value FROM store_property WHERE name = 'store_id'");
    std::string id;
    if (found.first({})) id = found.string(0);
    found.reset();
    return id;
}

void make_wait(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement(R"(
        UPDATE notice
        SET state = 'waiting', state_at = $2, tries = 0, due_at = '', tried_at = '',
            round = round + 1,
            address = CASE
                WHEN EXISTS (SELECT 1 FROM working_relation r
                             WHERE r.person_id = notice.person_id AND r.email = notice.address)
                    THEN address
                ELSE coalesce((SELECT nullif(p.email, '') FROM person p
                               WHERE p.id = notice.person_id), address)
            END
        WHERE id = $1)")
        .run({id, now});
}

std::vector<std::int64_t> failed_notices(store::Db& db) {
    auto& found = db.statement(R"(
        SELECT n.id FROM notice n JOIN person p ON p.id = n.person_id
        WHERE n.state = 'failed' AND p.number > 0
        ORDER BY n.id)");
    found.bind({});
    std::vector<std::int64_t> ids;
    while (found.step()) ids.push_back(found.integer(0));
    found.reset();
    return ids;
}

}  // namespace dcadmin::outbox
