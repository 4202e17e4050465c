// SPDX-License-Identifier: Apache-2.0
#include "rights/facts_feed.h"

#include <exception>

namespace dcadmin::rights {

namespace {

constexpr std::size_t block_records = 2048;
constexpr std::size_t blocks_ahead = 4;

std::string_view view(const std::vector<char>& bytes, std::size_t begin, std::size_t end) {
    return {bytes.data() + begin, end - begin};
}

}  // namespace

FactsFeed::FactsFeed(store::Tx& tx, bulk::SpillSort& asked)
    : db_(tx.db()),
      asked_(asked),
      now_(tx.now().iso()),
      with_grants_(any_grants(tx.db())),
      reader_(tx.db().reader()),
      wanted_(blocks_ahead),
      ready_(blocks_ahead) {
    if (reader_) thread_ = std::thread([this] { read_on(); });
}

FactsFeed::~FactsFeed() {
    wanted_.finish();
    ready_.abandon();
    if (thread_.joinable()) thread_.join();
}

void FactsFeed::read_facts_of(store::Db& db, AskedBlock& block) {
    WantedFacts wanted;
    for (std::size_t i = 0; i < block.size; ++i) {
        const AskedRecord& record = block.records[i];
        wanted.add(NationalNumber::from_stored(record.person), record.contexts);
    }
    block.facts = read_facts(db, std::move(wanted), known_, now_, with_grants_);
}

void FactsFeed::read_on() {
    try {
        reader_->expect_bulk(true);
        reader_->begin_read();
        while (auto block = wanted_.take()) {
            read_facts_of(*reader_, *block);
            if (!ready_.put(std::move(*block))) break;
        }
        reader_->rollback();
        ready_.finish();
    } catch (...) {
        ready_.finish(std::current_exception());
    }
}

// Records are read from their bytes only when these no longer move.
bool FactsFeed::fill(AskedBlock& block) {
    block.bytes.clear();
    block.places.clear();
    std::string_view key;
    std::string_view payload;
    while (block.places.size() < block_records && asked_.next(key, payload)) {
        block.places.push_back(block.bytes.size());
        block.bytes.insert(block.bytes.end(), key.begin(), key.end());
        block.bytes.insert(block.bytes.end(), payload.begin(), payload.end());
    }
    block.size = block.places.size();
    block.places.push_back(block.bytes.size());
    if (block.records.size() < block.size) block.records.resize(block.size);
    for (std::size_t i = 0; i < block.size; ++i) {
        const std::size_t payload_at = block.places[i] + bulk::SpillSort::key_size;
        read(view(block.bytes, block.places[i], payload_at),
             view(block.bytes, payload_at, block.places[i + 1]), block.records[i]);
    }
    return block.size > 0;
}

bool FactsFeed::ask() {
    AskedBlock block;
    if (!free_.empty()) {
        block = std::move(free_.back());
        free_.pop_back();
    }
    if (!fill(block)) return false;
    wanted_.put(std::move(block));
    ++under_way_;
    return true;
}

bool FactsFeed::next(AskedBlock& block) {
    if (!reader_) {
        if (!fill(block)) return false;
        read_facts_of(db_, block);
        return true;
    }
    if (!block.records.empty()) free_.push_back(std::move(block));
    while (under_way_ < blocks_ahead && ask()) {
    }
    if (under_way_ == 0) return false;
    auto taken = ready_.take();
    if (!taken) return false;
    block = std::move(*taken);
    --under_way_;
    return true;
}

}  // namespace dcadmin::rights
