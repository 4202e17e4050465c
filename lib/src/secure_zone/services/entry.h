// SPDX-License-Identifier: Apache-2.0
// How a service comes into the store, for those who register one and those who import many: who is
// party to it, and what must be so.
#pragma once

#include "secure_zone/customers/find.h"
#include "secure_zone/services/service_row.h"
#include "secure_zone/workers/find.h"
#include "store/tx.h"

#include <dcadmin/bulk.h>
#include <dcadmin/secure_zone/services.h>

#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

struct Parties {
    WorkerRow worker;
    FoundCustomer customer;
};
/// not_found, about `worker` or `customer`, for another company's; asks access for the operation.
[[nodiscard]] Parties parties_of(store::Tx& tx, AffiliationNumber worker, CustomerNumber customer,
                                 access::Operation operation);
/// A row of these parties that is registered; what is its own is left to who calls.
[[nodiscard]] ServiceRow row_of(const Parties& parties);

/// usage outside 1..9.
[[nodiscard]] int checked_hours(int hours);
/// Trimmed; usage for one that text::clean refuses.
[[nodiscard]] std::string checked_work_id(std::string_view given);
/// That it may come in: rule, naming what is missing. usage for a work id that is the store's own.
void require_may_come_in(store::Tx& tx, const Parties& parties, CustomerNumber customer,
                         const ServiceRow& row);

/// What came of a request.
struct Entered {
    bool changed = false;
    std::int64_t id = 0;
    std::string remark = {};
};
[[nodiscard]] Written<Service> written_of(store::Tx& tx, const Entered& entered);
[[nodiscard]] bulk::Result result_of(const Entered& entered);

}  // namespace dcadmin::secure_zone
