// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/changes_sql.h"

#include "store/list_statement.h"

#include <optional>
#include <string>

namespace dcadmin::secure_zone {

namespace {

std::string text_of(const std::optional<Date>& day) {
    return day ? day->iso() : std::string();
}

}  // namespace

void ChangeTables::add(std::int64_t set, const audit::ServiceLineFields& line) {
    if (!lines_) {
        lines_ = db_.append_to("service_change",
                               {"change_set_id", "service_id", "event", "state_before",
                                "state_after", "day", "due_on", "fields_before", "fields_after"});
    }
    lines_->add({set, line.service_id, line.event, line.state_before, line.state_after, line.day,
                 line.due_on, line.fields_before, line.fields_after});
}

void ChangeTables::add(std::int64_t set, const audit::AllocationFields& allocation) {
    if (!allocations_) {
        allocations_ = db_.append_to(
            "allocation", {"change_set_id", "service_id", "voucher_order_id", "first_number",
                           "vouchers", "allocated_on", "hand_in_until", "issuance_id"});
    }
    allocations_->add({set, allocation.service_id, allocation.order_id, allocation.first_number,
                       allocation.vouchers, allocation.allocated_on, allocation.hand_in_until,
                       std::int64_t{0}});
}

void ChangeTables::flush() {
    if (lines_) lines_->flush();
    if (allocations_) allocations_->flush();
    lines_.reset();
    allocations_.reset();
}

std::int64_t insert_change_set(store::Db& db, std::int64_t organisation_id, std::string_view verb,
                               std::int64_t operation) {
    return db
        .statement(R"(
        INSERT INTO change_set (organisation_id, verb, operation_id) VALUES ($1, $2, $3)
        RETURNING id)")
        .insert({organisation_id, verb, operation});
}

bool change_alike(store::Db& db, std::int64_t set, const AlikeStep& step,
                  std::span<const std::int64_t> services) {
    static const store::ListStatement rows(
        "UPDATE service SET state = $2, validated_on = $3, confirmed_on = $4, due_on = $5 "
        "WHERE state = $1 AND id IN ({})",
        6);
    static const store::ListStatement lines(
        "INSERT INTO service_change (change_set_id, service_id, event, state_before, state_after, "
        "day, due_on, fields_before, fields_after) "
        "SELECT CAST($1 AS BIGINT), id, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), "
        "CAST($5 AS TEXT), CAST($6 AS TEXT), '', '' FROM service WHERE id IN ({}) ORDER BY id",
        7);
    const std::string validated_on = text_of(step.validated_on);
    const std::string confirmed_on = text_of(step.confirmed_on);
    const std::string due_on = text_of(step.due_on);
    const std::string day = step.day.iso();
    const auto count = static_cast<std::int64_t>(services.size());
    return rows.change(
               db, {name_of(step.before), name_of(step.after), validated_on, confirmed_on, due_on},
               services) == count &&
           lines.change(
               db,
               {set, name_of(step.event), name_of(step.before), name_of(step.after), day, due_on},
               services) == count;
}

void insert_customer_notices(store::Db& db, std::span<const std::int64_t> customers,
                             std::string_view kind, std::int64_t operation, std::string_view now) {
    static const store::ListStatement insert(R"(
        INSERT INTO customer_notice (operation_id, customer_id, kind, state, state_at)
        SELECT CAST($1 AS BIGINT), c.id, CAST($2 AS TEXT), 'waiting', CAST($3 AS TEXT)
        FROM customer c WHERE c.id IN ({}) AND c.email <> '' ORDER BY c.id
        ON CONFLICT (customer_id, operation_id, kind) DO NOTHING)",
                                             4);
    insert.change(db, {operation, kind, now}, customers);
}

}  // namespace dcadmin::secure_zone
