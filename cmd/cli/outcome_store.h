// SPDX-License-Identifier: Apache-2.0
// What became of each row, kept outside memory until the outcome file is written. Results come in
// any order, because the rows are sorted before they are written to the database, and there may be
// millions. They are parted into buckets of 65,536 rows in a private file, and put in order one
// bucket at a time; texts go to a second file, and only rows that have one take room there.
#pragma once

#include <dcadmin/bulk.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

class OutcomeStore {
   public:
    /// Makes its private files in `folder`.
    explicit OutcomeStore(const std::string& folder);
    OutcomeStore(const OutcomeStore&) = delete;
    OutcomeStore& operator=(const OutcomeStore&) = delete;
    ~OutcomeStore();

    /// Of a row that is put again, the last result holds.
    void put(std::uint64_t row, const bulk::Result& result);
    /// The result of a row; not_attempted when none was put. Fast for ascending rows. To be called
    /// after the last put.
    [[nodiscard]] bulk::Result get(std::uint64_t row);

   private:
    struct Record {
        std::uint64_t text = 0;  // place in the file of texts, plus one; 0: none
        std::int64_t id = 0;     // of "g-12": 12
        std::uint16_t row = 0;   // within the bucket
        std::uint8_t state = static_cast<std::uint8_t>(bulk::State::not_attempted);
        std::uint8_t code = 0;  // a Kind, plus one; 0: none
        char letter = 0;        // of "g-12": 'g'; 0: no such id
    };
    struct Bucket {
        std::vector<Record> held;
        std::uint64_t last_block = 0;  // place of the newest block in the file, plus one
    };
    struct Block {
        std::uint64_t before = 0;  // the block before it, plus one
        std::uint64_t records = 0;
    };

    void write_out(Bucket& bucket);
    void write_out_all();
    void load(std::uint64_t bucket);
    [[nodiscard]] std::uint64_t keep_text(const bulk::Result& result, bool with_id);
    void read_text(std::uint64_t place, bulk::Result& result);
    void flush_texts();

    int records_ = -1;
    int texts_ = -1;
    std::uint64_t records_size_ = 0;
    std::uint64_t texts_size_ = 0;  // without what is still in text_buffer_
    std::string text_buffer_;
    std::map<std::uint64_t, Bucket> buckets_;
    std::size_t held_ = 0;
    std::uint64_t loaded_ = ~std::uint64_t{0};
    std::vector<Record> bucket_;
};

}  // namespace dcadmin::cli
