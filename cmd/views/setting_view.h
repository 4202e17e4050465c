// SPDX-License-Identifier: Apache-2.0
// A setting with the place it comes from, and a profile.
#pragma once

#include "output/view.h"

#include <string>

namespace dcadmin::views {

struct ShownSetting {
    std::string key;
    std::string value;
    std::string source;
};
[[nodiscard]] output::View<ShownSetting> setting_view();

struct ShownProfile {
    std::string name;
    bool in_use = false;
    std::string store;
    std::string org;
};
[[nodiscard]] output::View<ShownProfile> profile_view();

}  // namespace dcadmin::views
