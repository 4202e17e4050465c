// SPDX-License-Identifier: Apache-2.0
// Statements of the log's reader: entries under a filter, and the heads of the chains. A filter is
// put together from fixed pieces of SQL; what the user wrote is always bound.
#pragma once

#include <dcadmin/audit.h>
#include <dcadmin/base/site_number.h>

#include "store/db.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::audit {

/// What a list is limited to, in the store's own ids.
struct EntryQuery {
    std::optional<std::int64_t> chain;
    std::string subject;                    // "grant"
    std::string verb;                       // "add"
    std::vector<std::int64_t> subject_ids;  // none: any
    std::string at_least;                   // moments
    std::string before;
    bool reverse = false;
    std::optional<std::uint64_t> limit;
    std::uint64_t offset = 0;
};

/// What a public id or number stands for in the log. `chain` is where its entries are, when that
/// can be said.
struct Subject {
    std::string name;
    std::vector<std::int64_t> ids;
    std::optional<std::int64_t> chain;
};

/// The chain of an organisation that has one.
[[nodiscard]] std::optional<std::int64_t> find_chain_of(store::Db& db, EnterpriseNumber number);
[[nodiscard]] std::optional<std::int64_t> find_chain_of_id(store::Db& db,
                                                           std::int64_t organisation);

[[nodiscard]] Subject find_grant(store::Db& db, std::int64_t id);
[[nodiscard]] Subject find_relation(store::Db& db, std::int64_t id);
[[nodiscard]] Subject find_organisation(store::Db& db, EnterpriseNumber number);
[[nodiscard]] Subject find_sites(store::Db& db, SiteNumber number);
[[nodiscard]] Subject find_right(store::Db& db, const std::string& code);

[[nodiscard]] std::uint64_t count_entries(store::Db& db, const EntryQuery& query);
/// Answers how many were given out.
std::uint64_t each_entry(store::Db& db, const EntryQuery& query, const Each<AuditEntry>& each);

/// The heads of all chains, the system's first, then by number.
[[nodiscard]] std::vector<ChainHead> read_heads(store::Db& db);

}  // namespace dcadmin::audit
