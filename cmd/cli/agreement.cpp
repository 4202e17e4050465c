// SPDX-License-Identifier: Apache-2.0
#include "cli/agreement.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::cli {
namespace {

[[noreturn]] void not_confirmed() {
    throw Error(Kind::failed, "not confirmed: nothing was changed");
}

const Option* find(const Command& command, std::string_view name) {
    const auto found = std::ranges::find(command.options, name, &Option::name);
    return found == command.options.end() ? nullptr : &*found;
}

/// What is about to be done, as the deck's confirmation page shows it before the button.
void show(Context& context, const void* options) {
    const auto& command = context.command();
    if (command.page) {
        const auto page = command.page(context, options);
        for (const auto line : text::split(page, '\n')) context.warn(line);
        return;
    }
    context.note(command.name());
    for (const auto& option : command.options) {
        if (!option.present(options)) continue;
        context.note(fmt::format("  {:<14} {}", option.name, option.shown(options)));
    }
}

/// What is typed where there is no option for it.
std::string word_to_type(const Command& command, const void* options) {
    const Option* named = find(command, command.typed);
    if (named != nullptr && named->present(options)) return named->shown(options);
    const auto name = command.name();
    return name.substr(name.rfind(' ') + 1);
}

void type_what_it_is_about(Context& context, void* options) {
    const Option* again = find(context.command(), "confirm");
    if (again != nullptr && again->present(options)) return;
    show(context, options);
    if (again == nullptr) {
        const auto word = word_to_type(context.command(), options);
        const auto typed = context.typed(say("type {} to confirm: ", text::escaped(word)));
        if (text::ascii_lower(typed.value_or("")) != text::ascii_lower(word)) not_confirmed();
        return;
    }
    const auto typed = context.typed(say("type {}: ", again->help));
    if (!typed || typed->empty()) not_confirmed();
    again->assign(options, *typed, context.parse_context(again->name));
}

}  // namespace

void require_agreement(Context& context, void* options) {
    const auto& command = context.command();
    if (command.needs != Needs::write || command.only_with_yes || !context.may_ask()) return;
    switch (command.severity) {
        case Severity::none: return;
        case Severity::usual:
            show(context, options);
            if (!context.confirmed("confirm?")) not_confirmed();
            return;
        case Severity::grave: return type_what_it_is_about(context, options);
    }
}

std::string agreement_text(const Command& command) {
    if (command.needs != Needs::write || command.severity != Severity::grave) return {};
    if (find(command, "confirm") != nullptr) {
        return say(
            "This is grave: on a terminal it is shown what is at stake, and what --confirm says is "
            "typed. Scripts say it with --confirm; --yes is not enough.");
    }
    const Option* named = find(command, command.typed);
    const auto name = command.name();
    if (named != nullptr) {
        return say(
            "This is grave: on a terminal the {} is typed before it begins, unless --yes is given.",
            named->name);
    }
    return say(
        "This is grave: on a terminal the word {} is typed before it begins, unless --yes is "
        "given.",
        name.substr(name.rfind(' ') + 1));
}

bool agrees_to_end(Context& context, std::uint64_t grants) {
    if (!context.may_ask()) return false;
    const auto typed =
        context.typed(say("this would end {} grants; type their number to go on: ", grants));
    if (typed != std::to_string(grants)) not_confirmed();
    return true;
}

}  // namespace dcadmin::cli
