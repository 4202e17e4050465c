// SPDX-License-Identifier: Apache-2.0
#include "bulk/spill_sort.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace dcadmin::bulk {

namespace {

constexpr std::size_t run_buffer = 128 * 1024;
constexpr std::size_t length_size = 4;

int open_unnamed(const std::filesystem::path& folder) {
    const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) return file;
    // Not every file system has files without a name.
    std::string name = (folder / ".dcadmin-XXXXXX").string();
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named < 0) {
        throw Error(
            Kind::failed,
            say("no temporary file can be made in '{}': {}", folder.string(), std::strerror(errno)),
            "check that the folder may be written and has room");
    }
    ::unlink(name.c_str());
    return named;
}

}  // namespace

SpillFile::SpillFile(const std::filesystem::path& folder) : file_(open_unnamed(folder)) {}

SpillFile::~SpillFile() {
    ::close(file_);
}

void SpillFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            throw Error(Kind::failed,
                        say("writing a temporary file failed: {}", std::strerror(errno)),
                        "make room beside the store, then run the same command again");
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
}

std::size_t SpillFile::read(std::uint64_t offset, char* into, std::size_t size) const {
    std::size_t got = 0;
    while (got < size) {
        const ssize_t part =
            ::pread(file_, into + got, size - got, static_cast<off_t>(offset + got));
        if (part < 0 && errno == EINTR) continue;
        if (part < 0) {
            throw Error(Kind::failed,
                        say("reading a temporary file failed: {}", std::strerror(errno)));
        }
        if (part == 0) break;
        got += static_cast<std::size_t>(part);
    }
    return got;
}

// One sorted run in the file, read through a buffer of its own.
class SpillSort::Run {
   public:
    Run(const SpillFile& file, std::uint64_t begin, std::uint64_t end)
        : file_(file), next_(begin), end_(end) {}

    bool advance() {
        at_ += record_;
        record_ = 0;
        if (!have(key_size + length_size)) return false;
        std::uint32_t length = 0;
        std::memcpy(&length, buffer_.data() + at_ + key_size, length_size);
        record_ = key_size + length_size + length;
        return have(record_);
    }
    [[nodiscard]] std::string_view key() const { return {buffer_.data() + at_, key_size}; }
    [[nodiscard]] std::string_view payload() const {
        return {buffer_.data() + at_ + key_size + length_size, record_ - key_size - length_size};
    }

   private:
    bool have(std::size_t size) {
        if (buffer_.size() - at_ >= size) return true;
        buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(at_));
        at_ = 0;
        const std::size_t kept = buffer_.size();
        const std::size_t wanted =
            std::min<std::uint64_t>(std::max(run_buffer, size), kept + (end_ - next_));
        if (wanted <= kept) return kept >= size;
        buffer_.resize(wanted);
        next_ += file_.read(next_, buffer_.data() + kept, wanted - kept);
        return buffer_.size() >= size;
    }

    const SpillFile& file_;
    std::uint64_t next_;
    std::uint64_t end_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;
    std::size_t record_ = 0;
};

SpillSort::SpillSort(std::filesystem::path folder, std::size_t memory)
    : folder_(std::move(folder)), memory_(memory) {}

SpillSort::~SpillSort() = default;

void SpillSort::add(std::string_view key, std::string_view payload) {
    const std::size_t size = key_size + length_size + payload.size();
    if (buffer_.size() + size + (slots_.size() + 1) * sizeof(Slot) > memory_ && !slots_.empty()) {
        spill();
    }
    if (buffer_.capacity() == 0) buffer_.reserve(std::min(memory_, std::size_t{64} * 1024));
    slots_.push_back({take_key(key, 0), static_cast<std::uint32_t>(buffer_.size()),
                      static_cast<std::uint32_t>(payload.size())});
    const auto length = static_cast<std::uint32_t>(payload.size());
    const std::size_t at = buffer_.size();
    buffer_.resize(at + size);
    std::memcpy(buffer_.data() + at, key.data(), key_size);
    std::memcpy(buffer_.data() + at + key_size, &length, length_size);
    if (!payload.empty()) {
        std::memcpy(buffer_.data() + at + key_size + length_size, payload.data(), payload.size());
    }
    ++count_;
}

void SpillSort::sort_slots() {
    const char* base = buffer_.data();
    std::sort(slots_.begin(), slots_.end(), [base](const Slot& a, const Slot& b) {
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        return std::memcmp(base + a.offset + 8, base + b.offset + 8, key_size - 8) < 0;
    });
}

void SpillSort::spill() {
    sort_slots();
    if (!file_) file_ = std::make_unique<SpillFile>(folder_);
    const std::uint64_t begin = file_->size();
    std::string block;
    block.reserve(run_buffer * 2);
    for (const Slot& slot : slots_) {
        block.append(buffer_.data() + slot.offset, key_size + length_size + slot.length);
        if (block.size() >= run_buffer) {
            file_->append(block);
            block.clear();
        }
    }
    file_->append(block);
    runs_.push_back(std::make_unique<Run>(*file_, begin, file_->size()));
    buffer_.clear();
    slots_.clear();
}

namespace {
constexpr auto later = [](const auto* a, const auto* b) { return a->key() > b->key(); };
}  // namespace

void SpillSort::finish() {
    if (runs_.empty()) {
        sort_slots();
        return;
    }
    if (!slots_.empty()) spill();
    std::vector<char>().swap(buffer_);
    std::vector<Slot>().swap(slots_);
    for (const auto& run : runs_) {
        if (run->advance()) heap_.push_back(run.get());
    }
    std::make_heap(heap_.begin(), heap_.end(), later);
}

bool SpillSort::next(std::string_view& key, std::string_view& payload) {
    return runs_.empty() ? next_in_memory(key, payload) : next_merged(key, payload);
}

bool SpillSort::next_in_memory(std::string_view& key, std::string_view& payload) {
    if (at_ == slots_.size()) return false;
    const Slot& slot = slots_[at_++];
    key = {buffer_.data() + slot.offset, key_size};
    payload = {buffer_.data() + slot.offset + key_size + length_size, slot.length};
    return true;
}

bool SpillSort::next_merged(std::string_view& key, std::string_view& payload) {
    if (current_ != nullptr) {
        if (current_->advance()) {
            heap_.push_back(current_);
            std::push_heap(heap_.begin(), heap_.end(), later);
        }
        current_ = nullptr;
    }
    if (heap_.empty()) return false;
    std::pop_heap(heap_.begin(), heap_.end(), later);
    current_ = heap_.back();
    heap_.pop_back();
    key = current_->key();
    payload = current_->payload();
    return true;
}

}  // namespace dcadmin::bulk
