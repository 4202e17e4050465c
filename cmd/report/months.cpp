// SPDX-License-Identifier: Apache-2.0
#include "report/months.h"

#include <dcadmin/base/month.h>
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/issuances.h>

#include <fmt/format.h>

#include <map>
#include <utility>

namespace dcadmin::commands {
namespace {

using output::Value;

constexpr int months_shown = 12;

// What was handed in: neither a draft, nor taken back, nor empty.
bool was_handed_in(const Issuance& issuance) {
    return issuance.state != IssuanceState::draft && issuance.state != IssuanceState::cancelled &&
           issuance.state != IssuanceState::empty;
}

}  // namespace

std::vector<MonthTotal> month_totals(const Env& env, EnterpriseNumber org) {
    const Month last = Month::of(env.clock.today());
    std::map<std::string, MonthTotal> months;
    for (int i = 1 - months_shown; i <= 0; ++i) {
        const auto name = last.plus(i).text();
        months[name].month = name;
    }
    IssuanceFilter filter;
    filter.org = org;
    filter.from = last.plus(1 - months_shown).first();
    Issuances(env).list(filter, [&](const Issuance& one) {
        const auto found = months.find(Month::of(one.made_on).text());
        if (found == months.end() || !was_handed_in(one)) return true;
        ++found->second.issuances;
        (one.kind == "paper" ? found->second.paper : found->second.electronic) += one.vouchers;
        return true;
    });
    std::vector<MonthTotal> all;
    for (auto& [name, total] : months) all.push_back(std::move(total));
    return all;
}

output::View<MonthTotal> month_view() {
    return {
        .names = {"month", "months"},
        .fields = {{{"month", ""}, [](const MonthTotal& x) -> Value { return x.month; }},
                   {{"issuances", ""}, [](const MonthTotal& x) -> Value { return x.issuances; }},
                   {{"electronic_vouchers", ""},
                    [](const MonthTotal& x) -> Value { return x.electronic; }},
                   {{"paper_vouchers", ""}, [](const MonthTotal& x) -> Value { return x.paper; }}}};
}

output::BarChart chart_of(const std::vector<MonthTotal>& months, std::string_view company) {
    output::BarChart chart{
        .title = say("Vouchers handed in per month by {}", company),
        .description = say("Bars of twelve months; the table below has the same figures."),
        .series = {say("electronic vouchers"), say("paper vouchers")},
        .bars = {}};
    for (const auto& one : months) {
        chart.bars.push_back({fmt::format("{}/{}", one.month.substr(5), one.month.substr(2, 2)),
                              {one.electronic, one.paper}});
    }
    return chart;
}

}  // namespace dcadmin::commands
