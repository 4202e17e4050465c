// SPDX-License-Identifier: Apache-2.0
// How operations write to the log. record() appends one entry to a chain within the running
// transaction. Heads are read from the store and written back at once, so two entries of one
// transaction, or of two, always follow each other.
#pragma once

#include "audit/chain.h"
#include "store/tx.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace dcadmin::audit {

/// The system's chain: persons, organisations, rights, showings of whole numbers.
inline constexpr std::int64_t system_chain = 1;

/// The chain of an organisation, made on first use.
[[nodiscard]] std::int64_t chain_of(store::Tx& tx, std::int64_t organisation_id);

struct NewEntry {
    std::int64_t chain = system_chain;
    std::string_view subject;  // "grant", "person", …
    std::string_view verb;     // "add", "revoke", …
    std::int64_t subject_id = 0;
    std::optional<std::string_view> before;
    std::optional<std::string_view> after;
    std::optional<std::string_view> reason;
};

/// Appends one entry.
void record(store::Tx& tx, const NewEntry& entry);

/// Appends an entry whose after-image is hashed but not stored, because it can be rebuilt from the
/// subject's own row (a new grant).
void record_rebuildable(store::Tx& tx, const NewEntry& entry);

/// The digest of the transaction's operation row.
[[nodiscard]] Digest operation_digest(store::Tx& tx);

}  // namespace dcadmin::audit
