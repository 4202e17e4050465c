// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/number_check.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/site_number.h>

#include "base/digits.h"
#include "base/number_rules.h"

#include <utility>

namespace dcadmin {

namespace {

using number_rules::Fault;
using number_rules::Judgement;
using number_rules::Sort;

NumberReport refused(NumberKind kind, std::string reason) {
    return {.kind = kind,
            .valid = false,
            .reason = std::move(reason),
            .formatted = {},
            .birth_date = std::nullopt,
            .sex = std::nullopt};
}

NumberReport refused(NumberKind kind, Sort sort, const Judgement& judgement,
                     std::string_view text) {
    return refused(kind, number_rules::reason(sort, judgement, text));
}

NumberReport accepted(NumberKind kind, std::string formatted, std::string warning = {}) {
    return {.kind = kind,
            .valid = true,
            .reason = std::move(warning),
            .formatted = std::move(formatted),
            .birth_date = std::nullopt,
            .sex = std::nullopt};
}

NumberReport check_national(std::string_view text, Date today) {
    const Judgement judgement = number_rules::judge_national(text, today);
    if (!judgement.fits()) return refused(NumberKind::national, Sort::national, judgement, text);
    const auto number = NationalNumber::from_stored(judgement.value);
    NumberReport report = accepted(number.is_bis() ? NumberKind::bis : NumberKind::national,
                                   number.revealed(), number.warning().value_or(std::string()));
    report.birth_date = number.birth_date();
    report.sex = number.sex();
    return report;
}

NumberReport check_enterprise(std::string_view text) {
    const Judgement judgement = number_rules::judge_enterprise(text);
    if (!judgement.fits()) {
        return refused(NumberKind::enterprise, Sort::enterprise, judgement, text);
    }
    return accepted(NumberKind::enterprise,
                    EnterpriseNumber::from_stored(judgement.value).formatted());
}

NumberReport check_establishment(std::string_view text) {
    const Judgement judgement = number_rules::judge_establishment(text);
    if (!judgement.fits()) {
        return refused(NumberKind::establishment, Sort::establishment, judgement, text);
    }
    return accepted(NumberKind::establishment,
                    EstablishmentNumber::from_stored(judgement.value).formatted());
}

NumberReport check_affiliation(std::string_view text) {
    const Judgement judgement = number_rules::judge_affiliation(text);
    if (!judgement.fits()) {
        return refused(NumberKind::affiliation, Sort::affiliation, judgement, text);
    }
    const auto number = AffiliationNumber::from_stored(judgement.value);
    return accepted(NumberKind::affiliation, number.digits(),
                    number.warning().value_or(std::string()));
}

NumberReport check_ten_digits(std::string_view text, unsigned first) {
    if (first <= 1) return check_enterprise(text);
    if (first <= 8) return check_establishment(text);
    return refused(NumberKind::unknown,
                   say("ten digits begin with 0 or 1 (an enterprise) or 2 to 8 (an "
                       "establishment)"));
}

}  // namespace

std::string_view name_of(NumberKind kind) {
    switch (kind) {
        case NumberKind::national: return "national";
        case NumberKind::bis: return "bis";
        case NumberKind::enterprise: return "enterprise";
        case NumberKind::establishment: return "establishment";
        case NumberKind::affiliation: return "affiliation";
        case NumberKind::unknown: return "unknown";
    }
    return "unknown";
}

NumberReport check_number(std::string_view text, Date today) {
    // How many digits there are tells what was meant, "BE" or "(0)" in front that it is an
    // enterprise; the rules of that sort then judge the whole text.
    const auto shape = number_rules::shape_of(text);
    if (shape.enterprise_form) return check_enterprise(text);
    if (shape.stranger) {
        return refused(NumberKind::unknown, Sort::any,
                       {.fault = Fault::character, .position = *shape.stranger}, text);
    }
    switch (shape.digits) {
        case 9: return check_enterprise(text);
        case 10: return check_ten_digits(text, shape.first_digit);
        case 11: return check_national(text, today);
        case 12: return check_affiliation(text);
        default: break;
    }
    const Fault fault = shape.digits == 0 ? Fault::empty : Fault::length;
    return refused(NumberKind::unknown, Sort::any, {.fault = fault, .detail = shape.digits}, text);
}

}  // namespace dcadmin
