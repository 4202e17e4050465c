// SPDX-License-Identifier: Apache-2.0
// How a change to a record of a company is written to that company's chain.
#pragma once

#include "store/tx.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

struct Change {
    std::int64_t organisation_id;
    std::string_view subject;
    std::string_view verb;
    std::int64_t subject_id;
    std::string_view before;  // empty for a new record
    std::string_view after;
    const std::string& reason;  // as it was given
};
/// usage, about `reason`, for one that text::clean refuses.
void record_change(store::Tx& tx, const Change& change);

}  // namespace dcadmin::secure_zone
