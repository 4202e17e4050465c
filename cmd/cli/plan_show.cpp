// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_show.h"

#include "cli/bulk.h"
#include "cli/plan_file.h"
#include "cli/plan_make.h"
#include "cli/report.h"
#include "cli/request_feed.h"
#include "views/plan_view.h"

#include <dcadmin/base/clock.h>
#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace dcadmin::cli {
namespace {

constexpr std::size_t keyed_size = 43;  // of a person's field in an image

std::string spoken(const std::string& value) {
    if (value.empty()) return say("none");
    return value.size() == keyed_size ? "…" : value;
}

const std::string* find(const bulk::Image& image, const std::string& key) {
    for (const auto& one : image) {
        if (one.first == key) return &one.second;
    }
    return nullptr;
}

// A national number is shown as everywhere: not whole.
std::string shown_cell(const Option& option, const Command& command, const std::string& cell,
                       Date today) {
    if (option.value != "INSZ" && option.value != "PERSON") return cell;
    try {
        const auto options = command.make_options();
        option.assign(options.get(), cell, {today, option.name});
        return option.shown(options.get());
    } catch (const Error&) {
        return "…";
    }
}

std::string request_of(const PlanRow& row, const Command& command, Date today) {
    std::string text;
    for (const auto& [column, cell] : row.request.columns) {
        const Option* found = nullptr;
        for (const auto& option : command.options) {
            if (option.column_name() == column) found = &option;
        }
        text += fmt::format("{}{}={}", text.empty() ? "" : " ", column,
                            found == nullptr ? cell : shown_cell(*found, command, cell, today));
    }
    return text;
}

void tell_header(Context& context, const PlanHeader& header) {
    context.note(say("{}, planned at {} on {}", header.command, header.made_at, header.store));
    if (!header.options.empty()) {
        PlanRow common;
        common.request = {header.command, header.options};
        context.note(say("for all rows: {}", request_of(common, command_named(header.command),
                                                        context.clock().today())));
    }
    bulk::Summary counts;
    counts.rows = header.states;
    context.note(counts_line(counts));
    context.note(say("would tell: {} (notify: {})",
                     mails_line(header.notices, header.persons, header.without_address),
                     header.notify));
}

}  // namespace

std::string in_words(const bulk::Effect& effect) {
    auto text = fmt::format("{} {}", effect.verb, effect.subject);
    if (!effect.id.empty() && effect.before) text += " " + effect.id;
    std::string changes;
    for (const auto& [key, value] : effect.after.value_or(bulk::Image{})) {
        const auto* was = effect.before ? find(*effect.before, key) : nullptr;
        if (was != nullptr && *was == value) continue;
        if (!effect.before && value.empty()) continue;
        if (!changes.empty()) changes += ", ";
        changes += effect.before
                       ? fmt::format("{} {} -> {}", key,
                                     spoken(was == nullptr ? std::string() : *was), spoken(value))
                       : fmt::format("{} {}", key, spoken(value));
    }
    return changes.empty() ? text : fmt::format("{}: {}", text, changes);
}

void show_plan(Context& context, const std::string& path) {
    PlanReader plan(path, context.streams().in, temporary_folder(context.environment()));
    tell_header(context, plan.header());
    auto list = context.out().list(views::plan_row_view());
    PlanRow row;
    std::optional<Command> command;
    while (plan.next(row)) {
        if (!command || command->name() != row.request.command) {
            command = command_named(row.request.command);
        }
        views::ShownPlanRow shown{.row = row.number,
                                  .command = row.request.command,
                                  .request = request_of(row, *command, context.clock().today()),
                                  .state = row.result.state,
                                  .code = row.result.code,
                                  .message = told(row.result.message, row.result.hint),
                                  .id = row.result.id,
                                  .changes = {}};
        for (const auto& effect : row.trace.effects) shown.changes.push_back(in_words(effect));
        list(shown);
    }
    list.end();
}

}  // namespace dcadmin::cli
