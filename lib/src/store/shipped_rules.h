// SPDX-License-Identifier: Apache-2.0
// The rules that came with the program: categories, kinds of keys, holidays, terms, amounts. No
// entry of the log tells of them, so whether they still stand as they came is seen by making a
// store anew, in memory, and comparing.
#pragma once

#include "store/db.h"

#include <string>
#include <vector>

namespace dcadmin::store {

struct ChangedRule {
    std::string_view table;
    std::string row;       // its columns, with ", " between
    bool missing = false;  // it came with the program, and is not there; else it did not come so
};

/// Rows of this store that did not come with the program though they stand among those that did,
/// and rows that did and are not there. A row that was changed is both.
[[nodiscard]] std::vector<ChangedRule> changed_rules(Db& db);

}  // namespace dcadmin::store
