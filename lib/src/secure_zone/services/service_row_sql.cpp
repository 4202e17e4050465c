// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/service_row_sql.h"

#include "store/list_statement.h"

#include <fmt/format.h>

#include <string>

namespace dcadmin::secure_zone {

namespace {

std::optional<Date> day_or_none(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return Date::parse(text);
}

std::string text_of(const std::optional<Date>& day) {
    return day ? day->iso() : std::string();
}

std::optional<ServiceRow> first_of(store::Statement& found) {
    ServiceRow row = service_row_from(found);
    found.reset();
    return row;
}

const std::string& select() {
    static const std::string sql = fmt::format("SELECT {} FROM service s", service_row_columns);
    return sql;
}

}  // namespace

const std::string_view service_row_columns =
    "s.id, s.organisation_id, s.work_id, s.worker_id, s.context_id, s.customer_id, s.region, "
    "s.day, "
    "s.hours, s.activity, s.entered_by, s.channel, s.state, s.registered_on, s.validated_on, "
    "s.confirmed_on, s.due_on, s.allocated, s.issued, s.paid, s.hand_in_until";

ServiceRow service_row_from(const store::Statement& row) {
    return {.id = row.integer(0),
            .organisation_id = row.integer(1),
            .work_id = row.string(2),
            .worker_id = row.integer(3),
            .context_id = row.integer(4),
            .customer_id = row.integer(5),
            .region = parse_region(row.text(6)),
            .day = Date::parse(row.text(7)),
            .hours = row.integer(8),
            .activity = parse_activity(row.text(9)),
            .entered_by = parse_entered_by(row.text(10)),
            .channel = parse_channel(row.text(11)),
            .state = parse_service_state(row.text(12)),
            .registered_on = Date::parse(row.text(13)),
            .validated_on = day_or_none(row.text(14)),
            .confirmed_on = day_or_none(row.text(15)),
            .due_on = day_or_none(row.text(16)),
            .allocated = row.integer(17),
            .issued = row.integer(18),
            .paid = row.integer(19),
            .hand_in_until = row.string(20)};
}

std::optional<ServiceRow> find_service(store::Db& db, ServiceId id) {
    static const std::string sql = select() + " WHERE s.id = $1";
    auto& found = db.statement(sql);
    if (!found.first({id.value()})) return std::nullopt;
    return first_of(found);
}

void read_services(store::Db& db, const std::vector<std::int64_t>& ids,
                   const std::function<void(ServiceRow)>& each) {
    static const store::ListStatement sql(select() + " WHERE s.id IN ({})", 1);
    sql.run(db, {}, ids, [&](const store::Statement& row) { each(service_row_from(row)); });
}

std::optional<ServiceRow> find_service(store::Db& db, std::int64_t organisation_id,
                                       std::string_view work_id) {
    static const std::string sql = select() + " WHERE s.organisation_id = $1 AND s.work_id = $2";
    auto& found = db.statement(sql);
    if (!found.first({organisation_id, work_id})) return std::nullopt;
    return first_of(found);
}

std::optional<std::int64_t> person_of_customer(store::Db& db, std::int64_t customer_id) {
    auto& found = db.statement("SELECT person_id FROM customer WHERE id = $1");
    std::optional<std::int64_t> person;
    if (found.first({customer_id})) person = found.maybe_integer(0);
    found.reset();
    return person;
}

std::int64_t insert_service(store::Db& db, const ServiceRow& row, std::int64_t operation) {
    const std::string day = row.day.iso();
    const std::string registered_on = row.registered_on.iso();
    const std::string due_on = text_of(row.due_on);
    return db
        .statement(R"(
        INSERT INTO service (organisation_id, work_id, worker_id, context_id, customer_id, region,
                             day, hours, activity, entered_by, channel, state, registered_on,
                             validated_on, confirmed_on, due_on, allocated, issued, paid,
                             hand_in_until, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', '', $14, 0, 0, 0, '',
                $15)
        RETURNING id)")
        .insert({row.organisation_id, row.work_id, row.worker_id, row.context_id, row.customer_id,
                 name_of(row.region), day, row.hours, name_of(row.activity),
                 name_of(row.entered_by), name_of(row.channel), name_of(row.state), registered_on,
                 due_on, operation});
}

void set_work_id(store::Db& db, std::int64_t id, std::string_view work_id) {
    db.statement("UPDATE service SET work_id = $2 WHERE id = $1").run({id, work_id});
}

bool set_state(store::Db& db, const ServiceRow& now, ServiceState before) {
    const std::string validated_on = text_of(now.validated_on);
    const std::string confirmed_on = text_of(now.confirmed_on);
    const std::string due_on = text_of(now.due_on);
    return db.statement(R"(
        UPDATE service SET state = $3, validated_on = $4, confirmed_on = $5, due_on = $6
        WHERE id = $1 AND state = $2)")
               .run({now.id, name_of(before), name_of(now.state), validated_on, confirmed_on,
                     due_on}) == 1;
}

bool set_allocated(store::Db& db, const ServiceRow& now, ServiceState before) {
    return db.statement(R"(
        UPDATE service SET state = $3, allocated = $4, hand_in_until = $5
        WHERE id = $1 AND state = $2)")
               .run({now.id, name_of(before), name_of(now.state), now.allocated,
                     now.hand_in_until}) == 1;
}

bool set_fields(store::Db& db, const ServiceRow& now, ServiceState before) {
    const std::string day = now.day.iso();
    return set_state(db, now, before) &&
           db.statement("UPDATE service SET day = $2, hours = $3, activity = $4 WHERE id = $1")
                   .run({now.id, day, now.hours, name_of(now.activity)}) == 1;
}

}  // namespace dcadmin::secure_zone
