// SPDX-License-Identifier: Apache-2.0
// Feeds the judging pass of a run of grants: takes the sorted requests in blocks, and reads the
// facts of each block on a second thread and connection while the block before it is judged. That
// connection sees what is committed, which is all there is: the run holds the lock of the writers
// and has not yet written what a judge looks at. A store in memory has one connection, so its
// facts are read in place.
#pragma once

#include "bulk/channel.h"
#include "bulk/spill_sort.h"
#include "rights/grant_records.h"
#include "store/tx.h"

#include <cstddef>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace dcadmin::rights {

/// Requests in order, and the facts that they need.
struct AskedBlock {
    std::vector<char> bytes;
    std::vector<std::size_t> places;  // of the records in bytes; one more: the end
    std::vector<AskedRecord> records;
    std::size_t size = 0;  // of the records that are in use
    Facts facts;
};

class FactsFeed {
   public:
    FactsFeed(store::Tx& tx, bulk::SpillSort& asked);
    ~FactsFeed();
    FactsFeed(const FactsFeed&) = delete;
    FactsFeed& operator=(const FactsFeed&) = delete;

    /// The next block; false at the end. The one before goes back and is used again.
    bool next(AskedBlock& block);

   private:
    bool fill(AskedBlock& block);
    bool ask();
    void read_facts_of(store::Db& db, AskedBlock& block);
    void read_on();

    store::Db& db_;
    bulk::SpillSort& asked_;
    std::string now_;
    bool with_grants_;
    KnownPlaces known_;  // of the thread that reads facts
    std::unique_ptr<store::Db> reader_;
    std::vector<AskedBlock> free_;
    std::size_t under_way_ = 0;
    bulk::Channel<AskedBlock> wanted_;
    bulk::Channel<AskedBlock> ready_;
    std::thread thread_;
};

}  // namespace dcadmin::rights
