// SPDX-License-Identifier: Apache-2.0
// How a row of a plan is shown.
#pragma once

#include "output/view.h"

#include <dcadmin/bulk.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::views {

struct ShownPlanRow {
    std::uint64_t row = 0;
    std::string command;
    std::string request;
    bulk::State state = bulk::State::applied;
    std::optional<Kind> code;
    std::string message;
    std::string id;
    std::vector<std::string> changes;
};

[[nodiscard]] output::View<ShownPlanRow> plan_row_view();

}  // namespace dcadmin::views
