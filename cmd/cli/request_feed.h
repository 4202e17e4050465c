// SPDX-License-Identifier: Apache-2.0
// Requests of several commands as rows: those of a plan, or those that take one back. They come in
// segments of one command each; within a segment they are the rows of that command, and their texts
// go through its options as the cells of a file do.
#pragma once

#include "cli/command.h"
#include "cli/row_feed.h"

#include <dcadmin/bulk.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::cli {

struct NumberedRequest {
    std::uint64_t number = 0;
    bulk::FileRow request;
};

class RequestFeed final : public RowFeed {
   public:
    struct Source {
        std::function<bool(NumberedRequest&)> next;
        std::function<void()> rewind;
    };
    /// `common` are columns that hold for all rows of its command.
    RequestFeed(Source source, bulk::FileRow common, Date today)
        : source_(std::move(source)), common_(std::move(common)), today_(today) {}

    /// Moves to the next rows of one command; false at the end.
    [[nodiscard]] bool begin_segment();
    /// Of the segment.
    [[nodiscard]] const Command& command() const { return *command_; }
    [[nodiscard]] bool next() override;
    void rewind() override;
    [[nodiscard]] std::uint64_t expected_bytes() const override { return 0; }

   private:
    [[nodiscard]] bool fill();
    void assign(void* options, std::string_view column, std::string_view text) const;

    Source source_;
    bulk::FileRow common_;
    Date today_;
    std::optional<NumberedRequest> held_;  // read, and not yet given
    std::optional<Command> command_;
    AnyOptions given_{nullptr, nullptr};
    AnyOptions made_{nullptr, nullptr};
};

/// The command of that name, when it is one with a form for files. Throws usage otherwise.
[[nodiscard]] Command command_named(std::string_view name);

/// Runs all segments one after the other.
void run_segments(const Env& env, RequestFeed& feed, const bulk::Options& options,
                  const bulk::Sink& sink);

}  // namespace dcadmin::cli
