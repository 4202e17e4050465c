// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_make.h"

#include "cli/again.h"
#include "cli/bulk.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace dcadmin::cli {
namespace {

void refuse_input(const BulkLine& line) {
    if (line.batch) {
        throw Error(Kind::usage, "a plan is one transaction, and --batch is several",
                    "leave out --batch", "batch");
    }
    std::error_code ignored;
    if (line.file && std::filesystem::equivalent(line.plan->text, line.file->text, ignored)) {
        throw Error(Kind::usage, "the plan must be another file than the input", "", "plan");
    }
}

/// The row's own texts, and what was filled in where it has none.
NamedTexts settled(NamedTexts texts, const NamedTexts& filled) {
    for (const auto& [column, value] : filled) {
        const auto found = std::ranges::find(texts, column, &NamedTexts::value_type::first);
        if (found == texts.end()) {
            texts.emplace_back(column, value);
        } else if (found->second.empty()) {
            found->second = value;
        }
    }
    return texts;
}

}  // namespace

PlanMaker::PlanMaker(Context& context, const BulkLine& line, std::function<NamedTexts()> cells)
    : context_(context),
      line_((refuse_input(line), line)),
      cells_(std::move(cells)),
      writer_(line.plan->text, temporary_folder(context.environment())) {}

bulk::Summary PlanMaker::run(const Env& env, RowFeed& feed, const bulk::Options& options,
                             const bulk::Sink& sink) {
    PlanRow row;
    const std::string command = context_.command().name();
    const bulk::Watch watch{
        .expected = {},
        .seen = [&row](std::uint64_t, const bulk::Trace& trace) { row.trace = trace; }};
    const bulk::Sink keep = [&](std::uint64_t number, const bulk::Result& result) {
        row.number = number;
        row.request = {command, settled(cells_(), row.trace.settled)};
        row.result = result;
        writer_.row(row);
        row.trace = {};
        sink(number, result);
    };
    auto summary = bulk::run_watched(env, options, watch, [&](const bulk::Options& part) {
        writer_.restart();
        row.trace = {};
        feed.rewind();
        static_cast<void>(context_.command().rows(env, feed, part, keep));
    });
    if (summary.failure || summary.stopped_by_signal) return summary;
    PlanHeader header = header_of(context_, options, summary);
    // A single request stands in its row.
    if (line_.file) header.options = line_.texts;
    if (line_.max_revoke) header.max_revoke = ArgType<MaxRevoke>::shown(*line_.max_revoke);
    writer_.finish(std::move(header));
    return summary;
}

PlanHeader header_of(Context& context, const bulk::Options& options, const bulk::Summary& summary) {
    const auto& exact = options.revoke_limit.exact;
    return {.command = context.command().name(),
            .made_at = context.clock().now().iso(),
            .store = context.settings().store(),
            .options = {},
            .notify = ArgType<bulk::Notify>::shown(options.notify),
            .max_revoke = {},
            .yes_revoke = exact ? std::to_string(*exact) : std::string(),
            .skip_invalid = options.skip_invalid,
            .rows = 0,
            .states = summary.rows,
            .notices = summary.notices,
            .persons = summary.notice_persons,
            .without_address = summary.notices_without_address};
}

std::string mails_line(std::uint64_t notices, std::uint64_t persons,
                       std::uint64_t without_address) {
    auto line = notices == 1   ? say("1 mail to 1 person")
                : persons == 1 ? say("{} mails to 1 person", notices)
                               : say("{} mails to {} persons", notices, persons);
    if (without_address == 1) {
        line += say("; 1 notice cannot be sent, for want of an address");
    } else if (without_address > 1) {
        line += say("; {} notices cannot be sent, for want of an address", without_address);
    }
    return line;
}

std::string line_for(Context& context, std::string_view words, const std::string& path) {
    const auto& globals = context.globals();
    std::string line = fmt::format("dcadmin {} {}", words, shell_quoted(path));
    const auto add = [&line](std::string_view option, const std::string& value) {
        line += fmt::format(" {} {}", option, shell_quoted(value));
    };
    if (globals.store) add("--store", globals.store->text);
    if (globals.profile) add("--profile", *globals.profile);
    return line;
}

void tell_plan(Context& context, const std::string& path, const bulk::Summary& summary) {
    if (summary.failure || summary.stopped_by_signal) return;
    context.note(say("would tell: {}", mails_line(summary.notices, summary.notice_persons,
                                                  summary.notices_without_address)));
    context.note(say("plan: {}", path));
    const auto apply = line_for(context, "apply", path);
    context.note(summary.count(bulk::State::rejected) > 0
                     ? say("to do the others: {} --skip-stale", apply)
                     : say("to do it: {}", apply));
}

}  // namespace dcadmin::cli
