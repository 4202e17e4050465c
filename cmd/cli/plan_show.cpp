// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_show.h"

#include "cli/bulk.h"
#include "cli/plan_file.h"
#include "cli/plan_make.h"
#include "cli/report.h"
#include "views/plan_view.h"

#include <dcadmin/base/clock.h>

#include <fmt/format.h>

#include <utility>

namespace dcadmin::cli {
namespace {

constexpr std::size_t keyed_size = 43;  // of a person's field in an image

std::string spoken(const std::string& value) {
    if (value.empty()) return "none";
    return value.size() == keyed_size ? "…" : value;
}

const std::string* find(const bulk::Image& image, const std::string& key) {
    for (const auto& one : image) {
        if (one.first == key) return &one.second;
    }
    return nullptr;
}

std::string request_of(const PlanRow& row) {
    std::string text;
    for (const auto& [column, cell] : row.request.columns) {
        text += fmt::format("{}{}={}", text.empty() ? "" : " ", column, cell);
    }
    return text;
}

void tell_header(Context& context, const PlanHeader& header) {
    context.note(
        fmt::format("{}, planned at {} on {}", header.command, header.made_at, header.store));
    for (const auto& [column, text] : header.options) {
        context.note(fmt::format("  {:<14} {}", column, text));
    }
    bulk::Summary counts;
    counts.rows = header.states;
    context.note(counts_line(counts));
    context.note(fmt::format("would tell: {} (notify: {})",
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
                       ? fmt::format("{} {} -> {}", key, was == nullptr ? "none" : spoken(*was),
                                     spoken(value))
                       : fmt::format("{} {}", key, spoken(value));
    }
    return changes.empty() ? text : fmt::format("{}: {}", text, changes);
}

void show_plan(Context& context, const std::string& path) {
    PlanReader plan(path, context.streams().in, temporary_folder(context.environment()));
    tell_header(context, plan.header());
    auto list = context.out().list(views::plan_row_view());
    PlanRow row;
    while (plan.next(row)) {
        views::ShownPlanRow shown{.row = row.number,
                                  .command = row.request.command,
                                  .request = request_of(row),
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
