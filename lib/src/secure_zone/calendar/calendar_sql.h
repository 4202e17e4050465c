// SPDX-License-Identifier: Apache-2.0
// Statements about holidays and closing days.
#pragma once

#include "secure_zone/calendar/rules.h"
#include "store/db.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::secure_zone {

/// All of them, named in that language.
[[nodiscard]] std::vector<HolidayRule> read_holidays(store::Db& db, std::string_view language);

struct ClosingRow {
    std::int64_t id;
    std::optional<std::int64_t> organisation_id;
    Date day;
    std::string reason;
};
/// From the first through the last day: the issuer's, and those of that organisation. By day.
[[nodiscard]] std::vector<ClosingRow> read_closings(store::Db& db, DateRange days,
                                                    std::optional<std::int64_t> organisation_id);
/// The one of that day that was not taken back.
[[nodiscard]] std::optional<ClosingRow> find_closing(store::Db& db, Date day,
                                                     std::optional<std::int64_t> organisation_id);
[[nodiscard]] std::int64_t insert_closing(store::Db& db, const ClosingRow& row,
                                          std::int64_t operation);
void open_closing(store::Db& db, std::int64_t id, std::string_view now);

}  // namespace dcadmin::secure_zone
