// SPDX-License-Identifier: Apache-2.0
// Statements of bulk runs.
#pragma once

#include "store/db.h"

#include <cstdint>
#include <string_view>

namespace dcadmin::bulk {

/// Live grants of an organisation at the moment `now`.
[[nodiscard]] std::int64_t count_live_grants(store::Db& db, std::int64_t organisation_id,
                                             std::string_view now, std::string_view today);

struct NoticeCount {
    std::uint64_t notices = 0;  // with an address
    std::uint64_t persons = 0;  // to whom these go
    std::uint64_t without_address = 0;
};
/// Those that an operation has made.
[[nodiscard]] NoticeCount count_notices(store::Db& db, std::int64_t operation);

}  // namespace dcadmin::bulk
