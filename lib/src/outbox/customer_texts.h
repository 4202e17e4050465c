// SPDX-License-Identifier: Apache-2.0
// What customers are told of their services. The words are a set a language, as phrases.h has them
// for persons; customer_texts.cpp alone decides what a letter is made of.
#pragma once

#include "outbox/customer_facts.h"
#include "outbox/letter.h"

#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::outbox {

[[nodiscard]] std::string customer_subject_of(Language language, std::string_view kind,
                                              std::size_t count);
/// Several notices in one letter, each with its own subject as a heading.
[[nodiscard]] Letter customer_letter_of(Language language, const std::vector<CustomerFacts>& all);

}  // namespace dcadmin::outbox
