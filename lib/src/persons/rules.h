// SPDX-License-Identifier: Apache-2.0
// Rules of persons: pure functions that answer what is wrong.
#pragma once

#include <dcadmin/persons.h>
#include <dcadmin/registers.h>

#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::persons {

/// A part of a name, trimmed; refused with usage about `field`: empty, control characters, too
/// long.
[[nodiscard]] std::string clean_name(std::string_view name, std::string_view field);
/// The digits of the beginning of a public id, "p-12" or "p-"; none for another text.
[[nodiscard]] std::optional<std::string> digits_of_id(std::string_view text);
/// The digits of the beginning of a number, with or without punctuation; none for another text.
[[nodiscard]] std::optional<std::string> digits_of_number(std::string_view text);

/// The reason of a change, trimmed; refused with usage about "reason".
[[nodiscard]] std::string clean_reason(std::string_view reason);

/// The person that the request asks for, without an id; names as clean_name() has them, those that
/// were not typed empty.
[[nodiscard]] Person cleaned(const NewPerson& request);
/// A conflict when the person is there with other values; what the request leaves out says nothing,
/// and the names of a verified person are not the request's to say.
[[nodiscard]] std::optional<Error> difference(const Person& there, const NewPerson& request);
/// The same person with the names, and the language unless one was asked for, of the register.
[[nodiscard]] Person verified(const Person& asked, const RegisterPerson& known,
                              bool language_asked);
/// Somebody whose names nobody knows.
[[nodiscard]] std::optional<Error> nameless(const Person& asked);
/// Somebody of whom the register says that he has died.
[[nodiscard]] std::optional<Error> deceased(const RegisterPerson& known);
/// "the register says 'Lucas Maes', not 'Luc Maes'"; empty when the typed names are those.
[[nodiscard]] std::string name_remark(const Person& verified, const NewPerson& request);
/// A change to the names of a verified person.
[[nodiscard]] std::optional<Error> renamed(const Person& there, const Person& after);
/// A change that changes nothing at all, whoever it is about.
[[nodiscard]] std::optional<Error> empty_change(const PersonChange& change);
/// The person after the change.
[[nodiscard]] Person changed(const Person& there, const PersonChange& change);
[[nodiscard]] bool same(const Person& a, const Person& b);

}  // namespace dcadmin::persons
