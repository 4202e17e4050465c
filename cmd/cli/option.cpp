// SPDX-License-Identifier: Apache-2.0
#include "cli/option.h"

#include "cli/command.h"

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::cli {

std::string Option::column_name() const {
    std::string spelled(name);
    std::replace(spelled.begin(), spelled.end(), '-', '_');
    return spelled;
}

std::string Command::name() const {
    return verb.empty() ? std::string(noun) : fmt::format("{} {}", noun, verb);
}

}  // namespace dcadmin::cli
