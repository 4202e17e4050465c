// SPDX-License-Identifier: Apache-2.0
// Which program this is.
#pragma once

#include "output/view.h"

#include <string_view>

namespace dcadmin::views {

struct Version {
    std::string_view program;
    std::string_view version;
};
[[nodiscard]] output::View<Version> version_view();

}  // namespace dcadmin::views
