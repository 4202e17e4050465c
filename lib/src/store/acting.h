// SPDX-License-Identifier: Apache-2.0
// Who acts: found in the store from what the caller handed over, a token or a claim. Nobody else
// reads tokens; whoever decides something about the actor asks here, inside his own transaction, so
// that a session ended a moment ago is refused.
#pragma once

#include <dcadmin/env.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::store {

class Db;

struct Acting {
    std::optional<std::int64_t> person;        // proven with a session, else claimed, else nobody
    std::string key;                           // "eid", …; "account"; empty: nothing was proven
    std::int64_t level = 0;                    // of the key
    std::optional<std::int64_t> organisation;  // that the session is for; none: for himself
    std::int64_t session = 0;
    std::int64_t account = 0;
    std::optional<Timestamp> proved_at;  // when a key was last used; an account's secret: now

    [[nodiscard]] bool signed_in() const { return session != 0 || account != 0; }
};

/// sign_in for a token that is unknown, ended or expired (the same words for all of them);
/// not_found for a claimed person who is not in the store.
[[nodiscard]] Acting who_acts(Db& db, const Actor& actor, Timestamp now);

/// How a token stands in the store: SHA-256, for its 256 bits come from the system's randomness.
[[nodiscard]] std::string token_hash(std::string_view token);

}  // namespace dcadmin::store
