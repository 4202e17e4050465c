// SPDX-License-Identifier: Apache-2.0
// While one lives, SIGINT and SIGTERM do not kill the program but ask it to stop: a long run then
// ends at a place it chooses, tells what it did, and leaves by the signal's exit code.
#pragma once

#include <atomic>
#include <chrono>
#include <csignal>

namespace dcadmin::cli {

class StopSignals {
   public:
    StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    ~StopSignals();

    /// The number of the signal that came; 0 when none did.
    [[nodiscard]] static const std::atomic<int>& seen();
    /// Waits that long, or until a signal comes; true when one has come.
    static bool wait(std::chrono::seconds time);

   private:
    struct sigaction interrupt_ {};
    struct sigaction terminate_ {};
};

}  // namespace dcadmin::cli
