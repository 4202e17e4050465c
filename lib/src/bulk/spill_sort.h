// SPDX-License-Identifier: Apache-2.0
// Sorting more records than should sit in memory: they are gathered in one buffer, each full buffer
// is sorted and written to a private temporary file, and the sorted runs are merged while reading.
// Memory is the buffer, whatever the number of records. A record is a fixed-size key that compares
// as bytes, and a payload of any length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::bulk {

/// A temporary file of mode 0600 without a name, in `folder`. Closed and gone with the object.
class SpillFile {
   public:
    explicit SpillFile(const std::filesystem::path& folder);
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;
    ~SpillFile();
    /// Appends; throws failed when the disk is full.
    void append(std::string_view bytes);
    /// Reads up to `size` bytes from `offset`; fewer only at the end.
    std::size_t read(std::uint64_t offset, char* into, std::size_t size) const;
    [[nodiscard]] std::uint64_t size() const { return size_; }

   private:
    int file_;
    std::uint64_t size_ = 0;
};

class SpillSort {
   public:
    static constexpr std::size_t key_size = 32;

    /// `memory` bytes are gathered before a run is written.
    SpillSort(std::filesystem::path folder, std::size_t memory);
    ~SpillSort();
    SpillSort(const SpillSort&) = delete;
    SpillSort& operator=(const SpillSort&) = delete;

    /// `key` is exactly key_size bytes.
    void add(std::string_view key, std::string_view payload);
    /// No more records; the smallest is current afterwards, if there is any.
    void finish();
    /// The next record in key order; false at the end. The views hold until the next call.
    bool next(std::string_view& key, std::string_view& payload);
    [[nodiscard]] std::uint64_t size() const { return count_; }

   private:
    class Run;
    struct Slot {
        std::uint64_t prefix;  // the key's first eight bytes, to compare without a look at it
        std::uint32_t offset;
        std::uint32_t length;
    };
    void sort_slots();
    void spill();
    bool next_in_memory(std::string_view& key, std::string_view& payload);
    bool next_merged(std::string_view& key, std::string_view& payload);

    std::filesystem::path folder_;
    std::size_t memory_;
    std::vector<char> buffer_;
    std::vector<Slot> slots_;
    std::size_t at_ = 0;
    std::uint64_t count_ = 0;
    std::unique_ptr<SpillFile> file_;
    std::vector<std::unique_ptr<Run>> runs_;
    std::vector<Run*> heap_;
    Run* current_ = nullptr;
};

/// Appends a number so that bytes compare as numbers do; `size` bytes, most significant first.
inline void put_key(std::string& key, std::uint64_t value, int size = 8) {
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
        key.push_back(static_cast<char>((value >> shift) & 0xff));
    }
}
[[nodiscard]] inline std::uint64_t take_key(std::string_view key, std::size_t at, int size = 8) {
    std::uint64_t value = 0;
    for (int i = 0; i < size; ++i) {
        value = (value << 8) | static_cast<unsigned char>(key[at + static_cast<std::size_t>(i)]);
    }
    return value;
}

}  // namespace dcadmin::bulk
