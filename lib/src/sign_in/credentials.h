// SPDX-License-Identifier: Apache-2.0
// Keys of persons as the store keeps them, for the functions that verify one kind each, and the
// proof that such a function makes once a key was found right.
#pragma once

#include "store/tx.h"

#include <dcadmin/error.h>
#include <dcadmin/sign_in.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::sign_in {

struct Credential {
    std::int64_t id = 0;
    std::int64_t person = 0;
    std::string kind;
    std::string handle;  // what names the person at sign-in; '' where the key itself tells
    std::string secret;  // a hash, or sealed
    std::int64_t counter = 0;
    std::string activated_at;
    std::string used_at;
};

/// The one that is not retired.
[[nodiscard]] std::optional<Credential> find_credential(store::Db& db, std::string_view kind,
                                                        std::string_view handle);
[[nodiscard]] std::optional<Credential> credential_of(store::Db& db, std::string_view kind,
                                                      std::int64_t person);

struct NewCredential {
    std::int64_t person;
    std::string_view kind;
    std::string_view handle = {};
    std::string_view secret = {};
    std::int64_t counter = 0;
    std::string_view identified_by;      // "eid", "operator", "itself"
    std::string_view activated_at = {};  // default now
    std::string_view reason = {};
};
/// Inserts the row and records it; conflict when the handle names another key.
std::int64_t add_credential(store::Tx& tx, const NewCredential& added);
/// How the acting person may activate a key of that person: "eid" or "operator". Throws
/// not_allowed.
[[nodiscard]] std::string identified_by(store::Tx& tx, std::int64_t person);
/// rule when the person has a working key of the kind.
void require_none(store::Tx& tx, std::string_view kind, std::int64_t person);
/// As Keys::get().
[[nodiscard]] Error unknown_key(KeyId id);
[[nodiscard]] Key get_key(store::Db& db, KeyId id, Timestamp now);

/// Makes proofs. Whoever calls this has verified the key.
struct Proofs {
    /// Notes that the key was used, and says who he is. Throws rule when the kind may not be used
    /// today or this key has ended.
    [[nodiscard]] static Proof of(const Env& env, const Credential& credential);
};
/// Throws rule as Proofs::of() does, before anything is asked or counted.
void require_usable(const Env& env, const Credential& credential);

/// The one answer for a key that is unknown, wrong or closed.
[[nodiscard]] Error not_right();

}  // namespace dcadmin::sign_in
