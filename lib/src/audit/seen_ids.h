// SPDX-License-Identifier: Apache-2.0
// Which grants the log has told of, one bit a grant: verifying a store of millions needs to know it
// of each. The store numbers grants from 1 without large gaps, so an id far beyond their number was
// put there by hand; it is refused here rather than paid for with memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dcadmin::audit {

class SeenIds {
   public:
    enum class Mark { fresh, again, beyond };

    /// For a table of so many rows.
    explicit SeenIds(std::uint64_t rows) : limit_(rows * 8 + 65'536) {}

    Mark mark(std::int64_t id) {
        if (id < 0 || static_cast<std::uint64_t>(id) >= limit_) return Mark::beyond;
        const auto index = static_cast<std::size_t>(id);
        if (index >= bits_.size()) bits_.resize(index + index / 2 + 64);
        if (bits_[index]) return Mark::again;
        bits_[index] = true;
        return Mark::fresh;
    }
    [[nodiscard]] bool contains(std::int64_t id) const {
        return id >= 0 && static_cast<std::uint64_t>(id) < bits_.size() &&
               bits_[static_cast<std::size_t>(id)];
    }

   private:
    std::uint64_t limit_;
    std::vector<bool> bits_;
};

}  // namespace dcadmin::audit
