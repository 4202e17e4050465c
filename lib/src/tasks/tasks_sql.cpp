// SPDX-License-Identifier: Apache-2.0
#include "tasks/tasks_sql.h"

#include "store/listing.h"
#include "tasks/ends_sql.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

namespace dcadmin::tasks {

namespace {

// Where a row of the union comes from.
enum Source : std::int64_t { stored = 1, grants = 2, relations = 3, organisations = 4 };

constexpr std::string_view stored_tasks = R"(
    SELECT 1 AS source, s.id AS ident, s.kind AS kind, s.state AS state,
           s.organisation_id AS organisation_id, s.person_id AS person_id, s.subject AS subject,
           s.due AS due, s.right_id AS right_id, s.contexts AS contexts, s.audience AS audience,
           s.category AS category, s.email AS email, s.phone AS phone, s.valid_from AS valid_from,
           s.valid_until AS valid_until, s.reason AS reason, s.answer AS answer,
           s.operation_id AS operation_id
    FROM task s
    WHERE length($1) + length($2) + length($3) > 0)";

constexpr std::string_view expiring_grants = R"(
    SELECT 2, g.id, 'expiring-right', 'open', r.organisation_id, r.person_id, 'g-' || g.id,
           g.valid_until, g.right_id, c.code, r.audience, r.category, '', '', g.valid_from,
           g.valid_until, g.reason, '', NULL
    FROM right_grant g
    JOIN working_relation r ON r.id = g.relation_id
    JOIN context_value c ON c.id = g.context_id
    WHERE NOT EXISTS (
        SELECT 1 FROM task x
        WHERE x.subject = 'g-' || g.id AND x.state = 'done' AND x.due = g.valid_until) AND)";

constexpr std::string_view expiring_relations = R"(
    SELECT 3, r.id, 'expiring-relation', 'open', r.organisation_id, r.person_id, 'r-' || r.id,
           r.valid_until, NULL, '', r.audience, r.category, r.email, r.phone, r.valid_from,
           r.valid_until, r.reason, '', NULL
    FROM working_relation r
    WHERE NOT EXISTS (
        SELECT 1 FROM task x
        WHERE x.subject = 'r-' || r.id AND x.state = 'done' AND x.due = r.valid_until) AND)";

// An organisation that somebody works for, or that was activated, and that nobody administers:
// since the last office ended, if there ever was one.
constexpr std::string_view orphans = R"(
    SELECT 4, w.number, 'orphan-organisation', 'open', w.id, NULL, '', w.since, NULL, '', '', '',
           '', '', '', '', '', '', NULL
    FROM (
        SELECT o.id AS id, o.number AS number, coalesce((
            SELECT max(CASE WHEN a.ended_at <> '' AND substr(a.ended_at, 1, 10) < a.valid_until
                            THEN substr(a.ended_at, 1, 10) ELSE a.valid_until END)
            FROM administrator a
            WHERE a.organisation_id = o.id AND a.valid_from <= $1), '') AS since
        FROM organisation o
        WHERE (EXISTS (SELECT 1 FROM activation v WHERE v.organisation_id = o.id)
            OR EXISTS (
                SELECT 1 FROM working_relation r
                WHERE r.organisation_id = o.id AND r.valid_from <= $1 AND r.valid_until >= $1
                    AND (r.ended_at = '' OR r.ended_at > $3)))
            AND NOT EXISTS (SELECT 1 FROM administrator a WHERE a.organisation_id = o.id AND)";

constexpr std::string_view orphans_end = R"()) w
    WHERE NOT EXISTS (
        SELECT 1 FROM task x
        WHERE x.organisation_id = w.id AND x.kind = 'orphan-organisation' AND x.state = 'done'
            AND x.due = w.since))";

constexpr std::string_view task_columns = R"(
    SELECT t.source, t.ident, t.kind, t.state, o.number, o.name, t.person_id, p.first_name,
           p.last_name, t.subject, t.due, t.right_id, d.code, d.title_nl, t.contexts, t.audience,
           t.category, t.email, t.phone, t.valid_from, t.valid_until, n.at, t.reason, t.answer,
           t.organisation_id
    FROM ()";

constexpr std::string_view task_joins = R"() t
    JOIN organisation o ON o.id = t.organisation_id
    LEFT JOIN person p ON p.id = t.person_id
    LEFT JOIN right_definition d ON d.id = t.right_id
    LEFT JOIN operation n ON n.id = t.operation_id)";

std::string all_tasks() {
    return fmt::format("{} UNION ALL {} {} UNION ALL {} {} UNION ALL {} {}{}", stored_tasks,
                       expiring_grants, grant_ends, expiring_relations, relation_ends, orphans,
                       office_held, orphans_end);
}

store::Listing listing_of(const Window& window) {
    const std::string all = all_tasks();
    const std::string day = window.day.iso();
    const std::string before = window.before.iso();
    const std::string moment = window.moment.iso();
    return {fmt::format("{}{}{}", task_columns, all, task_joins),
            fmt::format("SELECT count(*) FROM ({}) t", all),
            {day, before, moment}};
}

TaskRef ref_of(std::int64_t source, std::int64_t ident) {
    switch (source) {
        case grants: return GrantId::from_stored(ident);
        case relations: return RelationId::from_stored(ident);
        case organisations: return EnterpriseNumber::from_stored(static_cast<std::uint64_t>(ident));
        default: return TaskId::from_stored(ident);
    }
}

std::optional<Date> maybe_day(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return Date::parse(text);
}

Task task_from(const store::Statement& row) {
    Task task{.id = ref_of(row.integer(0), row.integer(1)),
              .kind = parse_task_kind(row.text(2)),
              .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(4))),
              .org_name = row.string(5),
              .person = {},
              .name = {},
              .subject = row.string(9),
              .title = {},
              .due = maybe_day(row.text(10)),
              .state = parse_task_state(row.text(3)),
              .asked_at = {},
              .reason = row.string(22),
              .answer = row.string(23),
              .right = {},
              .contexts = {},
              .audience = row.string(15),
              .category = row.string(16),
              .email = {},
              .phone = {},
              .from = maybe_day(row.text(19)),
              .until = maybe_day(row.text(20))};
    if (!row.is_null(6)) {
        task.person = PersonId::from_stored(row.integer(6));
        task.name = fmt::format("{} {}", row.text(7), row.text(8));
    }
    if (!row.is_null(12)) task.right = RightCode::from_stored(row.string(12));
    if (!row.text(14).empty()) {
        for (const std::string_view one : text::split(row.text(14), '|')) {
            task.contexts.emplace_back(one);
        }
    }
    if (!row.text(17).empty()) task.email = EmailAddress::from_stored(row.string(17));
    if (!row.text(18).empty()) task.phone = PhoneNumber::from_stored(row.string(18));
    if (!row.is_null(21)) task.asked_at = Timestamp::parse(row.text(21));
    if (row.integer(0) == organisations) task.subject = task.org.digits();
    task.title = title_of(task, row.is_null(13) ? std::string_view() : row.text(13));
    return task;
}

constexpr std::string_view stored_columns = R"(
    SELECT t.id, t.organisation_id, o.number, t.kind, t.state, t.person_id, t.subject, t.due,
           t.right_id, coalesce(d.code, ''), t.contexts, t.audience, t.category, t.email, t.phone,
           t.valid_from, t.valid_until, t.reason, t.answer
    FROM task t
    JOIN organisation o ON o.id = t.organisation_id
    LEFT JOIN right_definition d ON d.id = t.right_id)";

StoredTask stored_from(const store::Statement& row) {
    return {.id = row.integer(0),
            .organisation_id = row.integer(1),
            .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(2))),
            .kind = parse_task_kind(row.text(3)),
            .state = parse_task_state(row.text(4)),
            .person_id = row.maybe_integer(5),
            .subject = row.string(6),
            .due = row.string(7),
            .right_id = row.maybe_integer(8),
            .right = row.string(9),
            .contexts = row.string(10),
            .audience = row.string(11),
            .category = row.string(12),
            .email = row.string(13),
            .phone = row.string(14),
            .from = row.string(15),
            .until = row.string(16),
            .reason = row.string(17),
            .answer = row.string(18)};
}

std::optional<StoredTask> first_stored(store::Db& db, std::string_view condition,
                                       std::initializer_list<store::Value> values) {
    auto& found = db.statement(fmt::format("{} WHERE {}", stored_columns, condition));
    if (!found.first(values)) return std::nullopt;
    StoredTask task = stored_from(found);
    found.reset();
    return task;
}

}  // namespace

std::optional<StoredTask> find_stored(store::Db& db, std::int64_t id) {
    return first_stored(db, "t.id = $1", {id});
}

std::optional<StoredTask> find_open_request(store::Db& db, const StoredTask& asked) {
    return first_stored(db,
                        "t.state = 'open' AND t.kind = $1 AND t.organisation_id = $2 AND "
                        "t.person_id = $3 AND coalesce(t.right_id, 0) = $4 AND t.contexts = $5 AND "
                        "t.audience = $6",
                        {name_of(asked.kind), asked.organisation_id, asked.person_id.value_or(0),
                         asked.right_id.value_or(0), asked.contexts, asked.audience});
}

std::optional<std::int64_t> find_done(store::Db& db, std::string_view subject) {
    auto& found = db.statement(R"(
        SELECT id FROM task WHERE subject = $1 AND state = 'done' ORDER BY id DESC LIMIT 1)");
    if (!found.first({subject})) return std::nullopt;
    const auto id = found.integer(0);
    found.reset();
    return id;
}

void close_task(store::Db& db, const StoredTask& task) {
    db.statement("UPDATE task SET state = $2, subject = $3, answer = $4 WHERE id = $1")
        .run({task.id, name_of(task.state), task.subject, task.answer});
}

inbox::TaskRow row_of(const StoredTask& task) {
    return {.id = task.id,
            .organisation_id = task.organisation_id,
            .kind = name_of(task.kind),
            .state = name_of(task.state),
            .person_id = task.person_id,
            .subject = task.subject,
            .due = task.due,
            .right_id = task.right_id,
            .contexts = task.contexts,
            .audience = task.audience,
            .category = task.category,
            .email = task.email,
            .phone = task.phone,
            .valid_from = task.from,
            .valid_until = task.until,
            .reason = task.reason,
            .answer = task.answer};
}

std::uint64_t list_tasks(store::Db& db, const TaskQuery& query, const Each<Task>& each) {
    const TaskFilter& filter = query.filter;
    store::Listing listing = listing_of(query.window);
    listing.where("t.state = {}", name_of(filter.state.value_or(TaskState::open)));
    if (query.organisation_id) listing.where("t.organisation_id = {}", *query.organisation_id);
    if (query.person_id) listing.where("t.person_id = {}", *query.person_id);
    if (filter.kind) listing.where("t.kind = {}", name_of(*filter.kind));
    access::narrow(listing, query.sight,
                   {.organisation = "t.organisation_id", .person = "t.person_id"});
    if (query.only) {
        const std::string day = query.only->day.iso();
        const std::string moment = query.only->moment.iso();
        listing.where(administered_by, {query.only->person_id, day, day, moment});
    }
    listing.order(filter.page,
                  {{"due", "t.due, t.source, t.ident"},
                   {"id", "t.source, t.ident"},
                   {"org", "o.number, t.source, t.ident"},
                   {"kind", "t.kind, t.due, t.ident"}},
                  "due");
    return listing.run(db, [&](const store::Statement& row) { return each(task_from(row)); });
}

std::optional<FoundTask> find_task(store::Db& db, const TaskRef& task, const Window& window) {
    store::Listing listing = listing_of(window);
    const auto where = [&](Source source, std::int64_t ident) {
        listing.where("t.source = {} AND t.ident = {}", {std::int64_t{source}, ident});
    };
    if (const auto* id = std::get_if<TaskId>(&task)) where(stored, id->value());
    if (const auto* id = std::get_if<GrantId>(&task)) where(grants, id->value());
    if (const auto* id = std::get_if<RelationId>(&task)) where(relations, id->value());
    if (const auto* org = std::get_if<EnterpriseNumber>(&task)) {
        where(organisations, static_cast<std::int64_t>(org->value()));
    }
    std::optional<FoundTask> found;
    listing.run(db, [&](const store::Statement& row) {
        found.emplace(FoundTask{task_from(row), row.integer(24), row.maybe_integer(11)});
        return true;  // there is no other
    });
    return found;
}

bool has_relation(store::Db& db, std::int64_t person_id, std::int64_t organisation_id, Date day,
                  Timestamp now) {
    const std::string on = day.iso();
    const std::string moment = now.iso();
    auto& found = db.statement(R"(
        SELECT 1 FROM working_relation
        WHERE person_id = $1 AND organisation_id = $2 AND valid_until >= $3
            AND (ended_at = '' OR ended_at > $4)
        LIMIT 1)");
    const bool there = found.first({person_id, organisation_id, on, moment});
    found.reset();
    return there;
}

std::string address_of(store::Db& db, const StoredTask& request, Date day, Timestamp now) {
    const std::string on = day.iso();
    const std::string moment = now.iso();
    auto& found = db.statement(R"(
        SELECT coalesce((
            SELECT r.email FROM working_relation r
            WHERE r.person_id = p.id AND r.organisation_id = $2 AND r.valid_until >= $3
                AND (r.ended_at = '' OR r.ended_at > $4) AND r.email <> ''
            ORDER BY r.valid_from, r.id LIMIT 1), ''), p.email
        FROM person p WHERE p.id = $1)");
    std::string address;
    if (found.first({request.person_id.value_or(0), request.organisation_id, on, moment})) {
        address = found.string(0);
        if (address.empty()) address = request.email;
        if (address.empty()) address = found.string(1);
    }
    found.reset();
    return address;
}

}  // namespace dcadmin::tasks
