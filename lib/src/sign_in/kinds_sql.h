// SPDX-License-Identifier: Apache-2.0
// Rows of kinds of keys.
#pragma once

#include <dcadmin/sign_in.h>

#include <vector>

namespace dcadmin::sign_in {

/// Those of one code, or all when it is empty, by level downwards; their state is that of `day`.
[[nodiscard]] std::vector<KeyKind> read_kinds(store::Db& db, std::string_view code, Date day);

}  // namespace dcadmin::sign_in
