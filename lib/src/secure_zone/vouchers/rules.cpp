// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/vouchers/rules.h"

#include "secure_zone/terms/holding.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <charconv>
#include <string>

namespace dcadmin {

namespace {

constexpr std::int64_t lowest = 10'000'000;
constexpr std::int64_t highest = 99'999'999'999'999;

Error no_number(std::string_view text) {
    return {Kind::usage, say("{} is not the number of a voucher", text::quoted(text)),
            "it has 8 to 14 digits", "first_number"};
}

}  // namespace

std::int64_t parse_voucher_number(std::string_view text) {
    const std::string_view digits = text::trimmed(text);
    std::int64_t number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || rest != end || number < lowest || number > highest) {
        throw no_number(text);
    }
    return number;
}

namespace secure_zone {

Date end_of_month_after(const LegalTerm& term, Date from) {
    WorkingDays none({}, {});  // months take no notice of them
    return last_day_of(term, from, none);
}

Date oldest_service(const LegalTerm& service_age, Date issued_on) {
    return issued_on.plus(Term::of(-service_age.length.count, Term::Unit::month));
}

std::optional<Error> order_problem(const NewVoucherOrder& request) {
    constexpr std::int64_t most = 9'999;
    if (request.count < 1 || request.count > most) {
        return Error(Kind::usage, say("{} vouchers cannot be ordered", request.count),
                     say("give a number from 1 to {}", most), "count");
    }
    if (!request.first_number) return std::nullopt;
    if (*request.first_number < lowest || *request.first_number > highest - request.count + 1) {
        return no_number(std::to_string(*request.first_number));
    }
    return std::nullopt;
}

}  // namespace secure_zone

}  // namespace dcadmin
