// SPDX-License-Identifier: Apache-2.0
// The log's writer for runs of very many entries: the heads of the touched chains stay in memory,
// so that hashing needs no database and can go on beside the inserts. All belong to the
// transaction's thread but next(), which is pure arithmetic and may be called from one other.
#pragma once

#include "audit/chain.h"
#include "store/tx.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dcadmin::audit {

/// Locks the chains of the organisations with these numbers for the rest of the transaction, so
/// that nothing about them changes beside a run; to be called before the run looks at them.
void lock_chains(store::Tx& tx, std::vector<std::int64_t> organisation_numbers);

/// What the database stores of an entry.
struct HashedEntry {
    std::int64_t chain;
    std::int64_t position;
    std::int64_t subject_id;
    char hash[44];
    std::optional<std::string_view> reason = {};  // outlives the run
};

class RunRecorder {
   public:
    /// All entries of the run are of this subject and verb, with an image that is rebuilt from the
    /// subject's own row.
    RunRecorder(store::Tx& tx, std::string_view subject, std::string_view verb);
    ~RunRecorder();
    RunRecorder(const RunRecorder&) = delete;
    RunRecorder& operator=(const RunRecorder&) = delete;

    /// Makes the chains of these organisations known to the run.
    void open(std::vector<std::int64_t> organisation_ids);
    /// Hashes the next entry of that chain.
    [[nodiscard]] HashedEntry next(std::int64_t organisation_id, std::int64_t subject_id,
                                   std::string_view image,
                                   std::optional<std::string_view> reason = {});
    void insert(const HashedEntry& entry);
    /// Writes the heads; to be called before the commit.
    void close();

   private:
    struct Chain {
        std::int64_t id;
        std::int64_t length;
        Digest head;
    };
    store::Tx& tx_;
    std::string subject_;
    std::string verb_;
    std::int64_t operation_;
    Digest operation_digest_;
    std::unordered_map<std::int64_t, Chain> chains_;
    std::string scratch_;
    class Insert;
    std::unique_ptr<Insert> insert_;
};

}  // namespace dcadmin::audit
