// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/ids.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "base/digits.h"

#include <charconv>

namespace dcadmin {

namespace {

bool has_id_shape(std::string_view text) {
    return text.size() >= 2 && is_ascii_letter(text[0]) && text[1] == '-';
}

}  // namespace

std::int64_t parse_id(std::string_view text, char letter, std::string_view what) {
    std::uint64_t value = 0;
    const bool own = has_id_shape(text) && (text[0] | 0x20) == letter;
    const std::string_view digits = own ? text.substr(2) : std::string_view();
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value);
    const bool whole = error == std::errc{} && rest == end && !digits.starts_with('0');
    if (!whole || value > static_cast<std::uint64_t>(INT64_MAX)) {
        throw Error(Kind::usage, say("{} is not the id of a {}", text::quoted(text), what),
                    say("such an id looks like {}-12", letter));
    }
    return static_cast<std::int64_t>(value);
}

PersonRef parse_person(std::string_view text, Date today) {
    if (has_id_shape(text)) return PersonId::from_stored(parse_id(text, 'p', "person"));
    return NationalNumber::parse(text, today);
}

std::string shown(const PersonRef& person) {
    if (const auto* const id = std::get_if<PersonId>(&person)) return id->text();
    return std::get<NationalNumber>(person).masked();
}

}  // namespace dcadmin
