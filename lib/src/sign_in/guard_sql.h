// SPDX-License-Identifier: Apache-2.0
// Statements that count guesses.
#pragma once

#include <dcadmin/store.h>

#include <cstdint>
#include <string_view>

namespace dcadmin::sign_in {

struct Moment {
    std::string_view now;
    std::string_view open_at;  // for a key that this try closes
    std::string_view day;
};
/// In one statement, so that tries at the same moment count one after the other.
[[nodiscard]] bool count_try(store::Db& db, std::int64_t credential, const Moment& moment);
void take_back(store::Db& db, std::int64_t credential, std::string_view day);

}  // namespace dcadmin::sign_in
