// SPDX-License-Identifier: Apache-2.0
// The writing pass of a run of grants: a second thread takes the judged rows in key order, gives
// ids and computes the audit hashes; this thread inserts. Rows that make several grants get their
// result when the last of them is written.
#pragma once

#include "audit/run_recorder.h"
#include "bulk/channel.h"
#include "bulk/spill_sort.h"
#include "rights/grant_records.h"
#include "rights/grants_sql.h"
#include "store/tx.h"

#include <dcadmin/bulk.h>

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace dcadmin::rights {

class GrantWriter {
   public:
    /// `organisations`: all whose chains the rows write to.
    GrantWriter(store::Tx& tx, bulk::SpillSort& make, std::vector<std::int64_t> organisations);

    /// Writes everything; `each` takes one result a row, `done` the number written so far and may
    /// throw to stop.
    void run(const bulk::Sink& each, const std::function<void(std::uint64_t)>& done);

   private:
    struct Prepared {
        audit::HashedEntry entry;
        std::int64_t relation_id, right_id, context_id;
        char from[10], until[10];
        std::uint64_t row;
        std::uint32_t of_row;
        std::uint32_t remark, reason;  // sizes; the texts follow each other in the block
    };
    struct Block {
        std::vector<Prepared> rows;
        std::string texts;
    };
    struct Waiting {
        std::uint32_t left;
        std::string ids;
        std::string remark;
    };
    void prepare();
    void prepare_row(const MakeRecord& record, Block& block);
    void write(const Block& block, GrantInsert& grants, const bulk::Sink& each);
    void answer(const Prepared& row, std::string_view remark, const bulk::Sink& each);

    store::Tx& tx_;
    bulk::SpillSort& make_;
    audit::RunRecorder recorder_;
    store::IdStock ids_;
    std::string image_;
    bulk::Channel<Block> blocks_;
    std::unordered_map<std::uint64_t, Waiting> waiting_;  // rows with several grants
    bulk::Result result_;
};

}  // namespace dcadmin::rights
