// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/base/site_number.h>

#include "base/digits.h"
#include "base/number_rules.h"

namespace dcadmin {

namespace {

std::string plain(std::uint64_t value, std::size_t width) {
    std::string text(width, '0');
    write_digits(text.data(), value, width);
    return text;
}

}  // namespace

EstablishmentNumber EstablishmentNumber::parse(std::string_view text) {
    const auto judgement = number_rules::judge_establishment(text);
    if (!judgement.fits()) number_rules::refuse(number_rules::Sort::establishment, judgement, text);
    return EstablishmentNumber(judgement.value);
}

std::string EstablishmentNumber::digits() const {
    return plain(value_, 10);
}

std::string EstablishmentNumber::formatted() const {
    std::string text = "0.000.000.000";
    write_digits(text.data(), value_ / 1'000'000'000, 1);
    write_digits(text.data() + 2, value_ / 1'000'000, 3);
    write_digits(text.data() + 6, value_ / 1000, 3);
    write_digits(text.data() + 10, value_, 3);
    return text;
}

AffiliationNumber AffiliationNumber::parse(std::string_view text) {
    const auto judgement = number_rules::judge_affiliation(text);
    if (!judgement.fits()) number_rules::refuse(number_rules::Sort::affiliation, judgement, text);
    return AffiliationNumber(judgement.value);
}

std::optional<std::string> AffiliationNumber::warning() const {
    if (number_rules::communication_fits(value_)) return std::nullopt;
    return say("its check digits are not those of a structured communication");
}

std::string AffiliationNumber::digits() const {
    return plain(value_, 12);
}

SiteNumber SiteNumber::parse(std::string_view text) {
    const auto sort = number_rules::sort_of_site(text);
    const auto judgement = number_rules::judge_site(text, sort);
    if (!judgement.fits()) number_rules::refuse(sort, judgement, text);
    return SiteNumber(judgement.value);
}

std::string SiteNumber::digits() const {
    return plain(value_, is_affiliation() ? 12 : 10);
}

std::string SiteNumber::formatted() const {
    return is_affiliation() ? digits() : EstablishmentNumber::from_stored(value_).formatted();
}

}  // namespace dcadmin
