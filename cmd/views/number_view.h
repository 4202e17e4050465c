// SPDX-License-Identifier: Apache-2.0
// What a text is as a number, and what the number says of itself.
#pragma once

#include "output/view.h"

#include <dcadmin/base/number_check.h>

#include <string>

namespace dcadmin::views {

struct CheckedNumber {
    std::string input;  // a person's number already masked, unless it may be shown
    NumberReport report;
};

/// With `reveal`, a person's number as it was typed; otherwise all but its birth date masked.
[[nodiscard]] CheckedNumber checked_number(std::string_view input, NumberReport report,
                                           bool reveal);

[[nodiscard]] output::View<CheckedNumber> number_view();

}  // namespace dcadmin::views
