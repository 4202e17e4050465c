// SPDX-License-Identifier: Apache-2.0
#include "views/dated_views.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

namespace {

const Date no_end = Date::of(9999, 12, 31);

template <class Word>
Value word(const std::optional<Word>& given) {
    return given ? Value(name_of(*given)) : Value();
}

Value until(DateRange period) {
    return period.last() == no_end ? Value() : Value(period.last());
}

}  // namespace

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
             [](const LegalTerm& x) -> Value { return std::int64_t{x.length.count}; }},
            {{"unit", "of what"},
             [](const LegalTerm& x) -> Value { return name_of(x.length.unit); }},
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
