// SPDX-License-Identifier: Apache-2.0
// Statements about codes that were sent. They are state and no record: each ends within minutes.
#pragma once

#include <dcadmin/store.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::sign_in {

struct SentCode {
    std::int64_t id = 0;
    std::int64_t salt = 0;
    std::string hash;
};
/// Those that may still be used.
[[nodiscard]] std::vector<SentCode> live_codes(store::Db& db, std::int64_t credential,
                                               std::string_view now);
[[nodiscard]] std::int64_t insert_code(store::Db& db, std::int64_t credential, const SentCode& code,
                                       std::string_view expires_at);
/// Whether nobody used it before, in one statement.
[[nodiscard]] bool use_code(store::Db& db, std::int64_t id, std::string_view now);

}  // namespace dcadmin::sign_in
