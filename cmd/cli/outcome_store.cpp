// SPDX-License-Identifier: Apache-2.0
#include "cli/outcome_store.h"

#include "cli/input_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <system_error>

namespace dcadmin::cli {
namespace {

constexpr std::uint64_t bucket_rows = 65536;
constexpr std::size_t block_records = 256;
constexpr std::size_t most_held = 256 * 1024;  // records in memory, over all buckets
constexpr std::size_t text_piece = std::size_t{64} * 1024;

[[noreturn]] void refuse(int cause) {
    throw Error(
        Kind::failed,
        say("the outcome of the rows cannot be kept: {}", std::generic_category().message(cause)),
        "set TMPDIR to a folder with more room");
}

void write_at(int file, const void* bytes, std::size_t size, std::uint64_t place) {
    const auto* from = static_cast<const char*>(bytes);
    while (size > 0) {
        const auto done = pwrite(file, from, size, static_cast<off_t>(place));
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) refuse(errno);
        from += done;
        place += static_cast<std::uint64_t>(done);
        size -= static_cast<std::size_t>(done);
    }
}

void read_at(int file, void* bytes, std::size_t size, std::uint64_t place) {
    auto* to = static_cast<char*>(bytes);
    while (size > 0) {
        const auto done = pread(file, to, size, static_cast<off_t>(place));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) refuse(done < 0 ? errno : EIO);
        to += done;
        place += static_cast<std::uint64_t>(done);
        size -= static_cast<std::size_t>(done);
    }
}

/// The number of an id such as "g-12"; none for anything else.
std::optional<std::int64_t> number_of(std::string_view id) {
    if (id.size() < 3 || id[1] != '-' || id[2] == '0') return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data() + 2, id.data() + id.size(), number);
    if (error != std::errc{} || end != id.data() + id.size() || number <= 0) return std::nullopt;
    return number;
}

}  // namespace

OutcomeStore::OutcomeStore(const std::string& folder)
    : records_(private_file(folder)), texts_(private_file(folder)) {}

OutcomeStore::~OutcomeStore() {
    close(records_);
    close(texts_);
}

void OutcomeStore::put(std::uint64_t row, const bulk::Result& result) {
    const auto index = row - 1;
    Record record;
    record.row = static_cast<std::uint16_t>(index % bucket_rows);
    record.state = static_cast<std::uint8_t>(result.state);
    if (result.code) record.code = static_cast<std::uint8_t>(static_cast<int>(*result.code) + 1);
    const auto number = number_of(result.id);
    if (number) {
        record.letter = result.id[0];
        record.id = *number;
    }
    const bool long_id = !number && !result.id.empty();
    if (long_id || !result.message.empty() || !result.hint.empty() || !result.field.empty()) {
        record.text = keep_text(result, long_id);
    }

    auto& bucket = buckets_[index / bucket_rows];
    bucket.held.push_back(record);
    ++held_;
    if (bucket.held.size() >= block_records) write_out(bucket);
    if (held_ >= most_held) write_out_all();
}

void OutcomeStore::write_out(Bucket& bucket) {
    if (bucket.held.empty()) return;
    const Block block{bucket.last_block, bucket.held.size()};
    const auto size = bucket.held.size() * sizeof(Record);
    write_at(records_, &block, sizeof block, records_size_);
    write_at(records_, bucket.held.data(), size, records_size_ + sizeof block);
    bucket.last_block = records_size_ + 1;
    records_size_ += sizeof block + size;
    held_ -= bucket.held.size();
    bucket.held.clear();
}

void OutcomeStore::write_out_all() {
    for (auto& [number, bucket] : buckets_) {
        write_out(bucket);
        bucket.held.shrink_to_fit();
    }
}

void OutcomeStore::load(std::uint64_t number) {
    bucket_.assign(bucket_rows, Record{});
    loaded_ = number;
    const auto found = buckets_.find(number);
    if (found == buckets_.end()) return;
    write_out(found->second);
    std::vector<std::uint64_t> places;
    Block block;
    for (auto place = found->second.last_block; place != 0; place = block.before) {
        places.push_back(place - 1);
        read_at(records_, &block, sizeof block, place - 1);
    }
    // Oldest first: a run that the store made begin anew tells its rows again, and the last holds.
    std::vector<Record> records;
    for (; !places.empty(); places.pop_back()) {
        read_at(records_, &block, sizeof block, places.back());
        records.resize(block.records);
        read_at(records_, records.data(), records.size() * sizeof(Record),
                places.back() + sizeof block);
        for (const auto& record : records) bucket_[record.row] = record;
    }
}

bulk::Result OutcomeStore::get(std::uint64_t row) {
    const auto index = row - 1;
    if (index / bucket_rows != loaded_) load(index / bucket_rows);
    const auto& record = bucket_[index % bucket_rows];
    bulk::Result result;
    result.state = static_cast<bulk::State>(record.state);
    if (record.code != 0) result.code = static_cast<Kind>(record.code - 1);
    if (record.letter != 0) result.id = fmt::format("{}-{}", record.letter, record.id);
    if (record.text != 0) read_text(record.text - 1, result);
    return result;
}

std::uint64_t OutcomeStore::keep_text(const bulk::Result& result, bool with_id) {
    const auto place = texts_size_ + text_buffer_.size();
    const std::array<std::string_view, 4> parts{result.message, result.hint, result.field,
                                                with_id ? std::string_view(result.id) : ""};
    std::array<std::uint32_t, 4> sizes{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        sizes[i] = static_cast<std::uint32_t>(parts[i].size());
    }
    text_buffer_.append(reinterpret_cast<const char*>(sizes.data()), sizeof sizes);
    for (const auto part : parts) text_buffer_.append(part);
    if (text_buffer_.size() >= text_piece) flush_texts();
    return place + 1;
}

void OutcomeStore::flush_texts() {
    write_at(texts_, text_buffer_.data(), text_buffer_.size(), texts_size_);
    texts_size_ += text_buffer_.size();
    text_buffer_.clear();
}

void OutcomeStore::read_text(std::uint64_t place, bulk::Result& result) {
    if (!text_buffer_.empty()) flush_texts();
    std::array<std::uint32_t, 4> sizes{};
    read_at(texts_, sizes.data(), sizeof sizes, place);
    place += sizeof sizes;
    const std::array<std::string*, 4> parts{&result.message, &result.hint, &result.field,
                                            &result.id};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (sizes[i] == 0) continue;
        parts[i]->resize(sizes[i]);
        read_at(texts_, parts[i]->data(), sizes[i], place);
        place += sizes[i];
    }
}

}  // namespace dcadmin::cli
