// SPDX-License-Identifier: Apache-2.0
// The rows of a file, one after the other, as Options of a command: each cell goes through the
// option of its column, and what a row lacks comes from the command line. A row that cannot become
// Options carries the reason instead. One Options object is reused for all rows.
#pragma once

#include <dcadmin/error.h>

#include <cstdint>
#include <optional>

namespace dcadmin::cli {

class RowFeed {
   public:
    virtual ~RowFeed() = default;

    [[nodiscard]] virtual bool next() = 0;
    virtual void rewind() = 0;
    [[nodiscard]] virtual std::uint64_t expected_bytes() const = 0;

    [[nodiscard]] std::uint64_t number() const { return number_; }
    [[nodiscard]] const void* options() const { return options_; }
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }

   protected:
    std::uint64_t number_ = 0;
    const void* options_ = nullptr;
    std::optional<Error> problem_;
};

}  // namespace dcadmin::cli
