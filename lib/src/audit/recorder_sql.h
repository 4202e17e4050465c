// SPDX-License-Identifier: Apache-2.0
// Statements of the log's writer.
#pragma once

#include "audit/chain.h"
#include "audit/recorder.h"
#include "store/db.h"

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin::audit {

struct Head {
    std::int64_t length = 0;
    Digest digest{};
};

[[nodiscard]] std::optional<std::int64_t> find_chain(store::Db& db, std::int64_t organisation_id);
[[nodiscard]] std::int64_t insert_chain(store::Db& db, std::int64_t organisation_id);
[[nodiscard]] Head read_head(store::Db& db, std::int64_t chain);
void write_head(store::Db& db, std::int64_t chain, std::int64_t length, std::string_view hash);
void insert_entry(store::Db& db, const NewEntry& entry, std::int64_t position,
                  std::int64_t operation, bool store_after, std::string_view hash);
/// The digest of a stored operation; none when there is no such row.
[[nodiscard]] std::optional<Digest> read_operation(store::Db& db, std::int64_t operation);

}  // namespace dcadmin::audit
