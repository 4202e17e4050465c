// SPDX-License-Identifier: Apache-2.0
// What verifying reads of the log itself: chains and entries as streams, each in one order.
#pragma once

#include <dcadmin/audit.h>

#include "audit/chain.h"
#include "audit/images.h"
#include "store/db.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::audit {

/// The store as it is at this moment, whatever others write meanwhile.
class Snapshot {
   public:
    explicit Snapshot(store::Db& db) : db_(db) { db.begin_read(); }
    ~Snapshot() { db_.rollback(); }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

   private:
    store::Db& db_;
};

struct Chain {
    std::int64_t id = 0;
    std::optional<std::int64_t> organisation_id;
    std::optional<EnterpriseNumber> org;
    std::int64_t length = 0;
    std::string head;
};

/// All chains by id.
class Chains {
   public:
    explicit Chains(store::Db& db);
    [[nodiscard]] bool next(Chain& chain);

   private:
    std::unique_ptr<store::Statement> found_;
};

/// A grant's own row, beside the entry that added it.
struct GrantRow {
    GrantFields fields;
    std::int64_t operation_id;
    std::int64_t organisation_id;  // of its working relation
};

/// An entry as it is stored; its texts are valid until the next one is read.
struct StoredEntry {
    std::int64_t chain_id = 0;
    std::int64_t sequence = 0;
    std::int64_t operation_id = 0;
    EntryImage image{};
    std::string_view hash;
    std::optional<GrantRow> grant;  // for grant.add, when the row is there

    [[nodiscard]] bool adds_grant() const {
        return image.verb == "add" && image.subject == "grant";
    }
};

/// All entries by chain and position.
class Entries {
   public:
    explicit Entries(store::Db& db);
    [[nodiscard]] bool next(StoredEntry& entry);

   private:
    std::unique_ptr<store::Statement> found_;
};

[[nodiscard]] std::uint64_t count_grants(store::Db& db);
/// The chain of an organisation, or the system's.
[[nodiscard]] std::optional<std::int64_t> chain_named(store::Db& db,
                                                      std::optional<EnterpriseNumber> org);
struct Tail {
    std::int64_t last_position = 0;
    std::optional<std::string> hash;  // of the entry asked for, when it is there
};
[[nodiscard]] Tail read_tail(store::Db& db, std::int64_t chain, std::int64_t position);

}  // namespace dcadmin::audit
