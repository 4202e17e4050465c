// SPDX-License-Identifier: Apache-2.0
// Rules of persons: pure functions that answer what is wrong.
#pragma once

#include <dcadmin/persons.h>

#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::persons {

/// A part of a name, trimmed; refused with usage about `field`: empty, control characters, too
/// long.
[[nodiscard]] std::string clean_name(std::string_view name, std::string_view field);
/// The reason of a change, trimmed; refused with usage about "reason".
[[nodiscard]] std::string clean_reason(std::string_view reason);

/// The person that the request asks for, without an id; names as clean_name() has them.
[[nodiscard]] Person cleaned(const NewPerson& request);
/// A conflict when the person is there with other values; what the request leaves out says nothing.
[[nodiscard]] std::optional<Error> difference(const Person& there, const Person& asked,
                                              bool language_asked);
/// A change that changes nothing at all, whoever it is about.
[[nodiscard]] std::optional<Error> empty_change(const PersonChange& change);
/// The person after the change. Names typed by hand are no longer those of a register.
[[nodiscard]] Person changed(const Person& there, const PersonChange& change);
[[nodiscard]] bool same(const Person& a, const Person& b);

}  // namespace dcadmin::persons
