// SPDX-License-Identifier: Apache-2.0
#include "views/number_view.h"

#include <utility>

namespace dcadmin::views {
namespace {

using output::Value;

/// The digits after the sixth become stars: what is left says when someone was born, no more.
void mask(std::string& text) {
    int digits = 0;
    for (char& c : text) {
        if (c < '0' || c > '9') continue;
        if (++digits > 6) c = '*';
    }
}

/// Eleven digits are a person's number even when they are not a valid one: it may be a slip of one
/// digit.
bool may_be_person(const NumberReport& report, std::string_view input) {
    if (report.kind == NumberKind::national || report.kind == NumberKind::bis) return true;
    if (report.valid) return false;
    int digits = 0;
    for (const char c : input) digits += c >= '0' && c <= '9' ? 1 : 0;
    return digits >= 10 && digits <= 12;
}

Value text_or_none(const std::string& text) {
    if (text.empty()) return std::monostate{};
    return std::string_view(text);
}

}  // namespace

CheckedNumber checked_number(std::string_view input, NumberReport report, bool reveal) {
    CheckedNumber checked{std::string(input), std::move(report)};
    if (reveal || !may_be_person(checked.report, input)) return checked;
    mask(checked.input);
    mask(checked.report.formatted);
    return checked;
}

output::View<CheckedNumber> number_view() {
    return {
        .names = {"number", "numbers"},
        .fields = {
            {{"input", "the text that was judged; a person's number masked without --reveal"},
             [](const CheckedNumber& n) -> Value { return std::string_view(n.input); }},
            {{"kind", "national, bis, enterprise, establishment, affiliation or unknown"},
             [](const CheckedNumber& n) -> Value { return name_of(n.report.kind); }},
            {{"valid", "whether it is one"},
             [](const CheckedNumber& n) -> Value { return n.report.valid; }},
            {{"reason", "why not, or a warning"},
             [](const CheckedNumber& n) -> Value { return text_or_none(n.report.reason); }},
            {{"formatted", "with its official punctuation"},
             [](const CheckedNumber& n) -> Value { return text_or_none(n.report.formatted); }},
            {{"birth_date", "of a person, where the number says it"},
             [](const CheckedNumber& n) -> Value { return output::maybe(n.report.birth_date); }},
            {{"sex", "of a person, M or F, where the number says it"},
             [](const CheckedNumber& n) -> Value {
                 if (!n.report.sex) return std::monostate{};
                 return std::string_view(*n.report.sex == Sex::male ? "M" : "F");
             }},
        }};
}

}  // namespace dcadmin::views
