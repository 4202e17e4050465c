// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <utility>

namespace dcadmin::cli {
namespace {

using Seconds = std::chrono::duration<double>;
using namespace std::chrono_literals;

}  // namespace

std::string with_commas(std::uint64_t number) {
    auto digits = fmt::format("{}", number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return digits;
}

Progress::Progress(Streams& streams, bool quiet, std::function<double()> share)
    : streams_(streams), quiet_(quiet), share_(std::move(share)) {
    started_ = phase_started_ = told_ = std::chrono::steady_clock::now();
}

Progress::~Progress() {
    if (line_open_) streams_.err.write("\r\x1b[K");
}

void Progress::operator()(const bulk::Progress& progress) {
    if (quiet_) return;
    const auto now = std::chrono::steady_clock::now();
    if (phase_ != progress.phase) {
        if (!phase_.empty()) rows_in_all_ = std::max(rows_in_all_, rows_);
        phase_ = progress.phase;
        phase_started_ = now;
    }
    rows_ = progress.rows;
    const auto pause = streams_.err_terminal ? Seconds(250ms) : Seconds(5s);
    if (now - started_ < 1s || now - told_ < pause) return;
    told_ = now;

    const double spent = Seconds(now - phase_started_).count();
    const double rate = spent > 0 ? static_cast<double>(rows_) / spent : 0;
    const double part = rows_in_all_ > 0
                            ? static_cast<double>(rows_) / static_cast<double>(rows_in_all_)
                            : share_();
    auto line = say("{}: {} rows, {}/s", translated(phase_), with_commas(rows_),
                    with_commas(static_cast<std::uint64_t>(rate)));
    if (part > 0.01 && part < 1) {
        const auto left = static_cast<std::uint64_t>(spent * (1 - part) / part);
        line += say(", {}:{:02} left", left / 60, left % 60);
    }
    streams_.err.write(streams_.err_terminal ? fmt::format("\r\x1b[K{}", line) : line + "\n");
    streams_.err.flush();
    line_open_ = streams_.err_terminal;
}

}  // namespace dcadmin::cli
