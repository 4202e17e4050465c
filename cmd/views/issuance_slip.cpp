// SPDX-License-Identifier: Apache-2.0
#include "views/issuance_slip.h"

#include "output/html.h"
#include "views/region_words.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

namespace dcadmin::views {

namespace {

using output::html_escaped;

constexpr std::string_view style = R"(
th, td { border: 1px solid var(--line); padding: .2rem .6rem; }
table { margin-bottom: 1rem; }
)";

// The head of a slip, line by line.
std::vector<std::pair<std::string, std::string>> head(const Issuance& issuance) {
    std::vector<std::pair<std::string, std::string>> lines{
        {say("Slip"), issuance.id.text()},
        {say("Company"), fmt::format("{} {}", issuance.org.formatted(), issuance.org_name)},
        {say("Region"), region_words(issuance.region)},
        {say("Vouchers"), issuance.kind == "paper" ? say("{}, on paper", issuance.vouchers)
                                                   : say("{}, electronic", issuance.vouchers)}};
    if (issuance.kind == "electronic") {
        lines.emplace_back(say("Services"), fmt::format("{}", issuance.services));
    }
    if (!issuance.period.empty()) lines.emplace_back(say("Period"), issuance.period);
    if (issuance.month) lines.emplace_back(say("Services of"), issuance.month->text());
    lines.emplace_back(say("Made on"), issuance.made_on.formatted());
    lines.emplace_back(say("State"), std::string(name_of(issuance.state)));
    return lines;
}

std::string page_head(const Issuance& issuance) {
    const auto title = say("Issuance slip {}", issuance.id.text());
    auto page = output::html_begin(title, style);
    page += fmt::format("<h1>{}</h1>\n<table>\n", html_escaped(title));
    for (const auto& [name, value] : head(issuance)) {
        page += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", html_escaped(name),
                            html_escaped(value));
    }
    return page + "</table>\n<div class=\"wide\">\n<table>\n";
}

std::string text_head(const Issuance& issuance) {
    constexpr std::size_t least = 11;
    const auto lines = head(issuance);
    std::size_t widest = least;
    for (const auto& line : lines) widest = std::max(widest, text::width(line.first));
    std::string words = say("ISSUANCE SLIP") + "\n\n";
    for (const auto& [name, value] : lines) {
        words += fmt::format("{:<{}}  {}\n", name, widest, value);
    }
    return words + "\n";
}

// A column of the text: as wide as its cells, or as its heading where that is wider.
struct Column {
    std::string heading;
    std::size_t width = 0;
    bool right = false;
};

std::string row(const std::vector<Column>& columns, const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto width = std::max(columns[i].width, text::width(columns[i].heading));
        const bool last = i + 1 == columns.size();
        line += columns[i].right ? fmt::format("{:>{}}", cells[i], width)
                : last           ? cells[i]
                                 : fmt::format("{:<{}}", cells[i], width);
        if (!last) line += "  ";
    }
    return line + "\n";
}

std::string heading_row(const std::vector<Column>& columns) {
    std::vector<std::string> headings;
    for (const auto& column : columns) headings.push_back(column.heading);
    return row(columns, headings);
}

std::string day_of(const std::optional<Date>& day) {
    return day ? day->formatted() : std::string();
}
std::string login_of(const PaperVoucher& voucher) {
    return voucher.worker ? voucher.worker->digits() : std::string();
}

}  // namespace

std::string slip_text(const Issuance& issuance, const std::vector<IssuanceItem>& items) {
    const std::vector<Column> columns{{say("Service"), 10},    {say("Date"), 10},
                                      {say("Worker"), 12},     {say("Customer"), 12},
                                      {say("Hours"), 5, true}, {say("Vouchers"), 8, true},
                                      {say("Hand in until")}};
    std::string text = text_head(issuance) + heading_row(columns);
    for (const IssuanceItem& item : items) {
        text += row(columns, {item.service.text(), item.day.formatted(), item.worker.digits(),
                              item.customer.digits(), std::to_string(item.hours),
                              std::to_string(item.vouchers), item.hand_in_until.formatted()});
    }
    return text;
}

std::string slip_page(const Issuance& issuance, const std::vector<IssuanceItem>& items) {
    std::string page = page_head(issuance);
    page += output::html_head({say("Service"), "Work ID", say("Date"), say("Worker"),
                               say("Customer"), say("Hours"), say("Vouchers"), say("First number"),
                               say("Hand in until")});
    page += "<tbody>\n";
    for (const IssuanceItem& item : items) {
        fmt::format_to(std::back_inserter(page),
                       "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>"
                       "<td>{}</td><td>{}</td><td>{}</td></tr>\n",
                       item.service.text(), html_escaped(item.work_id), item.day.formatted(),
                       item.worker.digits(), item.customer.digits(), item.hours, item.vouchers,
                       item.first_number, item.hand_in_until.formatted());
    }
    return page + "</tbody>\n</table>\n</div>\n" + std::string(output::html_end());
}

std::string slip_text(const Issuance& issuance, const std::vector<PaperVoucher>& vouchers) {
    const std::vector<Column> columns{
        {say("Voucher"), 14}, {say("Date"), 10}, {say("Worker"), 12}, {say("Hand in until")}};
    std::string text = text_head(issuance) + heading_row(columns);
    for (const PaperVoucher& one : vouchers) {
        text += row(columns,
                    {one.number.text(), day_of(one.day), login_of(one), day_of(one.hand_in_until)});
    }
    return text;
}

std::string slip_page(const Issuance& issuance, const std::vector<PaperVoucher>& vouchers) {
    std::string page = page_head(issuance);
    page += output::html_head({say("Voucher"), say("Date"), say("Worker"), say("Hand in until")});
    page += "<tbody>\n";
    for (const PaperVoucher& one : vouchers) {
        fmt::format_to(std::back_inserter(page),
                       "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", one.number.text(),
                       day_of(one.day), login_of(one), day_of(one.hand_in_until));
    }
    return page + "</tbody>\n</table>\n</div>\n" + std::string(output::html_end());
}

}  // namespace dcadmin::views
