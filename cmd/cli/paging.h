// SPDX-License-Identifier: Apache-2.0
// The options that every list has: in which order, and which part of it.
#pragma once

#include "cli/option.h"

#include <dcadmin/env.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin::cli {

struct Paging {
    std::optional<std::string> sort;
    bool reverse = false;
    std::optional<std::uint64_t> limit;
    std::uint64_t offset = 0;
};

/// `keys` are what the list can be sorted by, the first one its natural order.
[[nodiscard]] std::vector<OptionOf<Paging>> paging_options(Words keys);
[[nodiscard]] Page page_of(const Paging& paging);

}  // namespace dcadmin::cli
