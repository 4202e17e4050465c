// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "base/digits.h"
#include "base/number_rules.h"

namespace dcadmin::number_rules {

namespace {

std::string_view noun(Sort sort) {
    switch (sort) {
        case Sort::national: return "a national number";
        case Sort::enterprise: return "an enterprise number";
        case Sort::establishment: return "an establishment number";
        case Sort::affiliation: return "an affiliation number";
        case Sort::site: return "the number of a site";
        case Sort::any: return "a number";
    }
    return {};
}

std::string_view wanted_length(Sort sort) {
    switch (sort) {
        case Sort::national: return "11";
        case Sort::enterprise:
        case Sort::establishment: return "10";
        case Sort::affiliation: return "12";
        case Sort::site: return to_say("10 (an establishment) or 12 (an affiliation)");
        case Sort::any:
            return to_say(
                "10 (an enterprise or establishment), 11 (a person) or 12 (an affiliation)");
    }
    return {};
}

std::string prefix_reason(Sort sort, unsigned first) {
    switch (sort) {
        case Sort::enterprise: return say("it begins with {} instead of 0 or 1", first);
        case Sort::establishment: return say("it begins with {} instead of 2 to 8", first);
        case Sort::affiliation:
        case Sort::national:
        case Sort::site:
        case Sort::any: return say("it does not begin with 980");
    }
    return {};
}

std::string length_hint(Sort sort, unsigned digits) {
    if (digits == 11 && sort != Sort::national) return "eleven digits are a national number";
    if (digits == 12 && sort == Sort::establishment)
        return "twelve digits are an affiliation number";
    return {};
}

std::string hint(Sort sort, const Judgement& judgement) {
    switch (judgement.fault) {
        case Fault::check_digits:
            return "look for a mistyped digit, or for two that changed places";
        case Fault::length: return length_hint(sort, judgement.detail);
        case Fault::prefix:
            if (sort == Sort::enterprise && judgement.detail < 9) {
                return "a number that begins with 2 to 8 is that of an establishment";
            }
            if (sort == Sort::establishment && judgement.detail < 2) {
                return "a number that begins with 0 or 1 is that of an enterprise";
            }
            return {};
        case Fault::none:
        case Fault::empty:
        case Fault::character:
        case Fault::month:
        case Fault::sequence:
        case Fault::birth: return {};
    }
    return {};
}

// Whatever was meant as a national number is shown as far as its birth date, mistyped or not.
std::string masked(std::string_view text) {
    std::string shown;
    unsigned seen = 0;
    for (const char c : text.substr(0, 40)) {
        const bool punctuation = c == '.' || c == '-' || c == ' ';
        if (!punctuation) ++seen;
        shown += punctuation || seen <= 6 ? c : '*';
    }
    return text::quoted(shown);
}

}  // namespace

std::string reason(Sort sort, const Judgement& judgement, std::string_view text) {
    switch (judgement.fault) {
        case Fault::none: return {};
        case Fault::empty: return say("it has no digits");
        case Fault::character:
            return say("{} in position {} does not belong in it",
                       text::quoted_at(text, judgement.position), judgement.position + 1);
        case Fault::length:
            return judgement.detail == 1 ? say("it has 1 digit instead of {}", wanted_length(sort))
                                         : say("it has {} digits instead of {}", judgement.detail,
                                               wanted_length(sort));
        case Fault::prefix: return prefix_reason(sort, judgement.detail);
        case Fault::month:
            return say(
                "its month is {:02}, which is no month even with the 20 or 40 of a BIS "
                "number taken off",
                judgement.detail);
        case Fault::sequence:
            return say("its sequence number is {:03}, which is given to nobody", judgement.detail);
        case Fault::birth: return say("its birth date is still to come");
        case Fault::check_digits: return say("its check digits are wrong");
    }
    return {};
}

void refuse(Sort sort, const Judgement& judgement, std::string_view text) {
    const std::string shown = sort == Sort::national ? masked(text) : text::quoted(text);
    throw Error(Kind::usage,
                say("{} is not {}: {}", shown, noun(sort), reason(sort, judgement, text)),
                hint(sort, judgement));
}

}  // namespace dcadmin::number_rules
