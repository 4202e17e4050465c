// SPDX-License-Identifier: Apache-2.0
// The reading pass of a run of grants: a second thread takes rows from the source, looks up right
// and person id, and hands over blocks of records in byte form. Rows that are refused here already
// (a wrong number, an unknown right) come with their error.
#pragma once

#include "bulk/channel.h"
#include "rights/named.h"

#include <dcadmin/bulk.h>
#include <dcadmin/rights.h>

#include <cstdint>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace dcadmin::rights {

struct ReadRow {
    std::uint32_t offset;   // of the key in the block's bytes; the payload follows
    std::uint32_t payload;  // its size
};

struct ReadBlock {
    std::string bytes;
    std::vector<ReadRow> rows;
    std::vector<std::pair<std::uint64_t, Error>> refused;
    std::vector<std::int64_t> organisations;  // by number; some of them several times
};

class GrantReader {
   public:
    /// `db` is used by the reading thread alone while the reader lives.
    GrantReader(const bulk::Source<NewGrant>& rows, store::Db& db, const RightIndex& index);
    ~GrantReader();
    GrantReader(const GrantReader&) = delete;
    GrantReader& operator=(const GrantReader&) = delete;

    /// None at the end. Throws what the source threw.
    std::optional<ReadBlock> next() { return blocks_.take(); }

   private:
    void read();
    void take_row(const bulk::Row<NewGrant>& row, ReadBlock& block);

    const bulk::Source<NewGrant>& rows_;
    store::Db& db_;
    const RightIndex& index_;
    std::string key_, payload_;
    bulk::Channel<ReadBlock> blocks_;
    std::thread thread_;
};

}  // namespace dcadmin::rights
