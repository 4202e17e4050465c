// SPDX-License-Identifier: Apache-2.0
// One cell of a result: what a view hands to a renderer. Machines get days as 2026-12-01 and
// numbers without punctuation, people get them as the official lists print them; both come from
// the same value. Whole national numbers are written only when the user asked to reveal them.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/national_number.h>
#include <dcadmin/base/site_number.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dcadmin::output {

/// A string_view must live until the row is written; rows are written before row() returns.
using Value = std::variant<std::monostate, bool, std::int64_t, std::string_view, std::string,
                           std::vector<std::string>, Date, Timestamp, NationalNumber,
                           EnterpriseNumber, SiteNumber>;

enum class Reader { person, machine };

/// Appends the value as text; nothing for an absent one; several values joined by ", " for people
/// and '|' for machines.
void append_text(std::string& to, const Value& value, Reader reader, bool reveal);

/// Appends the value as JSON.
void append_json(std::string& to, const Value& value, bool reveal);
/// Appends `text` as a JSON string.
void append_json_string(std::string& to, std::string_view text);

/// Absent when the optional is.
template <class Optional>
[[nodiscard]] Value maybe(const Optional& value) {
    if (!value) return std::monostate{};
    return *value;
}

}  // namespace dcadmin::output
