// SPDX-License-Identifier: Apache-2.0
// The numbered migrations that the build embeds from lib/sql. Once released one is frozen: its hash
// stands in every store that ran it and is compared on opening.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dcadmin::store {

struct Migration {
    std::int64_t number;
    std::string_view name;
    std::string_view sha256;
    std::string_view sql;
};

[[nodiscard]] std::span<const Migration> migrations();

}  // namespace dcadmin::store
