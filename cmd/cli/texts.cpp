// SPDX-License-Identifier: Apache-2.0
#include "cli/texts.h"

#include "cli/bulk_line.h"
#include "cli/help.h"
#include "cli/settings.h"
#include "commands.h"

#include <fmt/format.h>

#include <set>
#include <string_view>

namespace dcadmin::cli {
namespace {

std::string in_quotes(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (c == '\n') {
            quoted += "\\n";
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

class Template {
   public:
    /// `where` tells the translator what the text is of.
    void add(std::string_view where, std::string_view text) {
        if (text.empty() || !seen_.emplace(text).second) return;
        text_ += fmt::format("#. {}\nmsgid {}\nmsgstr \"\"\n\n", where, in_quotes(text));
    }
    void add(std::string_view where, const std::vector<Option>& options) {
        for (const auto& option : options) {
            add(fmt::format("{} --{}", where, option.name), option.help);
        }
    }
    void add(const Command& command) {
        const auto name = command.name();
        add(name, command.summary);
        add(name, command.details);
        add(name, command.options);
        add(name, bulk_options(command));
        for (const auto& field : command.fields) {
            add(fmt::format("{}: {}", name, field.key), field.help);
        }
        for (const auto& example : command.examples) add(name + ": example", example.what);
    }
    [[nodiscard]] std::string text() && { return std::move(text_); }

   private:
    std::set<std::string, std::less<>> seen_;
    std::string text_;
};

}  // namespace

std::string table_texts() {
    Template texts;
    for (const auto& noun : commands::nouns()) texts.add(noun.name, noun.summary);
    texts.add("every command", global_options());
    for (const auto& entry : commands::table()) texts.add(commands::make(entry));
    for (const auto& topic : topics()) {
        const auto where = fmt::format("help {}", topic.name);
        texts.add(where, topic.title);
        for (const auto& block : topic.blocks) {
            texts.add(where, block.term);
            texts.add(where, block.text);
        }
    }
    return "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n" +
           std::move(texts).text();
}

}  // namespace dcadmin::cli
