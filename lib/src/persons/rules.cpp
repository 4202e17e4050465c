// SPDX-License-Identifier: Apache-2.0
#include "persons/rules.h"

#include "persons/find.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

namespace dcadmin::persons {

namespace {

constexpr std::size_t longest_name = 150;

std::string_view spoken(std::string_view field) {
    return field == "first_name" ? "first name" : "last name";
}

Error other(const Person& there, std::string_view what, std::string_view field,
            std::string_view option) {
    return {Kind::conflict,
            fmt::format("person {} is there already, as {}, with another {}", there.number,
                        there.id.text(), what),
            fmt::format("to change it: dcadmin person update --person {} --{} …", there.id.text(),
                        option),
            std::string(field)};
}

}  // namespace

std::string clean_name(std::string_view name, std::string_view field) {
    try {
        std::string kept = text::clean(name, spoken(field), longest_name);
        if (!kept.empty()) return kept;
    } catch (const Error& error) {
        throw error.about(field);
    }
    throw Error(Kind::usage, fmt::format("the {} is empty", spoken(field)),
                "a person has a first and a last name; '-' when there is none", std::string(field));
}

std::string clean_reason(std::string_view reason) {
    if (reason.empty()) return {};
    try {
        return text::clean(reason, "reason");
    } catch (const Error& error) {
        throw error.about("reason");
    }
}

Person cleaned(const NewPerson& request) {
    return {.id = PersonId::from_stored(0),
            .number = request.number,
            .first_name = clean_name(request.first_name, "first_name"),
            .last_name = clean_name(request.last_name, "last_name"),
            .email = request.email,
            .phone = request.phone,
            .language = request.language.value_or(Language::nl),
            .verified = false};
}

std::optional<Error> difference(const Person& there, const Person& asked, bool language_asked) {
    if (there.first_name != asked.first_name) {
        return other(there, "first name", "first_name", "first-name");
    }
    if (there.last_name != asked.last_name) {
        return other(there, "last name", "last_name", "last-name");
    }
    if (asked.email && there.email != asked.email) {
        return other(there, "e-mail address", "email", "email");
    }
    if (asked.phone && there.phone != asked.phone) {
        return other(there, "telephone number", "phone", "phone");
    }
    if (language_asked && there.language != asked.language) {
        return other(there, "language", "language", "language");
    }
    return std::nullopt;
}

std::optional<Error> empty_change(const PersonChange& change) {
    if (change.first_name || change.last_name || change.email || change.phone || change.language) {
        return std::nullopt;
    }
    return Error(Kind::usage, fmt::format("nothing to change of {} is given", shown(change.person)),
                 "give --first-name, --last-name, --email, --phone or --language");
}

Person changed(const Person& there, const PersonChange& change) {
    Person person = there;
    if (change.first_name) person.first_name = clean_name(*change.first_name, "first_name");
    if (change.last_name) person.last_name = clean_name(*change.last_name, "last_name");
    if (change.email) person.email = change.email;
    if (change.phone) person.phone = change.phone;
    if (change.language) person.language = *change.language;
    const bool renamed =
        person.first_name != there.first_name || person.last_name != there.last_name;
    if (renamed) person.verified = false;
    return person;
}

bool same(const Person& a, const Person& b) {
    return a.first_name == b.first_name && a.last_name == b.last_name && a.email == b.email &&
           a.phone == b.phone && a.language == b.language;
}

Error unknown(const PersonRef& person, std::string_view field) {
    const bool by_id = std::holds_alternative<PersonId>(person);
    return {Kind::not_found, fmt::format("person {} is not in the store", shown(person)),
            by_id ? "look for the person by name: dcadmin person find NAME"
                  : "check the number, or add the person: dcadmin person add",
            std::string(field)};
}

}  // namespace dcadmin::persons
