// SPDX-License-Identifier: Apache-2.0
// Files of registers that stand in the test itself, and a small extract of the KBO/BCE open data.
#pragma once

#include <dcadmin/registers.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace dcadmin::test {

/// Texts by the names of files: rows of cells separated by commas, without quotes.
using Files = std::map<std::string, std::string>;

[[nodiscard]] OpenTable tables_of(const Files& files);

/// Extract 140 of 1 November 2026: three enterprises (one stopped), two establishments, a branch.
[[nodiscard]] Files full_extract();
/// Extract 141, which follows it: one enterprise gone, one renamed, one new.
[[nodiscard]] Files update_extract();

}  // namespace dcadmin::test
