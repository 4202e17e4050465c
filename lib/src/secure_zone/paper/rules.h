// SPDX-License-Identifier: Apache-2.0
// What must stand on a paper voucher, as pure functions (secure_zone.md, sections 1.4 and 12, 7).
#pragma once

#include "secure_zone/paper/paper_sql.h"

#include <optional>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

/// Whether a field that is missing keeps the voucher from being paid: day and worker everywhere
/// ([S33]), in Brussels every field ([S34]).
[[nodiscard]] bool blocks_payment(Region region, std::string_view field);
/// The fields among date, worker and activity that the row does not have.
[[nodiscard]] std::vector<std::string> empty_fields(const PaperRow& row);
/// "date|worker"
[[nodiscard]] std::string fields_text(const std::vector<std::string>& fields);
/// Why the service cannot have been on that day, for a voucher that was read on that day, may be
/// used until a last day, and pays for no service before a first; empty: it can.
[[nodiscard]] std::string why_not_on(Date day, Date read_on, std::optional<Date> usable_until,
                                     std::optional<Date> first);

}  // namespace dcadmin::secure_zone
