// SPDX-License-Identifier: Apache-2.0
#include "outbox/customer_notices_sql.h"

#include "outbox/customer_texts.h"
#include "store/listing.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::outbox {

namespace {

// A mail of more lines is read by nobody.
constexpr std::size_t most_lines = 1000;

constexpr std::string_view notice_columns = R"(
    SELECT n.id, p.at, n.customer_id, c.name, c.email, n.kind, n.state, n.operation_id, n.tries,
           n.due_at, n.answer, n.tried_at, n.round, c.language, c.audit_key
    FROM customer_notice n
    JOIN operation p ON p.id = n.operation_id
    JOIN customer c ON c.id = n.customer_id)";

StoredNotice stored_from(const store::Statement& row) {
    const bool erased = row.text(14).empty();
    StoredNotice stored{.notice = {.id = NoticeId::from_stored(row.integer(0)),
                                   .at = Timestamp::parse(row.text(1)),
                                   .person = PersonId::from_stored(0),
                                   .name = erased ? "(erased)" : row.string(3),
                                   .address = row.string(4),
                                   .kind = row.string(5),
                                   .state = row.string(6),
                                   .subject = {},
                                   .body = {},
                                   .tries = row.integer(8),
                                   .due = {},
                                   .answer = row.string(10)},
                        .operation_id = row.integer(7),
                        .items = {},
                        .language = parse_language(row.text(13)),
                        .email = row.string(4),
                        .tried_at = row.string(11),
                        .round = row.integer(12),
                        .erased = erased,
                        .customer_id = row.integer(2)};
    if (!row.text(9).empty()) stored.notice.due = Timestamp::parse(row.text(9));
    return stored;
}

// What an operation did that is told by that kind; $1 the customer, $2 the operation, $3 the kind.
// From the customer's services on: an operation may have changed a million others.
constexpr std::string_view told = R"(
    FROM service s
    JOIN service_change x ON x.service_id = s.id
    JOIN change_set t ON t.id = x.change_set_id
    LEFT JOIN worker w ON w.id = s.worker_id
    LEFT JOIN person p ON p.id = w.person_id
    WHERE s.customer_id = $1 AND t.operation_id = $2
        AND CASE $3
            WHEN 'service.validated' THEN
                CASE WHEN x.event IN ('validate', 'validation-ran-out')
                          AND x.state_after = 'validated' THEN 1 ELSE 0 END
            WHEN 'service.modified' THEN CASE WHEN x.event = 'modify' THEN 1 ELSE 0 END
            WHEN 'service.cancelled' THEN CASE WHEN x.event = 'cancel' THEN 1 ELSE 0 END
            ELSE 1 END = 1)";

std::vector<ToldService> told_services(store::Db& db, const StoredNotice& stored) {
    auto& rows = db.statement(fmt::format(R"(
        SELECT s.day, s.hours, coalesce(p.first_name, ''), x.due_on{}
        ORDER BY s.day, s.id, x.id LIMIT $4)",
                                          told));
    rows.bind({stored.customer_id, stored.operation_id, stored.notice.kind,
               static_cast<std::int64_t>(most_lines)});
    std::vector<ToldService> services;
    while (rows.step()) {
        services.push_back({.day = Date::parse(rows.text(0)),
                            .hours = rows.integer(1),
                            .worker = rows.string(2),
                            .answer_by = {}});
        if (!rows.text(3).empty()) services.back().answer_by = Date::parse(rows.text(3));
    }
    rows.reset();
    return services;
}

}  // namespace

std::optional<StoredNotice> find_customer_notice(store::Db& db, std::int64_t id) {
    auto& found = db.statement(fmt::format("{} WHERE n.id = $1", notice_columns));
    if (!found.first({id})) return std::nullopt;
    StoredNotice stored = stored_from(found);
    found.reset();
    return stored;
}

std::uint64_t list_customer_notices(store::Db& db, const CustomerNoticeFilter& filter,
                                    std::optional<std::int64_t> id, const access::Sight& sight,
                                    const Each<CustomerNotice>& each) {
    constexpr std::string_view from_where = R"(
        FROM customer_notice n
        JOIN operation p ON p.id = n.operation_id
        JOIN customer c ON c.id = n.customer_id
        JOIN organisation o ON o.id = c.organisation_id)";
    store::Listing listing(fmt::format(R"(
        SELECT n.id, p.at, n.customer_id, c.name, c.email, n.kind, n.state, n.operation_id, n.tries,
               n.due_at, n.answer, n.tried_at, n.round, c.language, c.audit_key, o.number{})",
                                       from_where),
                           fmt::format("SELECT count(*){}", from_where));
    if (id) listing.where("n.id = {}", *id);
    if (filter.customer) listing.where("n.customer_id = {}", filter.customer->value());
    if (!filter.state.empty()) listing.where("n.state = {}", filter.state);
    if (!filter.kind.empty()) listing.where("n.kind = {}", filter.kind);
    access::narrow(listing, sight, {.organisation = "c.organisation_id", .person = "c.person_id"});
    listing.order(filter.page, {{"id", "n.id"}}, "id");
    return listing.run(db, [&](const store::Statement& row) {
        const StoredNotice stored = stored_from(row);
        const Notice& notice = stored.notice;
        CustomerNotice one{
            .number = notice.id.value(),
            .at = notice.at,
            .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(15))),
            .customer = CustomerId::from_stored(stored.customer_id),
            .name = notice.name,
            .address = notice.address,
            .kind = notice.kind,
            .state = notice.state,
            .subject = {},
            .body = {},
            .tries = notice.tries,
            .due = notice.due,
            .answer = notice.answer};
        one.subject =
            customer_subject_of(stored.language, one.kind,
                                count_told(db, stored.customer_id, stored.operation_id, one.kind));
        return each(one);
    });
}

std::vector<std::int64_t> failed_customer_notices(store::Db& db) {
    auto& rows = db.statement(R"(
        SELECT n.id FROM customer_notice n JOIN customer c ON c.id = n.customer_id
        WHERE n.state = 'failed' AND c.email <> '' ORDER BY n.id)");
    rows.bind({});
    std::vector<std::int64_t> ids;
    while (rows.step()) ids.push_back(rows.integer(0));
    rows.reset();
    return ids;
}

void make_customer_notice_wait(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement(R"(
        UPDATE customer_notice
        SET state = 'waiting', state_at = $2, due_at = '', tried_at = '', answer = '',
            round = round + 1
        WHERE id = $1)")
        .run({id, now});
}

std::size_t count_told(store::Db& db, std::int64_t customer_id, std::int64_t operation_id,
                       std::string_view kind) {
    auto& counted = db.statement(fmt::format("SELECT count(*){}", told));
    const auto rows = counted.first({customer_id, operation_id, kind}) ? counted.integer(0) : 0;
    counted.reset();
    return static_cast<std::size_t>(rows);
}

CustomerFacts customer_facts_of(store::Db& db, const StoredNotice& stored) {
    auto& company = db.statement(R"(
        SELECT o.name, o.number
        FROM customer c JOIN organisation o ON o.id = c.organisation_id WHERE c.id = $1)");
    if (!company.first({stored.customer_id})) throw Error(Kind::integrity, "a customer is gone");
    CustomerFacts facts{
        .kind = stored.notice.kind,
        .name = stored.notice.name,
        .organisation = {company.string(0), EnterpriseNumber::from_stored(
                                                static_cast<std::uint64_t>(company.integer(1)))},
        .at = stored.notice.at,
        .services = {},
        .count = 0};
    company.reset();
    facts.services = told_services(db, stored);
    facts.count = facts.services.size();
    if (facts.count == most_lines) {
        facts.count = count_told(db, stored.customer_id, stored.operation_id, stored.notice.kind);
    }
    return facts;
}

}  // namespace dcadmin::outbox
