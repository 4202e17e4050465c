// SPDX-License-Identifier: Apache-2.0
// The exit codes of the command line: a contract with scripts, listed in `dcadmin help exit-codes`.
// Codes are added, never changed.
#pragma once

namespace dcadmin::cli {

enum class Exit : int {
    ok = 0,
    failed = 1,
    usage = 2,
    rows_left = 3,
    sign_in = 4,
    not_allowed = 5,
    not_found = 6,
    conflict = 7,
    rule = 8,
    integrity = 9,
    found = 10,
    busy = 75,
    interrupted = 130,
    terminated = 143
};

/// The one of two that matters more: a signal, a broken chain, a failure, a refusal, rows left.
[[nodiscard]] constexpr Exit graver(Exit a, Exit b) {
    constexpr auto rank = [](Exit exit) {
        switch (exit) {
            case Exit::interrupted:
            case Exit::terminated: return 6;
            case Exit::integrity: return 5;
            case Exit::failed:
            case Exit::sign_in:
            case Exit::not_allowed:
            case Exit::busy: return 4;
            case Exit::usage:
            case Exit::not_found:
            case Exit::conflict:
            case Exit::rule: return 3;
            case Exit::rows_left: return 2;
            case Exit::found: return 1;
            case Exit::ok: return 0;
        }
        return 0;
    };
    return rank(b) > rank(a) ? b : a;
}

}  // namespace dcadmin::cli
