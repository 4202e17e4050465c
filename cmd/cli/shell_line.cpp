// SPDX-License-Identifier: Apache-2.0
#include "cli/shell_line.h"

#include <utility>

namespace dcadmin::cli {
namespace {

struct Word {
    std::string text;
    char quote = 0;  // that stays open
};

Word unquoted(std::string_view raw) {
    constexpr std::string_view special = "\"\\$`";
    Word word;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        if (word.quote == 0 && (c == '\'' || c == '"')) {
            word.quote = c;
        } else if (c == word.quote) {
            word.quote = 0;
        } else if (c == '\\' && word.quote != '\'' && i + 1 < raw.size() &&
                   (word.quote == 0 || special.find(raw[i + 1]) != std::string_view::npos)) {
            word.text += raw[++i];
        } else {
            word.text += c;
        }
    }
    return word;
}

// What bash takes for a word of its own although it stands within one. An address such as
// sqlite:x.db or a@b.be is no two words to anybody who types it.
bool joins(const std::string& word, std::string_view before) {
    return word == ":" || word == "@" || (word == "=" && before.starts_with("--"));
}

}  // namespace

ShellLine shell_line(std::string_view shell, std::span<const std::string> words,
                     std::size_t index) {
    // fish hands the finished words over as they are meant.
    const bool raw = shell != "fish";
    ShellLine line;
    std::vector<std::string> joined;
    bool goes_on = false;
    for (std::size_t i = 1; i <= index; ++i) {
        const bool last = i == index;
        const auto given = i < words.size() ? std::string_view(words[i]) : std::string_view();
        Word word = raw || last ? unquoted(given) : Word{std::string(given)};
        const bool sign = shell == "bash" && !joined.empty() && joins(word.text, joined.back());
        if (last) {
            line.quote = word.quote;
            line.kept = sign ? joined.back().size() + word.text.size()
                             : (goes_on ? joined.back().size() : 0);
        }
        if (sign || goes_on) {
            joined.back() += word.text;
        } else {
            joined.push_back(std::move(word.text));
        }
        goes_on = sign;
    }
    if (joined.empty()) return line;
    line.current = std::move(joined.back());
    joined.pop_back();
    line.before = std::move(joined);
    return line;
}

std::string quoted_for_bash(std::string_view word) {
    constexpr std::string_view plain = "_@%+=:,./-";
    std::string quoted;
    for (const char c : word) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool other = static_cast<unsigned char>(c) >= 0x80;
        const bool safe =
            letter || other || (c >= '0' && c <= '9') || plain.find(c) != std::string_view::npos;
        if (!safe) quoted += '\\';
        quoted += c;
    }
    return quoted;
}

}  // namespace dcadmin::cli
