// SPDX-License-Identifier: Apache-2.0
// Statements about keys of persons.
#pragma once

#include "access/require.h"
#include "sign_in/credentials.h"

#include "store/tx.h"

namespace dcadmin::sign_in {

[[nodiscard]] std::int64_t insert_credential(store::Tx& tx, const NewCredential& added);
/// Whether the key was not retired before.
bool retire_credential(store::Db& db, std::int64_t id, std::string_view now);
/// Ends the open sessions of a key; how many.
std::uint64_t end_sessions_of(store::Db& db, std::int64_t credential, std::string_view now);
void note_use(store::Db& db, std::int64_t id, std::string_view now);
/// Takes a step of one-time codes; false when it, or a later one, was taken before.
bool take_counter(store::Db& db, std::int64_t id, std::int64_t counter);
/// The hash of the printed code at a position; none when the token has no such position.
[[nodiscard]] std::optional<std::string> printed_code(store::Db& db, std::int64_t id,
                                                      std::int64_t position);
void insert_printed_code(store::Db& db, std::int64_t id, std::int64_t position,
                         std::string_view hash);
std::uint64_t list_keys(store::Db& db, const KeyFilter& filter, std::optional<std::int64_t> person,
                        const access::Sight& sight, Timestamp now, const Each<Key>& each);
[[nodiscard]] std::optional<Key> find_key(store::Db& db, std::int64_t id, Timestamp now);

struct KeyRow {
    std::int64_t person;
    std::string kind;
    std::string activated_at, identified_by, retired_at;
};
[[nodiscard]] std::optional<KeyRow> find_key_row(store::Db& db, std::int64_t id);

}  // namespace dcadmin::sign_in
