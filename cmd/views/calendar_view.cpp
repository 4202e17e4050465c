// SPDX-License-Identifier: Apache-2.0
#include "views/calendar_view.h"

#include "views/cells.h"

#include <array>

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
const Date no_end = Date::of(9999, 12, 31);

template <class Word>
Value word(const std::optional<Word>& given) {
    return given ? Value(name_of(*given)) : Value();
}

Value until(DateRange period) {
    return period.last() == no_end ? Value() : Value(period.last());
}

}  // namespace

output::View<DayOff> day_off_view() {
    return {.names = {"day", "days"},
            .fields = {
                {{"date", "the day"}, [](const DayOff& x) -> Value { return x.day; }},
                {{"weekday", "Monday to Sunday"},
                 [](const DayOff& x) -> Value {
                     return weekdays[static_cast<std::size_t>(x.weekday) - 1];
                 }},
                {{"kind", "holiday or closing"},
                 [](const DayOff& x) -> Value { return std::string_view(x.kind); }},
                {{"name", "of the holiday, or why it is closed"},
                 [](const DayOff& x) -> Value { return cell(x.name); }},
                {{"org", "company that is closed; everybody when absent"},
                 [](const DayOff& x) -> Value { return output::maybe(x.org); }},
                {{"source", "that says so", Shown::detail},
                 [](const DayOff& x) -> Value { return cell(x.source); }},
            }};
}

output::View<Deadline> deadline_view() {
    return {.names = {"deadline", "deadlines"},
            .fields = {
                {{"from", "the day it runs from, not counted"},
                 [](const Deadline& x) -> Value { return x.from; }},
                {{"term", "how long"},
                 [](const Deadline& x) -> Value { return std::string_view(x.term); }},
                {{"last_day", "until midnight of this day, in Brussels"},
                 [](const Deadline& x) -> Value { return x.last_day; }},
                {{"passed_on", "the day on which it is too late"},
                 [](const Deadline& x) -> Value { return x.passed_on; }},
                {{"skipped", "days off that were not counted, weekends aside"},
                 [](const Deadline& x) -> Value {
                     std::vector<std::string> days;
                     for (const DayOff& day : x.skipped)
                         days.push_back(day.day.iso() + " " + day.name);
                     return days;
                 }},
                {{"source", "that says how long"},
                 [](const Deadline& x) -> Value { return cell(x.source); }},
            }};
}

output::View<LegalTerm> term_view() {
    return {
        .names = {"term", "terms"},
        .fields = {
            {{"kind", "which term"}, [](const LegalTerm& x) -> Value { return name_of(x.kind); }},
            {{"region", "where"}, [](const LegalTerm& x) -> Value { return name_of(x.region); }},
            {{"entered_by",
              "for services that the worker or the company registered; either when absent"},
             [](const LegalTerm& x) -> Value { return word(x.entered_by); }},
            {{"channel", "for users who answer online or otherwise; either when absent"},
             [](const LegalTerm& x) -> Value { return word(x.channel); }},
            {{"length", "how many"},
             [](const LegalTerm& x) -> Value { return std::int64_t{x.length}; }},
            {{"unit", "of what"}, [](const LegalTerm& x) -> Value { return name_of(x.unit); }},
            {{"from", "first day"}, [](const LegalTerm& x) -> Value { return x.valid.first(); }},
            {{"until", "last day; without end when absent"},
             [](const LegalTerm& x) -> Value { return until(x.valid); }},
            {{"source", "that says so"},
             [](const LegalTerm& x) -> Value { return cell(x.source); }},
        }};
}

output::View<Tariff> tariff_view() {
    return {
        .names = {"tariff", "tariffs"},
        .fields = {
            {{"kind", "exchange, supplement, pickup or vat"},
             [](const Tariff& x) -> Value { return name_of(x.kind); }},
            {{"region", "where; everywhere when absent"},
             [](const Tariff& x) -> Value { return word(x.region); }},
            {{"basis", "the day that decides"},
             [](const Tariff& x) -> Value { return name_of(x.basis); }},
            {{"amount", "in euro; of vat in percent"},
             [](const Tariff& x) -> Value { return x.amount.decimal(); }},
            {{"from", "first day"}, [](const Tariff& x) -> Value { return x.valid.first(); }},
            {{"until", "last day; without end when absent"},
             [](const Tariff& x) -> Value { return until(x.valid); }},
            {{"hand_in_until", "who hands in later does not get it"},
             [](const Tariff& x) -> Value { return output::maybe(x.hand_in_until); }},
            {{"source", "that says so"}, [](const Tariff& x) -> Value { return cell(x.source); }},
        }};
}

}  // namespace dcadmin::views
