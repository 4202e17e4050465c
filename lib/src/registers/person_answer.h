// SPDX-License-Identifier: Apache-2.0
// What a register answers about a person, read without trust: one flat JSON object, no member
// twice, every value judged as a typed one would be.
#pragma once

#include <dcadmin/registers.h>

#include <string_view>

namespace dcadmin::registers {

/// Members number, first_name, last_name, and perhaps birth_date, sex, language and deceased_on;
/// others are passed over. Throws failed when it is anything else, or about somebody else.
[[nodiscard]] RegisterPerson person_from_answer(std::string_view answer, NationalNumber asked,
                                                Date today);
/// {"number":"…"}
[[nodiscard]] std::string question_of(NationalNumber number);

}  // namespace dcadmin::registers
