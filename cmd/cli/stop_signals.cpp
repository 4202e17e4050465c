// SPDX-License-Identifier: Apache-2.0
#include "cli/stop_signals.h"

#include <poll.h>

namespace dcadmin::cli {
namespace {

// A signal handler can reach nothing but a static object.
std::atomic<int> stop_signal{0};
static_assert(std::atomic<int>::is_always_lock_free);

void on_signal(int number) {
    stop_signal = number;
}

}  // namespace

StopSignals::StopSignals() {
    stop_signal = 0;
    struct sigaction action {};
    action.sa_handler = on_signal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);  // a second one kills
    sigaction(SIGINT, &action, &interrupt_);
    sigaction(SIGTERM, &action, &terminate_);
}

StopSignals::~StopSignals() {
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGTERM, &terminate_, nullptr);
}

bool StopSignals::wait(std::chrono::seconds time) {
    // Blocked but while it waits, so that none slips in between looking and waiting.
    sigset_t both;
    sigset_t before;
    sigemptyset(&both);
    sigaddset(&both, SIGINT);
    sigaddset(&both, SIGTERM);
    sigprocmask(SIG_BLOCK, &both, &before);
    const timespec longest{.tv_sec = time.count(), .tv_nsec = 0};
    if (stop_signal == 0) ppoll(nullptr, 0, &longest, &before);
    sigprocmask(SIG_SETMASK, &before, nullptr);
    return stop_signal != 0;
}

const std::atomic<int>& StopSignals::seen() {
    return stop_signal;
}

}  // namespace dcadmin::cli
