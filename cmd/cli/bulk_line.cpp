// SPDX-License-Identifier: Apache-2.0
#include "cli/bulk_line.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin::cli {
namespace {

constexpr std::array<bulk::State, bulk::state_count> all_states{
    bulk::State::applied, bulk::State::unchanged, bulk::State::rejected,
    bulk::State::failed,  bulk::State::unknown,   bulk::State::not_attempted};

}  // namespace

InputFormat ArgType<InputFormat>::parse(std::string_view text, const ParseContext& context) {
    return static_cast<InputFormat>(choice_of<InputFormat>(text, context));
}

std::string ArgType<InputFormat>::shown(InputFormat value) {
    return std::string(choices()[static_cast<std::size_t>(value)]);
}

Words ArgType<bulk::State>::choices() {
    Words words;
    for (const auto state : all_states) words.push_back(bulk::name_of(state));
    return words;
}

bulk::State ArgType<bulk::State>::parse(std::string_view text, const ParseContext& context) {
    return all_states.at(choice_of<bulk::State>(text, context));
}

std::string ArgType<bulk::State>::shown(bulk::State value) {
    return std::string(bulk::name_of(value));
}

bulk::Notify ArgType<bulk::Notify>::parse(std::string_view text, const ParseContext& context) {
    return static_cast<bulk::Notify>(choice_of<bulk::Notify>(text, context));
}

std::string ArgType<bulk::Notify>::shown(bulk::Notify value) {
    return std::string(choices()[static_cast<std::size_t>(value)]);
}

MaxRevoke ArgType<MaxRevoke>::parse(std::string_view text, const ParseContext& context) {
    auto word = text::trimmed(text);
    const bool percent = word.ends_with('%');
    if (percent) word.remove_suffix(1);
    const auto number = ArgType<std::uint64_t>::parse(word, context);
    if (!percent) return {.count = number, .percent = {}};
    if (number > 100) {
        throw Error(Kind::usage, say("{}: {}% is more than all", context.what, number));
    }
    return {.count = {}, .percent = static_cast<unsigned>(number)};
}

std::string ArgType<MaxRevoke>::shown(const MaxRevoke& value) {
    return value.count ? fmt::format("{}", *value.count) : fmt::format("{}%", *value.percent);
}

std::vector<Option> bulk_options(const Command& command) {
    if (!command.rows) return {};
    std::vector<OptionOf<BulkLine>> rows{
        option(
            "file", &BulkLine::file,
            file_has_place(command)
                ? "take the requests from a file, one per row; - is standard input; its name may "
                  "stand alone"
                : "take the requests from a file, one per row; - is standard input")
            .letter('f'),
        option("input-format", &BulkLine::input_format,
               "what the file is; otherwise told by its name, .jsonl or CSV"),
        option("dry-run", &BulkLine::dry_run,
               "judge every row as if it were done, and change nothing; writes no outcome file "
               "unless one is named"),
        option("outcome", &BulkLine::outcome,
               "where to write what became of each row; otherwise beside the input"),
        option("skip-invalid", &BulkLine::skip_invalid,
               "go on without the rows that are refused, instead of changing nothing"),
        option("batch", &BulkLine::batch,
               "commit every so many rows, for a store that others write to; otherwise all or "
               "nothing"),
        option("plan", &BulkLine::plan,
               "change nothing, and save what would happen, row by row, for 'dcadmin apply'"),
        option("only", &BulkLine::only, "take only the rows in this state of an outcome file"),
    };
    if (command.notifies) {
        rows.push_back(option("notify", &BulkLine::notify,
                              "one notice for each row, one per person for all rows, or none"));
    }
    if (command.ends_grants) {
        rows.push_back(
            option("max-revoke", &BulkLine::max_revoke,
                   "stop when more grants would end than this; otherwise the larger of 20 "
                   "and 10% of the live ones"));
        rows.push_back(option("yes-revoke", &BulkLine::yes_revoke,
                              "end exactly this many grants, whatever the limit"));
    }
    std::vector<Option> options;
    for (auto& [option] : rows) {
        option.column = false;
        options.push_back(std::move(option));
    }
    return options;
}

bool file_has_place(const Command& command) {
    if (!command.rows || (command.verb != "import" && command.verb != "read")) return false;
    return std::ranges::none_of(command.options, &Option::positional);
}

}  // namespace dcadmin::cli
