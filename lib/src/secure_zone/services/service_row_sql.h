// SPDX-License-Identifier: Apache-2.0
// Statements that read and write single services.
#pragma once

#include "secure_zone/services/service_row.h"
#include "store/db.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace dcadmin::secure_zone {

/// Columns of a service in the order that row_from reads; FROM service s.
extern const std::string_view service_row_columns;
[[nodiscard]] ServiceRow service_row_from(const store::Statement& row);

[[nodiscard]] std::optional<ServiceRow> find_service(store::Db& db, ServiceId id);
/// Those that are there, in any order.
void read_services(store::Db& db, const std::vector<std::int64_t>& ids,
                   const std::function<void(ServiceRow)>& each);
[[nodiscard]] std::optional<ServiceRow> find_service(store::Db& db, std::int64_t organisation_id,
                                                     std::string_view work_id);
/// Who signs in as that customer; none: nobody.
[[nodiscard]] std::optional<std::int64_t> person_of_customer(store::Db& db,
                                                             std::int64_t customer_id);
[[nodiscard]] std::int64_t insert_service(store::Db& db, const ServiceRow& row,
                                          std::int64_t operation);
void set_work_id(store::Db& db, std::int64_t id, std::string_view work_id);
/// What became of it, if it is still in that state; false when it is not. Each writes no more than
/// the event changes: indexes on the other columns stay untouched.
[[nodiscard]] bool set_state(store::Db& db, const ServiceRow& now, ServiceState before);
[[nodiscard]] bool set_allocated(store::Db& db, const ServiceRow& now, ServiceState before);
[[nodiscard]] bool set_fields(store::Db& db, const ServiceRow& now, ServiceState before);

}  // namespace dcadmin::secure_zone
