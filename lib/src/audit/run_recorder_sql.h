// SPDX-License-Identifier: Apache-2.0
// Statements of the log's run writer: entries one after the other, chains many at once.
#pragma once

#include "audit/recorder_sql.h"
#include "audit/run_recorder.h"
#include "store/appender.h"
#include "store/db.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace dcadmin::audit {

class RunRecorder::Insert {
   public:
    explicit Insert(store::Db& db);
    void run(const HashedEntry& entry, std::int64_t operation, std::string_view subject,
             std::string_view verb);
    void flush() { entries_->flush(); }

   private:
    std::unique_ptr<store::Appender> entries_;
};

struct OpenChain {
    std::int64_t organisation_id;
    std::int64_t id;
    Head head;
};
/// Of the organisations that have one. Sorts the ids.
[[nodiscard]] std::vector<OpenChain> read_chains(store::Db& db,
                                                 std::vector<std::int64_t>& organisation_ids);
void write_heads(store::Db& db, std::span<const OpenChain> chains);
void lock_chain_rows(store::Db& db, std::vector<std::int64_t> organisation_numbers);

}  // namespace dcadmin::audit
