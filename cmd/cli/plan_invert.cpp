// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_invert.h"

#include "cli/bulk.h"
#include "cli/plan_file.h"
#include "cli/plan_make.h"
#include "cli/request_feed.h"
#include "cli/stop_signals.h"
#include "views/run_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <limits>
#include <system_error>
#include <utility>
#include <vector>

namespace dcadmin::cli {
namespace {

/// Relations come back before the grants under them, and go after them.
std::size_t rank_of(std::string_view command) {
    constexpr std::array<std::string_view, 6> order{"relation add", "relation extend",
                                                    "grant add",    "grant extend",
                                                    "grant revoke", "relation end"};
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), command) - order.begin());
}

struct Undo {
    std::vector<bulk::FileRow> requests;
    std::vector<std::string> lasting;  // what cannot be taken back, by row
};

Undo undo_of(PlanReader& plan) {
    Undo undo;
    PlanRow row;
    while (plan.next(row)) {
        auto& requests = row.trace.undo;
        undo.requests.insert(undo.requests.end(), std::make_move_iterator(requests.rbegin()),
                             std::make_move_iterator(requests.rend()));
        const bool nothing = requests.empty() && row.trace.lasting.empty();
        if (nothing && row.trace.effects.empty()) continue;
        if (nothing) {
            row.trace.lasting =
                say("what '{}' does stays: nothing is ever deleted", row.request.command);
        }
        if (!row.trace.lasting.empty()) {
            undo.lasting.push_back(say("row {}: {}", row.number, row.trace.lasting));
        }
    }
    std::reverse(undo.requests.begin(), undo.requests.end());
    std::stable_sort(undo.requests.begin(), undo.requests.end(),
                     [](const bulk::FileRow& a, const bulk::FileRow& b) {
                         return rank_of(a.command) < rank_of(b.command);
                     });
    return undo;
}

std::uint64_t grants_ended(const bulk::Trace& trace) {
    return static_cast<std::uint64_t>(
        std::count_if(trace.effects.begin(), trace.effects.end(), [](const bulk::Effect& effect) {
            return effect.subject == "grant" && (effect.verb == "revoke" || effect.verb == "end");
        }));
}

RequestFeed::Source source_of(const std::vector<bulk::FileRow>& requests, std::size_t& taken) {
    return {.next =
                [&](NumberedRequest& next) {
                    if (taken == requests.size()) return false;
                    next = {taken + 1, requests[taken]};
                    ++taken;
                    return true;
                },
            .rewind = [&taken] { taken = 0; }};
}

/// Runs the requests without keeping anything, and writes down what they would do.
bulk::Summary plan_of(Context& context, const std::vector<bulk::FileRow>& requests,
                      const bulk::Options& options, const std::string& to) {
    PlanWriter writer(to, temporary_folder(context.environment()));
    std::size_t taken = 0;
    RequestFeed feed(source_of(requests, taken), {}, context.clock().today());
    PlanRow row;
    const bulk::Sink keep = [&](std::uint64_t number, const bulk::Result& result) {
        row.number = number;
        row.request = requests[number - 1];
        row.result = result;
        writer.row(row);
        row.trace = {};
        if (result.state == bulk::State::rejected) {
            context.warn(say("row {}: {}", number, result.message));
        }
    };
    std::uint64_t ended = 0;
    const bulk::Watch watch{.expected = {}, .seen = [&](std::uint64_t, const bulk::Trace& trace) {
                                row.trace = trace;
                                ended += grants_ended(trace);
                            }};
    const Env& env = context.env();
    auto summary = bulk::run_watched(env, options, watch, [&](const bulk::Options& part) {
        writer.restart();
        feed.rewind();
        row.trace = {};
        ended = 0;
        run_segments(env, feed, part, keep);
    });
    if (!summary.failure && !summary.stopped_by_signal) {
        // What is taken back was done on purpose; the limit guards against what was not.
        auto header = header_of(context, options, summary);
        header.yes_revoke = std::to_string(ended);
        writer.finish(std::move(header));
    }
    return summary;
}

}  // namespace

std::string undo_path(const std::string& plan) {
    const std::filesystem::path path(plan);
    return (path.parent_path() / (path.stem().string() + ".undo" + path.extension().string()))
        .string();
}

Exit invert_plan(Context& context, const std::string& from, const std::string& to) {
    std::error_code ignored;
    if (std::filesystem::equivalent(from, to, ignored)) {
        throw Error(Kind::usage, "the new plan must be another file", "", "plan");
    }
    PlanReader plan(from, context.streams().in, temporary_folder(context.environment()));
    const Undo undo = undo_of(plan);
    for (const auto& line : undo.lasting) context.warn(line);
    const StopSignals signals;
    BulkLine line;
    line.dry_run = true;
    line.notify = ArgType<bulk::Notify>::parse(plan.header().notify, context.parse_context("plan"));
    line.max_revoke = MaxRevoke{.count = std::numeric_limits<std::uint64_t>::max(), .percent = {}};
    const auto summary = plan_of(context, undo.requests, options_of(line), to);
    if (summary.failure) throw *summary.failure;
    if (summary.stopped_by_signal) throw Error(Kind::stopped, "stopped: no plan was made");
    if (context.out().style().format != output::Format::table) {
        context.out().item(views::run_view(), {summary, true, ""});
    }
    context.note(say("would be: {}", counts_line(summary)));
    tell_plan(context, to, summary);
    if (summary.count(bulk::State::rejected) > 0) return Exit::conflict;
    return undo.lasting.empty() ? Exit::ok : Exit::rows_left;
}

}  // namespace dcadmin::cli
