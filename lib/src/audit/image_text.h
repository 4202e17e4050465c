// SPDX-License-Identifier: Apache-2.0
// How an image of a record is written: a line "key=value" for each field, in a fixed order.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::audit {

inline void add(std::string& out, std::string_view key, std::string_view value) {
    out.append(key).push_back('=');
    out.append(value).push_back('\n');
}

inline void add(std::string& out, std::string_view key, std::int64_t value) {
    const fmt::format_int text(value);
    add(out, key, std::string_view(text.data(), text.size()));
}

}  // namespace dcadmin::audit
