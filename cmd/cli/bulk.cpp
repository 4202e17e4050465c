// SPDX-License-Identifier: Apache-2.0
#include "cli/bulk.h"

#include "cli/again.h"
#include "cli/agreement.h"
#include "cli/file_feed.h"
#include "cli/foreign_file.h"
#include "cli/outcome_file.h"
#include "cli/outcome_store.h"
#include "cli/plan_make.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/stop_signals.h"
#include "views/run_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <filesystem>
#include <optional>

namespace dcadmin::cli {
namespace {

constexpr std::uint64_t most_shown = 100;

InputFormat format_of(const BulkLine& line) {
    if (line.input_format) return *line.input_format;
    const auto& name = line.file->text;
    const bool json = name.ends_with(".jsonl") || name.ends_with(".ndjson");
    return json ? InputFormat::jsonl : InputFormat::csv;
}

/// Where the outcome goes: where it is asked for, else beside the input, else nowhere.
std::optional<std::string> outcome_place(const BulkLine& line) {
    const auto& input = line.file->text;
    if (!line.outcome) {
        if (line.dry_run || input == "-") return std::nullopt;
        return outcome_path(input);
    }
    std::error_code ignored;
    if (std::filesystem::equivalent(line.outcome->text, input, ignored)) {
        throw Error(Kind::usage, "the outcome file must be another than the input", "", "outcome");
    }
    return line.outcome->text;
}

/// Nothing of a run that was not committed stands, whatever its rows came to on the way; of one
/// whose commit got no answer, nobody knows.
void undo(bulk::Result& result, bulk::State left) {
    if (result.state != bulk::State::applied && result.state != bulk::State::unchanged) return;
    result = {};
    result.state = left;
}

bool is_unknown(const bulk::Summary& summary) {
    return summary.failure && summary.failure->kind() == Kind::unknown;
}

bool is_bad(bulk::State state) {
    return state == bulk::State::rejected || state == bulk::State::failed ||
           state == bulk::State::unknown;
}

bool has_bad(const bulk::Summary& summary) {
    bool bad = false;
    for (std::size_t i = 0; i < bulk::state_count; ++i) {
        const auto state = static_cast<bulk::State>(i);
        bad = bad || (is_bad(state) && summary.count(state) > 0);
    }
    return bad;
}

bool ends_too_many(const bulk::Summary& summary) {
    return summary.failure && summary.failure->field() == "yes-revoke";
}

class RowErrors {
   public:
    RowErrors(Context& context, bool json) : context_(context), json_(json) {}

    void tell(const std::string& place, const bulk::Result& result) {
        if (++count_ > most_shown) return;
        if (json_) {
            const Error error(result.code.value_or(Kind::failed),
                              fmt::format("{}: {}", place, result.message), result.hint);
            report(error, true, context_.streams().err);
            return;
        }
        context_.streams().err.write(
            fmt::format("{}: {}\n", place, text::escaped(told(result.message, result.hint))));
    }
    void end(const std::optional<OutcomeFile>& outcome) const {
        if (count_ <= most_shown) return;
        context_.streams().err.write(
            outcome ? say("and {} more in {}\n", count_ - most_shown, outcome->path())
                    : say("and {} more\n", count_ - most_shown));
    }

   private:
    Context& context_;
    bool json_;
    std::uint64_t count_ = 0;
};

Exit exit_of_run(const bulk::Summary& summary, const BulkLine& line) {
    auto exit = Exit::ok;
    const bool stopped_by_rows =
        summary.count(bulk::State::rejected) > 0 && !line.skip_invalid && !summary.committed;
    for (const auto state : {bulk::State::rejected, bulk::State::failed, bulk::State::unknown}) {
        if (summary.count(state) > 0) exit = graver(exit, Exit::rows_left);
    }
    if (stopped_by_rows) exit = graver(exit, Exit::usage);
    if (summary.failure) exit = graver(exit, exit_of(summary.failure->kind()));
    if (summary.stopped_by_signal) {
        exit = StopSignals::seen() == SIGTERM ? Exit::terminated : Exit::interrupted;
    }
    return exit;
}

}  // namespace

bulk::Options options_of(const BulkLine& line) {
    bulk::Options options;
    options.dry_run = line.dry_run;
    options.skip_invalid = line.skip_invalid;
    options.batch = line.batch.value_or(0);
    options.notify = line.notify.value_or(bulk::Notify::person);
    if (line.max_revoke) {
        options.revoke_limit.count = line.max_revoke->count.value_or(0);
        options.revoke_limit.percent = line.max_revoke->percent.value_or(0);
    }
    options.revoke_limit.exact = line.yes_revoke;
    options.stop = &StopSignals::seen();
    return options;
}

std::string temporary_folder(const Environment& environment) {
    return environment.find("TMPDIR").value_or("/tmp");
}

std::string counts_line(const bulk::Summary& summary) {
    std::string line;
    for (std::size_t i = 0; i < bulk::state_count; ++i) {
        const auto state = static_cast<bulk::State>(i);
        if (summary.count(state) == 0 && state != bulk::State::applied) continue;
        if (!line.empty()) line += ", ";
        line += fmt::format("{} {}", with_commas(summary.count(state)), bulk::name_of(state));
    }
    return line;
}

void refuse_file_options(const BulkLine& line) {
    const auto refuse = [](std::string_view name) {
        throw Error(Kind::usage, say("--{} is about a file, and there is no --file", name), "",
                    std::string(name));
    };
    if (line.input_format) refuse("input-format");
    if (line.outcome) refuse("outcome");
    if (line.skip_invalid) refuse("skip-invalid");
    if (line.batch) refuse("batch");
    if (!line.only.empty()) refuse("only");
}

namespace {

/// The last lines: what it came to, where that stands, and how to go on.
Exit conclude(Context& context, const BulkLine& line, const bulk::Summary& summary,
              const std::optional<OutcomeFile>& outcome) {
    const auto exit = exit_of_run(summary, line);
    if (context.out().style().format != output::Format::table) {
        context.out().item(views::run_view(),
                           {summary, line.dry_run, outcome ? outcome->path() : std::string()});
    }
    if (summary.failure) {
        report(*summary.failure, wants_json(context.words(), context.environment()),
               context.streams().err);
    }
    const auto counts = counts_line(summary);
    context.note(line.dry_run ? say("would be: {}", counts) : counts);
    if (!summary.committed && !line.dry_run && exit != Exit::ok && !is_unknown(summary))
        context.note("nothing was changed");
    if (outcome) context.note(say("outcome: {}", outcome->path()));
    if (line.plan) {
        tell_plan(context, line.plan->text, summary);
        return exit;
    }
    const auto again = how_to_go_on(context.words(), line, summary, outcome ? outcome->path() : "");
    if (!again.empty()) context.note(again);
    return exit;
}

/// Reads the input once more, to name what is wrong in the order of its lines and to write the
/// outcome.
void tell_rows(Context& context, FileFeed& feed, OutcomeStore& store,
               std::optional<bulk::State> left, std::optional<OutcomeFile>& outcome) {
    RowErrors errors(context, wants_json(context.words(), context.environment()));
    feed.rewind();
    if (outcome) outcome->begin(feed);
    try {
        while (feed.next_raw()) {
            auto result = store.get(feed.number());
            if (is_bad(result.state)) errors.tell(feed.place(result.field), result);
            if (left) undo(result, *left);
            if (outcome) outcome->row(feed, result);
        }
    } catch (const Error& error) {
        // What breaks the file here broke it in the run too, where it is told.
        if (error.kind() != Kind::usage) throw;
    }
    errors.end(outcome);
    if (outcome) outcome->finish();
}

}  // namespace

Exit run_file(Context& context, const BulkLine& asked, const void* given) {
    // A run shows what it came to as a whole, but not in a table.
    if (context.out().style().format != output::Format::table) {
        context.out().require_known(views::run_view().texts());
    }
    BulkLine line = asked;
    line.dry_run = line.dry_run || line.plan.has_value();
    const auto folder = temporary_folder(context.environment());
    InputFile input(line.file->text, context.streams().in, folder);
    const NamedColumns named(context, given);
    FileFeed feed(named.command(), input, format_of(line), given, context.clock().today(),
                  line.only);
    named.tell_left_out(context, feed.columns());
    const auto& env = context.env();
    std::optional<OutcomeFile> outcome;
    if (const auto place = outcome_place(line)) outcome.emplace(*place);
    std::optional<PlanMaker> plan;
    if (line.plan) plan.emplace(context, line, [&feed] { return feed.cells(); });

    const StopSignals signals;
    OutcomeStore store(folder);
    auto options = options_of(line);
    bulk::Summary summary;
    {
        Progress progress(context.streams(), context.globals().quiet, [&] {
            return input.size() == 0
                       ? 0.0
                       : static_cast<double>(feed.position()) / static_cast<double>(input.size());
        });
        options.progress = [&](const bulk::Progress& now) { progress(now); };
        const bulk::Sink sink = [&](std::uint64_t row, const bulk::Result& result) {
            store.put(row, result);
        };
        const auto run = [&] {
            return plan ? plan->run(env, feed, options, sink)
                        : context.command().rows(env, feed, options, sink);
        };
        summary = run();
        if (!line.dry_run && ends_too_many(summary) &&
            agrees_to_end(context, summary.grants_ended)) {
            options.revoke_limit.exact = summary.grants_ended;
            summary = run();
        }
    }
    if (outcome || has_bad(summary)) {
        std::optional<bulk::State> left;
        if (!summary.committed && !line.dry_run) {
            left = is_unknown(summary) ? bulk::State::unknown : bulk::State::not_attempted;
        }
        tell_rows(context, feed, store, left, outcome);
    }
    const auto exit = conclude(context, line, summary, outcome);
    if (summary.committed && context.command().after_rows) {
        context.command().after_rows(context, given);
    }
    return exit;
}

namespace {

/// The Options of the command line as the only row.
class SingleRow final : public RowFeed {
   public:
    explicit SingleRow(const void* options) { options_ = options; }
    bool next() override { return number_++ == 0; }
    void rewind() override { number_ = 0; }
    [[nodiscard]] std::uint64_t expected_bytes() const override { return 0; }
};

}  // namespace

Exit run_single_row(Context& context, const BulkLine& line, const void* options) {
    context.out().require_known(views::run_view().texts());
    SingleRow row(options);
    auto run_options = options_of(line);
    run_options.notify = line.notify.value_or(bulk::Notify::each);
    run_options.dry_run = line.dry_run || line.plan;
    const StopSignals signals;
    bulk::Result result;
    const bulk::Sink sink = [&](std::uint64_t, const bulk::Result& of_row) { result = of_row; };
    std::optional<PlanMaker> plan;
    if (line.plan) plan.emplace(context, line, [&line] { return line.texts; });
    const auto summary = plan ? plan->run(context.env(), row, run_options, sink)
                              : context.command().rows(context.env(), row, run_options, sink);
    if (summary.failure) throw *summary.failure;
    if (is_bad(result.state)) {
        throw Error(result.code.value_or(Kind::failed), result.message, result.hint, result.field);
    }
    context.out().item(views::run_view(), {summary, run_options.dry_run, ""});
    if (!result.message.empty()) context.note(result.message);
    if (plan) tell_plan(context, line.plan->text, summary);
    return Exit::ok;
}

}  // namespace dcadmin::cli
