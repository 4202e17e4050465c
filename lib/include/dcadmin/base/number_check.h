// SPDX-License-Identifier: Apache-2.0
// What is this number? Answers for any text which of the field's numbers it is, whether it is
// valid, why not, and what it says of itself. Made for checking whole files: it allocates little
// and throws nothing.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/national_number.h>
#include <dcadmin/export.h>

#include <optional>
#include <string>
#include <string_view>

namespace dcadmin {

enum class NumberKind { national, bis, enterprise, establishment, affiliation, unknown };

/// "national", "bis", …: the word in machine output.
[[nodiscard]] DCADMIN_API std::string_view name_of(NumberKind kind);

struct NumberReport {
    NumberKind kind;
    bool valid;
    std::string reason;  // why not valid; or a warning when it is
    std::string
        formatted;  // with the official punctuation; empty when not valid; whole, not masked
    std::optional<Date> birth_date;
    std::optional<Sex> sex;
};

/// Judges one text. `today` decides whether a birth lies in the future.
[[nodiscard]] DCADMIN_API NumberReport check_number(std::string_view text, Date today);

}  // namespace dcadmin
