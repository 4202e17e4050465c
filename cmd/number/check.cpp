// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "number/commands.h"
#include "views/number_view.h"

#include <dcadmin/base/number_check.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <utility>

namespace dcadmin::commands {
namespace {

struct Options {
    std::vector<std::string> values;
    std::optional<cli::FilePath> file;
};

/// The number of a line: all of it, or the first cell.
std::string_view number_in(std::string_view line) {
    auto cell = text::trimmed(line.substr(0, line.find_first_of(",;\t")));
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') {
        cell = cell.substr(1, cell.size() - 2);
    }
    return cell;
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

cli::Exit run(cli::Context& context, const Options& options) {
    if (options.values.empty() && !options.file) {
        throw Error(Kind::usage, "'number check' needs a VALUE, or --file",
                    "see: dcadmin number check --help");
    }
    const auto today = context.clock().today();
    const bool reveal = context.globals().reveal;
    auto list = context.out().list(views::number_view());
    bool all_valid = true;
    std::uint64_t count = 0;
    const auto judge = [&](std::string_view text) {
        auto report = check_number(text, today);
        all_valid = all_valid && report.valid;
        ++count;
        list(views::checked_number(text, std::move(report), reveal));
    };
    for (const auto& value : options.values) judge(value);
    if (options.file) {
        bool first = true;
        context.each_line(*options.file, [&](std::string_view line) {
            const auto number = number_in(line);
            const bool heading = std::exchange(first, false) && !has_digit(number);
            if (!number.empty() && !heading) judge(number);
        });
    }
    list.end(count);
    if (all_valid) return cli::Exit::ok;
    return options.file ? cli::Exit::rows_left : cli::Exit::usage;
}

}  // namespace

cli::Command number_check() {
    return cli::command<Options>({
        .summary = "tell what a number is and whether it is valid (rijksregister-, BIS-, "
                   "ondernemings-, vestigings-, aansluitingsnummer)",
        .details =
            "A file holds one number a line, or is CSV with the numbers in its first column; "
            "a first line without any digit is taken for a heading. "
            "Ends with 2 when a VALUE is not valid, with 3 when a file holds one that is not.",
        .runs = cli::Runs::anywhere,
        .options = {cli::option("value", &Options::values, "the number, punctuation or not")
                        .positional()
                        .value("VALUE"),
                    cli::option("file", &Options::file,
                                "judge the numbers of a file; - is standard input")
                        .letter('f')},
        .examples = {{"dcadmin number check 0566.988.259", "judge one number"},
                     {"dcadmin number check --file numbers.csv -o csv", "judge a file"}},
        .fields = views::number_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
