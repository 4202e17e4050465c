// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/changes_sql.h"

namespace dcadmin::secure_zone {

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

void insert_customer_notice(store::Db& db, std::int64_t customer_id, std::string_view kind,
                            std::int64_t operation, std::string_view now) {
    db.statement(R"(
        INSERT INTO customer_notice (operation_id, customer_id, kind, state, state_at)
        SELECT CAST($1 AS BIGINT), c.id, CAST($3 AS TEXT), 'waiting', CAST($4 AS TEXT)
        FROM customer c WHERE c.id = $2 AND c.email <> ''
        ON CONFLICT (customer_id, operation_id, kind) DO NOTHING)")
        .run({operation, customer_id, kind, now});
}

}  // namespace dcadmin::secure_zone
