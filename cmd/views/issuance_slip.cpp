// SPDX-License-Identifier: Apache-2.0
#include "views/issuance_slip.h"

#include "output/html.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <utility>

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
        {"Slip", issuance.id.text()},
        {"Company", fmt::format("{} {}", issuance.org.formatted(), issuance.org_name)},
        {"Region", std::string(name_of(issuance.region))},
        {"Vouchers", fmt::format("{}, {}", issuance.kind, issuance.vouchers)}};
    if (issuance.kind == "electronic") {
        lines.emplace_back("Services", fmt::format("{}", issuance.services));
    }
    if (!issuance.period.empty()) lines.emplace_back("Period", issuance.period);
    if (issuance.month) lines.emplace_back("Services of", issuance.month->text());
    lines.emplace_back("Made on", issuance.made_on.formatted());
    lines.emplace_back("State", std::string(name_of(issuance.state)));
    return lines;
}

std::string page_head(const Issuance& issuance) {
    const auto title = fmt::format("Afgifteborderel {}", issuance.id.text());
    auto page = output::html_begin("nl", title, style);
    page += fmt::format("<h1>{}</h1>\n<table>\n", title);
    for (const auto& [name, value] : head(issuance)) {
        page += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", html_escaped(name),
                            html_escaped(value));
    }
    return page;
}

std::string day_of(const std::optional<Date>& day) {
    return day ? day->formatted() : std::string();
}
std::string login_of(const PaperVoucher& voucher) {
    return voucher.worker ? voucher.worker->digits() : std::string();
}

}  // namespace

std::string slip_text(const Issuance& issuance, const std::vector<IssuanceItem>& items) {
    std::string text = "AFGIFTEBORDEREL\n\n";
    for (const auto& [name, value] : head(issuance)) text += fmt::format("{:<13}{}\n", name, value);
    text += fmt::format("\n{:<12}{:<12}{:<14}{:<14}{:>5}  {:>8}  {}\n", "Service", "Date", "Worker",
                        "Customer", "Hours", "Vouchers", "Hand in until");
    for (const IssuanceItem& item : items) {
        fmt::format_to(std::back_inserter(text), "{:<12}{:<12}{:<14}{:<14}{:>5}  {:>8}  {}\n",
                       item.service.text(), item.day.formatted(), item.worker.digits(),
                       item.customer.digits(), item.hours, item.vouchers,
                       item.hand_in_until.formatted());
    }
    return text;
}

std::string slip_page(const Issuance& issuance, const std::vector<IssuanceItem>& items) {
    std::string page = page_head(issuance);
    page +=
        "</table>\n<div class=\"wide\">\n<table>\n<thead><tr><th>Service</th><th>Work "
        "ID</th><th>Date</th>"
        "<th>Worker</th><th>Customer</th><th>Hours</th><th>Vouchers</th><th>First number</th>"
        "<th>Hand in until</th></tr></thead>\n<tbody>\n";
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
    std::string text = "AFGIFTEBORDEREL\n\n";
    for (const auto& [name, value] : head(issuance)) text += fmt::format("{:<13}{}\n", name, value);
    text += fmt::format("\n{:<16}{:<12}{:<14}{}\n", "Voucher", "Date", "Worker", "Hand in until");
    for (const PaperVoucher& one : vouchers) {
        fmt::format_to(std::back_inserter(text), "{:<16}{:<12}{:<14}{}\n", one.number.text(),
                       day_of(one.day), login_of(one), day_of(one.hand_in_until));
    }
    return text;
}

std::string slip_page(const Issuance& issuance, const std::vector<PaperVoucher>& vouchers) {
    std::string page = page_head(issuance);
    page +=
        "</table>\n<div "
        "class=\"wide\">\n<table>\n<thead><tr><th>Voucher</th><th>Date</th><th>Worker</th>"
        "<th>Hand in until</th></tr></thead>\n<tbody>\n";
    for (const PaperVoucher& one : vouchers) {
        fmt::format_to(std::back_inserter(page),
                       "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", one.number.text(),
                       day_of(one.day), login_of(one), day_of(one.hand_in_until));
    }
    return page + "</tbody>\n</table>\n</div>\n" + std::string(output::html_end());
}

}  // namespace dcadmin::views
