// SPDX-License-Identifier: Apache-2.0
#include "output/renderer.h"

#include <array>

namespace dcadmin::output {
namespace {

/// What spreadsheets take for the beginning of a formula, in plain and full-width form.
bool is_formula(std::string_view text) {
    if (text.empty()) return false;
    if (std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) return true;
    constexpr std::array<std::string_view, 4> wide{"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                                   "\xef\xbc\xa0"};
    for (const auto sign : wide) {
        if (text.starts_with(sign)) return true;
    }
    return false;
}

}  // namespace

void append_csv_cell(std::string& to, std::string_view text, char separator, bool harmless) {
    const bool defuse = harmless && is_formula(text);
    const bool edged = !text.empty() && (text.front() == ' ' || text.back() == ' ' ||
                                         text.front() == '\t' || text.back() == '\t');
    bool special = false;  // without a way out of the loop, which is faster for cells
    for (const char c : text) {
        special |= c == separator || c == '"' || c == '\r' || c == '\n';
    }
    if (!edged && !defuse && !special) {
        to += text;
        return;
    }
    to += '"';
    if (defuse) to += '\'';
    for (const char c : text) {
        if (c == '"') to += '"';
        to += c;
    }
    to += '"';
}

}  // namespace dcadmin::output
