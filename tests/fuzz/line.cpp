// SPDX-License-Identifier: Apache-2.0
// The command line: one word a line of the text. Whatever is typed, it is either a command with its
// options or refused as wrong usage; nothing is run.
#include "cli/line.h"
#include "cli/parse.h"
#include "commands.h"

#include <dcadmin/base/text.h>

#include "expect.h"

#include <string>
#include <vector>

using dcadmin::Date;
using dcadmin::fuzz::expect;
using dcadmin::fuzz::refused_or;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    std::vector<std::string> words;
    for (const auto word : dcadmin::text::split(dcadmin::fuzz::as_text(bytes, size), '\n')) {
        words.emplace_back(word);
    }
    refused_or([&] {
        const auto line = dcadmin::cli::find_command(words);
        if (line.entry == nullptr) return;
        expect(line.rest.size() <= words.size());
        const auto command = dcadmin::commands::make(*line.entry);
        const auto parsed = dcadmin::cli::parse_options(command, line.rest, Date::of(2026, 11, 23));
        expect(parsed.options != nullptr);
        dcadmin::cli::refuse_missing(command, parsed.options.get());
    });
    return 0;
}
