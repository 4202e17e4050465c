// SPDX-License-Identifier: Apache-2.0
#include "cli/ask.h"

#include "cli/candidates.h"
#include "cli/typed_line.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::cli {
namespace {

constexpr std::size_t most_shown = 20;

/// Whether what is typed is looked up in the store before it is taken for a value.
bool of_store(Complete kind) {
    return kind >= Complete::person;
}

/// What is in the store or nothing at all: other kinds may name what lists leave out.
bool must_be_known(Complete kind) {
    return kind == Complete::right || kind == Complete::right_to_grant ||
           kind == Complete::right_held || kind == Complete::domain ||
           kind == Complete::domain_or_all;
}

class Question {
   public:
    Question(Context& context, Parsed& parsed, const Option& option)
        : context_(context),
          parsed_(parsed),
          option_(option),
          candidates_(context.settings(), context.environment(), context.clock(),
                      [this](std::string_view name) { return given(name); }) {}

    void ask();

   private:
    [[nodiscard]] std::vector<std::string> given(std::string_view name) const;
    [[nodiscard]] std::vector<Candidate> fitting(std::string_view typed);
    void show(std::vector<Candidate> values);
    [[nodiscard]] std::string read();
    [[nodiscard]] std::optional<Candidate> chosen(std::string_view typed) const;
    /// False, and said why, when it is none.
    [[nodiscard]] bool take(std::string_view text);
    [[nodiscard]] bool look_up(std::string_view typed);

    Context& context_;
    Parsed& parsed_;
    const Option& option_;
    Candidates candidates_;
    std::vector<Candidate> shown_;  // numbered from 1 on
};

std::vector<std::string> Question::given(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& option : context_.command().options) {
        if (option.name != name) continue;
        for (const auto& [column, text] : parsed_.bulk.texts) {
            if (column != option.column_name()) continue;
            for (const auto value : text::split(text, '|')) values.emplace_back(value);
        }
    }
    return values;
}

std::vector<Candidate> Question::fitting(std::string_view typed) {
    try {
        auto found = candidates_.of(option_, typed, most_shown + 1);
        std::erase_if(found, [](const Candidate& one) { return one.value.starts_with(':'); });
        return found;
    } catch (const Error&) {
        return {};  // without a store there is nothing to offer; the command will tell
    }
}

void Question::show(std::vector<Candidate> values) {
    const bool more = values.size() > most_shown;
    if (more) values.resize(most_shown);
    std::size_t widest = 0;
    for (const auto& one : values) widest = std::max(widest, text::width(one.value));
    std::string all;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& [value, about] = values[i];
        const std::string blanks(widest - text::width(value), ' ');
        all += fmt::format("  {:>2}  {}{}{}{}\n", i + 1, text::escaped(value),
                           about.empty() ? "" : blanks, about.empty() ? "" : "  ",
                           text::escaped(about));
    }
    if (more) all += say("   … and more: type some letters of what you look for\n");
    context_.show(all);
    shown_ = std::move(values);
}

std::string Question::read() {
    context_.show(
        fmt::format("{}{}{}: ", option_.name, option_.help.empty() ? "" : ", ", option_.help));
    return std::string(text::trimmed(read_typed_line(context_.streams().in)));
}

// By its number in what was shown, or as it is.
std::optional<Candidate> Question::chosen(std::string_view typed) const {
    std::size_t number = 0;
    const auto* end = typed.data() + typed.size();
    const auto read = std::from_chars(typed.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && number >= 1 && number <= shown_.size()) {
        return shown_[number - 1];
    }
    const auto same = [&](const Candidate& one) { return one.value == typed; };
    const auto found = std::ranges::find_if(shown_, same);
    return found == shown_.end() ? std::nullopt : std::optional(*found);
}

bool Question::take(std::string_view text) {
    try {
        option_.assign(parsed_.options.get(), text, context_.parse_context(option_.name));
    } catch (const Error& error) {
        context_.warn(error.hint().empty() ? error.message()
                                           : fmt::format("{}; {}", error.message(), error.hint()));
        return false;
    }
    parsed_.bulk.texts.emplace_back(option_.column_name(), std::string(text));
    return true;
}

// The one that fits what was typed is taken and said; several are shown, to choose from.
bool Question::look_up(std::string_view typed) {
    auto found = fitting(typed);
    if (found.empty() && !shown_.empty() && must_be_known(option_.completion)) {
        context_.warn(say("nothing here has {}", text::quoted(typed)));
        return false;
    }
    if (found.empty()) return take(typed);
    const auto same = [&](const Candidate& one) { return one.value == typed; };
    if (std::ranges::any_of(found, same)) return take(typed);
    if (found.size() > 1) {
        show(std::move(found));
        return false;
    }
    context_.show(fmt::format("  {}  {}\n", text::escaped(found.front().value),
                              text::escaped(found.front().about)));
    return take(found.front().value);
}

void Question::ask() {
    show(fitting(""));
    while (true) {
        const auto typed = read();
        if (typed.empty()) refuse_missing(context_.command(), parsed_.options.get());
        if (const auto value = chosen(typed)) {
            if (take(value->value)) return;
        } else if (of_store(option_.completion) ? look_up(typed) : take(typed)) {
            return;
        }
    }
}

}  // namespace

void ask_missing(Context& context, Parsed& parsed) {
    const auto& streams = context.streams();
    if (!streams.in_terminal || !streams.err_terminal || context.globals().no_input) return;
    bool told = false;
    for (const auto& option : context.command().options) {
        if (!option.required || option.present(parsed.options.get())) continue;
        if (!told) {
            context.show(
                say("'{}' needs some more; an empty answer stops\n", context.command().name()));
        }
        told = true;
        Question(context, parsed, option).ask();
    }
}

}  // namespace dcadmin::cli
