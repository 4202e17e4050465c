// SPDX-License-Identifier: Apache-2.0
// The table of policies: what each is called, decides, usually says, and which values it takes.
#pragma once

#include <dcadmin/error.h>

#include <span>
#include <string>
#include <string_view>

namespace dcadmin::policies {

struct Known {
    std::string_view name;
    std::string_view usual;
    std::string_view what;
    std::string_view words;  // the values it takes, separated by '|'; empty: a term ("10y");
                             // "1-24": a whole number of that range
};

[[nodiscard]] std::span<const Known> known_policies();
/// Throws not_found with the nearest name.
[[nodiscard]] const Known& get_known(std::string_view name);
/// The value as it is kept; throws usage, about `value`, for one that the policy does not take.
[[nodiscard]] std::string checked(const Known& policy, std::string_view value);

}  // namespace dcadmin::policies
