// SPDX-License-Identifier: Apache-2.0
#include "outbox/letter.h"

#include <fmt/format.h>

#include <string_view>

namespace dcadmin::outbox {

namespace {

std::string escaped_html(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default: safe += c;
        }
    }
    return safe;
}

}  // namespace

std::string text_of(const Letter& letter) {
    std::string text;
    for (const Block& block : letter.blocks) {
        if (!text.empty()) text += "\n";
        if (block.heading) {
            text += fmt::format("== {} ==\n", block.text);
        } else if (!block.text.empty()) {
            text += block.text + "\n";
        }
        if (!block.text.empty() && !block.lines.empty()) text += "\n";
        for (const std::string& line : block.lines) text += fmt::format("- {}\n", line);
    }
    return text;
}

std::string html_of(const Letter& letter) {
    std::string html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\">"
        "<title>{}</title></head>\n<body>\n",
        name_of(letter.language), escaped_html(letter.subject));
    for (const Block& block : letter.blocks) {
        const std::string_view tag = block.heading ? "h2" : "p";
        if (!block.text.empty()) {
            html += fmt::format("<{0}>{1}</{0}>\n", tag, escaped_html(block.text));
        }
        if (block.lines.empty()) continue;
        html += "<ul>\n";
        for (const std::string& line : block.lines) {
            html += fmt::format("<li>{}</li>\n", escaped_html(line));
        }
        html += "</ul>\n";
    }
    return html + "</body>\n</html>\n";
}

}  // namespace dcadmin::outbox
