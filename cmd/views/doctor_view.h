// SPDX-License-Identifier: Apache-2.0
// What was looked at in an installation, and how it is.
#pragma once

#include "output/view.h"

#include <string>

namespace dcadmin::views {

/// The words of `state` are part of the interface: ok, warning, problem, skipped.
struct Finding {
    std::string name;
    std::string state;
    std::string found;
    std::string remedy;
};

[[nodiscard]] output::View<Finding> finding_view();

}  // namespace dcadmin::views
