// SPDX-License-Identifier: Apache-2.0
#include "output/html.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <algorithm>
#include <array>
#include <variant>

namespace dcadmin::output {
namespace {

// Each catalogue has its own code in its place.
constexpr std::string_view own_code = to_say("en");

// Keys make their own headings; here stand those of our pages, for the catalogues.
constexpr auto page_headings = std::to_array<std::string_view>({to_say("Accreditation"),
                                                                to_say("Activities"),
                                                                to_say("Amount"),
                                                                to_say("Cause"),
                                                                to_say("Customer name"),
                                                                to_say("Date"),
                                                                to_say("Days left"),
                                                                to_say("Domain"),
                                                                to_say("Earliest"),
                                                                to_say("Electronic vouchers"),
                                                                to_say("Expected on"),
                                                                to_say("From"),
                                                                to_say("Hand in until"),
                                                                to_say("Hours"),
                                                                to_say("Id"),
                                                                to_say("Issuance"),
                                                                to_say("Issuances"),
                                                                to_say("Kind"),
                                                                to_say("Latest"),
                                                                to_say("Login"),
                                                                to_say("Made on"),
                                                                to_say("Month"),
                                                                to_say("Name"),
                                                                to_say("Paper vouchers"),
                                                                to_say("Region"),
                                                                to_say("Role"),
                                                                to_say("Services"),
                                                                to_say("Since"),
                                                                to_say("Site"),
                                                                to_say("State"),
                                                                to_say("Status"),
                                                                to_say("Unpriced"),
                                                                to_say("Until"),
                                                                to_say("Vouchers"),
                                                                to_say("What"),
                                                                to_say("Worker name")});

constexpr std::string_view look = R"(
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #59636e; --line: #d5dae0;
  --paper: #ffffff; --soft: #f4f6f8; --mark: #0b5cad; --mark-2: #7fb2e5; --warn: #9a3c00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --quiet: #9aa4af; --line: #3a424b;
  --paper: #14181d; --soft: #1d2329; --mark: #6fb1f5; --mark-2: #2f6299; --warn: #ffab70; } }
@page { size: A4; margin: 18mm; }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .75rem .3rem 0; text-align: left;
  vertical-align: top; }
th { font-weight: 600; }
thead { display: table-header-group; }
thead th { color: var(--quiet); font-size: .85rem; }
tr { break-inside: avoid; }
th.sum, td.sum { text-align: right; padding-right: 1.5rem; }
.wide { overflow-x: auto; }
.quiet, .none { color: var(--quiet); }
@media print { :root { --ink: #000; --quiet: #444; --line: #999; --paper: #fff; --soft: #fff;
  --mark: #222; --mark-2: #aaa; --warn: #000; } body { margin: 0; padding: 0; max-width: none;
  font-size: 10pt; } .wide { overflow: visible; } }
)";

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string safe;
    for (const char c : text::escaped(text)) {
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

std::string_view page_language() {
    return translated(own_code);
}

std::string html_begin(std::string_view title, std::string_view style) {
    std::string page = "<!DOCTYPE html>\n<html lang=\"";
    page += page_language();
    page +=
        "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>";
    page += html_escaped(title);
    page += "</title>\n<style>";
    page += look;
    page += style;
    return page + "</style>\n</head>\n<body>\n";
}

std::string_view html_end() {
    return "</body>\n</html>\n";
}

std::string html_heading(std::string_view key) {
    std::string text(key);
    for (char& c : text) {
        if (c == '_') c = ' ';
    }
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return html_escaped(
        std::ranges::find(page_headings, text) == page_headings.end() ? text : translated(text));
}

std::string html_head(const std::vector<std::string>& headings) {
    std::string head = "<thead><tr>";
    for (const auto& heading : headings) {
        head += "<th scope=\"col\">" + html_escaped(heading) + "</th>";
    }
    return head + "</tr></thead>\n";
}

bool is_sum(const Value& value) {
    if (std::holds_alternative<std::int64_t>(value)) return true;
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr || text->size() < 4 || (*text)[text->size() - 3] != '.') return false;
    const auto digits =
        std::count_if(text->begin(), text->end(), [](char c) { return c >= '0' && c <= '9'; });
    return static_cast<std::size_t>(digits) == text->size() - 1;
}

std::string html_cell(const Value& value) {
    std::string text;
    append_text(text, value, Reader::person, false);
    return (is_sum(value) ? "<td class=\"sum\">" : "<td>") + html_escaped(text) + "</td>";
}

}  // namespace dcadmin::output
