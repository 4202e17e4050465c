// SPDX-License-Identifier: Apache-2.0
// How far a long run has come, for whoever waits: on a terminal one line that is written over, a
// few times a second once it lasts longer than a second; elsewhere a plain line every few seconds.
#pragma once

#include "cli/streams.h"

#include <dcadmin/bulk.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace dcadmin::cli {

class Progress {
   public:
    /// `share` tells which part of the input has been read, from 0 to 1.
    Progress(Streams& streams, bool quiet, std::function<double()> share);
    /// Removes the line from the terminal.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void operator()(const bulk::Progress& progress);

   private:
    using Moment = std::chrono::steady_clock::time_point;

    Streams& streams_;
    bool quiet_;
    std::function<double()> share_;
    std::string phase_;
    std::uint64_t rows_in_all_ = 0;  // known when the first phase has seen them all
    std::uint64_t rows_ = 0;
    Moment started_;
    Moment phase_started_;
    Moment told_;
    bool line_open_ = false;
};

/// "120,000"
[[nodiscard]] std::string with_commas(std::uint64_t number);

}  // namespace dcadmin::cli
