// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/enterprise_number.h>

#include "base/digits.h"
#include "base/number_rules.h"

namespace dcadmin {

EnterpriseNumber EnterpriseNumber::parse(std::string_view text) {
    const auto judgement = number_rules::judge_enterprise(text);
    if (!judgement.fits()) number_rules::refuse(number_rules::Sort::enterprise, judgement, text);
    return EnterpriseNumber(judgement.value);
}

std::string EnterpriseNumber::digits() const {
    std::string text(10, '0');
    write_digits(text.data(), value_, 10);
    return text;
}

std::string EnterpriseNumber::formatted() const {
    std::string text = "0000.000.000";
    write_digits(text.data(), value_ / 1'000'000, 4);
    write_digits(text.data() + 5, value_ / 1000, 3);
    write_digits(text.data() + 9, value_, 3);
    return text;
}

}  // namespace dcadmin
