// SPDX-License-Identifier: Apache-2.0
// Issuances of a company month by month: as a chart, and as the table beside it that says the same.
#pragma once

#include "output/bar_chart.h"
#include "output/html.h"

#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/env.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::commands {

/// Vouchers of what was handed in, by the day that it was made.
struct MonthTotal {
    std::string month;
    std::int64_t issuances = 0;
    std::int64_t electronic = 0;
    std::int64_t paper = 0;
};

/// Of the last twelve months, this one included.
[[nodiscard]] std::vector<MonthTotal> month_totals(const Env& env, EnterpriseNumber org);
[[nodiscard]] output::View<MonthTotal> month_view();
[[nodiscard]] output::BarChart chart_of(const std::vector<MonthTotal>& months,
                                        std::string_view company);

}  // namespace dcadmin::commands
