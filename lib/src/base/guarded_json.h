// SPDX-License-Identifier: Apache-2.0
// JSON that came from outside. The parser keeps the last of two members of one name, takes a NUL
// for the end, and can be nested until the stack ends; so it is read through a guard that refuses
// each of these before anybody looks at a value.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace dcadmin::base {

struct JsonLimits {
    std::size_t bytes = std::size_t{1024} * 1024;
    std::size_t depth = 32;
};

/// Reads the text into `value`. Answers what is wrong, as the end of a sentence ("has a member
/// twice"); empty when nothing is.
[[nodiscard]] std::string read_json(std::string_view text, nlohmann::json& value,
                                    const JsonLimits& limits = {});

}  // namespace dcadmin::base
