// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_run.h"

#include "cli/bulk.h"
#include "cli/new_file.h"
#include "cli/outcome_store.h"
#include "cli/plan_file.h"
#include "cli/plan_make.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/request_feed.h"
#include "cli/stop_signals.h"
#include "output/value.h"
#include "views/run_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace dcadmin::cli {
namespace {

constexpr std::size_t most_shown = 100;

class Applying {
   public:
    Applying(Context& context, const ApplyLine& line)
        : context_(context),
          line_(line),
          folder_(temporary_folder(context.environment())),
          plan_(line.plan.text, context.streams().in, folder_),
          store_(folder_) {}

    Exit run();

   private:
    [[nodiscard]] bulk::Options options() const;
    [[nodiscard]] bool next(NumberedRequest& request);
    [[nodiscard]] bool leaves_out() const {
        return line_.skip_stale || plan_.header().skip_invalid;
    }
    void refuse_rejected() const;
    [[nodiscard]] bool agreed();
    void work();
    [[nodiscard]] bulk::Result result_of_row();
    void write_outcome();
    void tell_stale();
    /// Rows that were rejected when the plan was made.
    [[nodiscard]] std::uint64_t left_out() const;
    [[nodiscard]] Exit exit() const;
    void tell_counts();
    [[nodiscard]] Exit conclude();

    Context& context_;
    const ApplyLine& line_;
    std::string folder_;
    PlanReader plan_;
    OutcomeStore store_;
    PlanRow row_;  // the one under way
    bulk::Expected expected_;
    bulk::Summary summary_;
    std::uint64_t stale_ = 0;
    std::vector<std::pair<std::uint64_t, bulk::Result>> told_;  // the first stale rows
};

bulk::Options Applying::options() const {
    const auto& header = plan_.header();
    const ParseContext context = context_.parse_context("plan");
    BulkLine run;
    run.dry_run = line_.dry_run;
    run.skip_invalid = line_.skip_stale;
    run.notify = line_.notify;
    if (!run.notify) run.notify = ArgType<bulk::Notify>::parse(header.notify, context);
    run.max_revoke = line_.max_revoke;
    if (!run.max_revoke && !header.max_revoke.empty()) {
        run.max_revoke = ArgType<MaxRevoke>::parse(header.max_revoke, context);
    }
    run.yes_revoke = line_.yes_revoke;
    if (!run.yes_revoke && !header.yes_revoke.empty()) {
        run.yes_revoke = ArgType<std::uint64_t>::parse(header.yes_revoke, context);
    }
    return options_of(run);
}

// Rows that were rejected when the plan was made are nothing to apply.
bool Applying::next(NumberedRequest& request) {
    while (plan_.next(row_)) {
        const auto state = row_.result.state;
        if (state != bulk::State::applied && state != bulk::State::unchanged) continue;
        request = {row_.number, row_.request};
        return true;
    }
    return false;
}

void Applying::refuse_rejected() const {
    const auto rejected = left_out();
    if (rejected == 0 || leaves_out() || line_.dry_run) return;
    throw Error(Kind::usage,
                say("{} of the plan's {} rows were rejected when it was made", rejected,
                    plan_.header().rows),
                "correct them and make the plan anew, or apply the others: --skip-stale");
}

bool Applying::agreed() {
    if (line_.dry_run || !context_.may_ask()) return true;
    const auto& header = plan_.header();
    context_.note(say("{}: {} rows, planned at {}", header.command, header.rows, header.made_at));
    return context_.confirmed("apply?");
}

void Applying::work() {
    RequestFeed feed({.next = [this](NumberedRequest& request) { return next(request); },
                      .rewind = [this] { plan_.rewind(); }},
                     {plan_.header().command, plan_.header().options}, context_.clock().today());
    const bulk::Watch watch{.expected = [this](std::uint64_t) -> const bulk::Expected& {
                                expected_ = {row_.result.state, row_.trace.effects};
                                return expected_;
                            },
                            .seen = {}};
    const bulk::Sink sink = [this](std::uint64_t row, const bulk::Result& result) {
        store_.put(row, result);
        if (result.state != bulk::State::rejected) return;
        ++stale_;
        if (told_.size() < most_shown) told_.emplace_back(row, result);
    };
    Progress progress(context_.streams(), context_.globals().quiet, [] { return 0.0; });
    auto how = options();
    how.progress = [&](const bulk::Progress& now) { progress(now); };
    const Env& env = context_.env();
    summary_ = bulk::run_watched(env, how, watch, [&](const bulk::Options& part) {
        feed.rewind();
        stale_ = 0;
        told_.clear();
        run_segments(env, feed, part, sink);
    });
}

void Applying::tell_stale() {
    const bool json = wants_json(context_.words(), context_.environment());
    for (const auto& [row, result] : told_) {
        const auto place = say("row {}", row);
        if (json) {
            report(Error(result.code.value_or(Kind::conflict),
                         fmt::format("{}: {}", place, result.message), result.hint),
                   true, context_.streams().err);
        } else {
            context_.warn(fmt::format("{}: {}", place, told(result.message, result.hint)));
        }
    }
    if (stale_ > told_.size()) context_.warn(say("and {} more", stale_ - told_.size()));
}

/// What became of the row that was read last, once it is known how the run ended.
bulk::Result Applying::result_of_row() {
    if (row_.result.state == bulk::State::rejected) return row_.result;
    auto result = store_.get(row_.number);
    const bool stands = summary_.committed || line_.dry_run;
    if (stands || result.state == bulk::State::rejected) return result;
    result = {};
    const bool unknown = summary_.failure && summary_.failure->kind() == Kind::unknown;
    if (unknown) result.state = bulk::State::unknown;
    return result;
}

void Applying::write_outcome() {
    NewFile file(line_.outcome->text, NewFile::Replace::yes);
    plan_.rewind();
    std::string line;
    const auto add = [&line](std::string_view key, std::string_view text) {
        output::append_json_string(line, key);
        line += ':';
        output::append_json_string(line, text);
        line += ',';
    };
    while (plan_.next(row_)) {
        const auto result = result_of_row();
        line.assign(1, '{');
        for (const auto& [column, text] : row_.request.columns) add(column, text);
        line += fmt::format("\"_row\":{},", row_.number);
        add("_state", bulk::name_of(result.state));
        add("_code", result.code ? name_of(*result.code) : std::string_view());
        add("_message", told(result.message, result.hint));
        add("_id", result.id);
        line.back() = '}';
        file.write(line + "\n");
    }
    file.finish();
}

std::uint64_t Applying::left_out() const {
    return plan_.header().states[static_cast<std::size_t>(bulk::State::rejected)];
}

Exit Applying::exit() const {
    auto exit = left_out() > 0 ? Exit::rows_left : Exit::ok;
    if (stale_ > 0) exit = line_.skip_stale ? Exit::rows_left : Exit::conflict;
    if (summary_.failure) exit = graver(exit, exit_of(summary_.failure->kind()));
    if (summary_.stopped_by_signal) {
        exit = StopSignals::seen() == SIGTERM ? Exit::terminated : Exit::interrupted;
    }
    return exit;
}

void Applying::tell_counts() {
    // What is rejected here did hold when the plan was made.
    bulk::Summary counted = summary_;
    counted.rows[static_cast<std::size_t>(bulk::State::rejected)] = 0;
    auto line = counts_line(counted);
    if (line_.dry_run) line = say("would be: {}", line);
    if (stale_ > 0) line += say(", {} stale", stale_);
    if (left_out() > 0) line += say(", {} left out that the plan rejects", left_out());
    context_.note(line);
    const bool unknown = summary_.failure && summary_.failure->kind() == Kind::unknown;
    if (!line_.dry_run && !summary_.committed && !unknown) context_.note("nothing was changed");
    if (!summary_.failure && (summary_.committed || line_.dry_run)) {
        const auto mails =
            mails_line(summary_.notices, summary_.notice_persons, summary_.notices_without_address);
        context_.note(line_.dry_run ? say("would tell: {}", mails) : say("told: {}", mails));
    }
}

Exit Applying::conclude() {
    if (context_.out().style().format != output::Format::table) {
        const auto outcome = line_.outcome ? line_.outcome->text : std::string();
        context_.out().item(views::run_view(), {summary_, line_.dry_run, outcome});
    }
    if (summary_.failure) {
        report(*summary_.failure, wants_json(context_.words(), context_.environment()),
               context_.streams().err);
    }
    tell_counts();
    if (line_.outcome) context_.note(say("outcome: {}", line_.outcome->text));
    if (exit() == Exit::conflict && stale_ > 0) {
        context_.note(say("make the plan anew; or apply the rows that hold: {} --skip-stale",
                          line_for(context_, "apply", line_.plan.text)));
    }
    return exit();
}

Exit Applying::run() {
    refuse_rejected();
    const auto here = context_.settings().store();
    if (plan_.header().store != here) {
        context_.warn(
            say("the plan was made on the store {}; this is {}", plan_.header().store, here));
    }
    if (!agreed()) throw Error(Kind::failed, "not confirmed: nothing was changed");
    const StopSignals signals;
    work();
    tell_stale();
    if (line_.outcome) write_outcome();
    return conclude();
}

}  // namespace

Exit apply_plan(Context& context, const ApplyLine& line) {
    return Applying(context, line).run();
}

}  // namespace dcadmin::cli
