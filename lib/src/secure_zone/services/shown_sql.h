// SPDX-License-Identifier: Apache-2.0
// A service as people are shown it: with the numbers and names of who is party to it.
#pragma once

#include "store/db.h"

#include <dcadmin/secure_zone/service.h>

#include <cstdint>
#include <string_view>

namespace dcadmin::secure_zone {

/// What shown_from reads, and from which tables (service s, organisation o, worker w, person p,
/// customer c).
extern const std::string_view shown_service_columns;
extern const std::string_view shown_service_tables;
/// `risk_until`: who must be handed in by then is at risk.
[[nodiscard]] Service shown_from(const store::Statement& row, Date risk_until);
/// One that is there.
[[nodiscard]] Service shown_service(store::Db& db, std::int64_t id, Date risk_until);

}  // namespace dcadmin::secure_zone
