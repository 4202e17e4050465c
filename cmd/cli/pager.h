// SPDX-License-Identifier: Apache-2.0
// Shows on a terminal, page by page, what is longer than its screen: through the program that
// DCADMIN_PAGER or PAGER names, else less. It begins only once the result has turned out that long,
// so that a short answer costs nothing. While it is open talk waits, and ^C is the pager's; leaving
// it early is no error.
#pragma once

#include "cli/streams.h"

#include <sys/types.h>
#include <span>
#include <string>
#include <vector>

namespace dcadmin::cli {

/// The program and its arguments, split at blanks; none where there is to be no pager.
[[nodiscard]] std::vector<std::string> pager_words(std::span<const std::string> args,
                                                   const Environment& environment);

class Pager {
   public:
    /// `args` are the words of the whole line: with --no-pager or --watch there is none.
    Pager(std::span<const std::string> args, Streams& streams, const Environment& environment);
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;
    ~Pager();

    /// Waits until it was left; then what was held back is told.
    void end();

   private:
    [[nodiscard]] int begin();

    Streams& streams_;
    std::vector<std::string> words_;
    bool chosen_ = false;  // by the user, not by us
    pid_t child_ = -1;
    int pipe_ = -1;
    void (*on_interrupt_)(int) = nullptr;  // before it was begun
};

}  // namespace dcadmin::cli
