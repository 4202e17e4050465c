// SPDX-License-Identifier: Apache-2.0
#include "persons/rules.h"

#include "base/digits.h"
#include "persons/find.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <algorithm>

namespace dcadmin::persons {

namespace {

constexpr std::size_t longest_name = 150;

bool is_first(std::string_view field) {
    return field == "first_name";
}

std::string_view spoken(std::string_view field) {
    return is_first(field) ? "first name" : "last name";
}

Error other(const Person& there, std::string_view what, std::string_view field,
            std::string_view option) {
    return {Kind::conflict,
            say("person {} is there already, as {}, with {}", there.number, there.id.text(), what),
            say("to change it: dcadmin person update --person {} --{} …", there.id.text(), option),
            std::string(field)};
}

}  // namespace

std::optional<std::string> digits_of_id(std::string_view text) {
    constexpr std::string_view letter = "p-";
    constexpr std::size_t longest = 12;
    if (!text.starts_with(letter)) return std::nullopt;
    const auto digits = text.substr(letter.size());
    if (digits.size() > longest || !std::ranges::all_of(digits, is_digit)) {
        return std::nullopt;
    }
    return std::string(digits);
}

std::optional<std::string> digits_of_number(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (is_digit(c)) {
            digits.push_back(c);
        } else if (std::string_view(".- ").find(c) == std::string_view::npos) {
            return std::nullopt;
        }
    }
    if (digits.empty()) return std::nullopt;
    return digits;
}

std::string clean_name(std::string_view name, std::string_view field) {
    try {
        std::string kept = text::clean(name, spoken(field), longest_name);
        if (!kept.empty()) return kept;
    } catch (const Error& error) {
        throw error.about(field);
    }
    throw Error(Kind::usage,
                is_first(field) ? say("the first name is empty") : say("the last name is empty"),
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
    const auto typed = [](const std::string& name, std::string_view field) {
        return name.empty() ? std::string() : clean_name(name, field);
    };
    return {.id = PersonId::from_stored(0),
            .number = request.number,
            .first_name = typed(request.first_name, "first_name"),
            .last_name = typed(request.last_name, "last_name"),
            .email = request.email,
            .phone = request.phone,
            .language = request.language.value_or(Language::nl),
            .verified = false};
}

std::optional<Error> difference(const Person& there, const NewPerson& request) {
    const Person asked = cleaned(request);
    const auto differs = [&](const std::string& own, const std::string& typed) {
        return !there.verified && !typed.empty() && own != typed;
    };
    if (differs(there.first_name, asked.first_name)) {
        return other(there, to_say("another first name"), "first_name", "first-name");
    }
    if (differs(there.last_name, asked.last_name)) {
        return other(there, to_say("another last name"), "last_name", "last-name");
    }
    if (asked.email && there.email != asked.email) {
        return other(there, to_say("another e-mail address"), "email", "email");
    }
    if (asked.phone && there.phone != asked.phone) {
        return other(there, to_say("another telephone number"), "phone", "phone");
    }
    if (request.language && there.language != asked.language) {
        return other(there, to_say("another language"), "language", "language");
    }
    return std::nullopt;
}

Person verified(const Person& asked, const RegisterPerson& known, bool language_asked) {
    Person person = asked;
    person.first_name = known.first_name;
    person.last_name = known.last_name;
    if (!language_asked && known.language) person.language = *known.language;
    person.verified = true;
    return person;
}

std::optional<Error> nameless(const Person& asked) {
    if (!asked.first_name.empty() && !asked.last_name.empty()) return std::nullopt;
    const std::string_view field = asked.first_name.empty() ? "first_name" : "last_name";
    return Error(Kind::rule,
                 is_first(field)
                     ? say("no register knows person {}, and no first name is given", asked.number)
                     : say("no register knows person {}, and no last name is given", asked.number),
                 "give --first-name and --last-name, or import the register: dcadmin register "
                 "import --persons FILE",
                 std::string(field));
}

std::optional<Error> deceased(const RegisterPerson& known) {
    if (!known.deceased_on) return std::nullopt;
    return Error(Kind::rule,
                 say("person {} died on {}, says the register", known.number,
                     known.deceased_on->formatted()),
                 "check the number", "number");
}

std::string name_remark(const Person& verified, const NewPerson& request) {
    const Person typed = cleaned(request);
    const auto same_or_none = [](const std::string& own, const std::string& name) {
        return name.empty() || name == own;
    };
    if (!verified.verified || (same_or_none(verified.first_name, typed.first_name) &&
                               same_or_none(verified.last_name, typed.last_name))) {
        return {};
    }
    return say("the register says {}, not {}",
               text::quoted(verified.first_name + " " + verified.last_name),
               text::quoted(text::trimmed(typed.first_name + " " + typed.last_name)));
}

std::optional<Error> renamed(const Person& there, const Person& after) {
    const bool first = there.first_name != after.first_name;
    if (!there.verified || (!first && there.last_name == after.last_name)) return std::nullopt;
    return Error(
        Kind::rule,
        say("the names of {} come from the register, and are not changed by hand", there.id.text()),
        "leave --first-name and --last-name out", std::string(first ? "first_name" : "last_name"));
}

std::optional<Error> empty_change(const PersonChange& change) {
    if (change.first_name || change.last_name || change.email || change.phone || change.language) {
        return std::nullopt;
    }
    return Error(Kind::usage, say("nothing to change of {} is given", shown(change.person)),
                 "give --first-name, --last-name, --email, --phone or --language");
}

Person changed(const Person& there, const PersonChange& change) {
    Person person = there;
    if (change.first_name) person.first_name = clean_name(*change.first_name, "first_name");
    if (change.last_name) person.last_name = clean_name(*change.last_name, "last_name");
    if (change.email) person.email = change.email;
    if (change.phone) person.phone = change.phone;
    if (change.language) person.language = *change.language;
    return person;
}

bool same(const Person& a, const Person& b) {
    return a.first_name == b.first_name && a.last_name == b.last_name && a.email == b.email &&
           a.phone == b.phone && a.language == b.language;
}

Error unknown(const PersonRef& person, std::string_view field) {
    const bool by_id = std::holds_alternative<PersonId>(person);
    return {Kind::not_found, say("person {} is not in the store", shown(person)),
            by_id ? "look for the person by name: dcadmin person find NAME"
                  : "check the number, or add the person: dcadmin person add",
            std::string(field)};
}

}  // namespace dcadmin::persons
