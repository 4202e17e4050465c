// SPDX-License-Identifier: Apache-2.0
#include "registers/person_answer.h"

#include "base/guarded_json.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <string>

namespace dcadmin::registers {

namespace {

using Members = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t longest_name = 150;

[[noreturn]] void refuse(std::string_view why) {
    throw Error(Kind::failed, say("the register of persons answers something that {}", why),
                "tell whoever runs the register");
}

// A register answers one flat object; a value of it is a text, whatever it is written as.
std::string value_text(const nlohmann::json& value) {
    if (value.is_object()) refuse("holds an object within the object");
    if (value.is_array()) refuse("holds a list");
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : value.dump();
}

Members members_of(std::string_view answer) {
    nlohmann::json object;
    if (text::first_invalid(answer)) refuse("is not UTF-8");
    if (const auto problem = base::read_json(answer, object); !problem.empty()) refuse(problem);
    if (!object.is_object()) refuse("is not an object");
    Members members;
    for (const auto& item : object.items()) members.emplace(item.key(), value_text(item.value()));
    return members;
}

std::string_view member(const Members& members, std::string_view name) {
    const auto found = members.find(name);
    return found == members.end() ? std::string_view() : std::string_view(found->second);
}

std::string name_in(const Members& members, std::string_view name) {
    std::string kept = text::clean(member(members, name), name, longest_name);
    if (kept.empty()) refuse(say("has no {}", name));
    return kept;
}

std::optional<Date> day_in(const Members& members, std::string_view name) {
    const auto text = member(members, name);
    if (text.empty()) return std::nullopt;
    return Date::parse(text);
}

std::optional<Sex> sex_in(const Members& members) {
    const auto word = text::ascii_lower(member(members, "sex"));
    if (word.empty()) return std::nullopt;
    if (word != "m" && word != "f" && word != "v") refuse("has an unknown sex");
    return word == "m" ? Sex::male : Sex::female;
}

}  // namespace

std::string question_of(NationalNumber number) {
    return fmt::format(R"({{"number":"{}"}})", number.revealed_digits());
}

RegisterPerson person_from_answer(std::string_view answer, NationalNumber asked, Date today) {
    const Members members = members_of(answer);
    try {
        if (NationalNumber::parse(member(members, "number"), today) != asked) {
            refuse("is about somebody else");
        }
        RegisterPerson person{.number = asked,
                              .first_name = name_in(members, "first_name"),
                              .last_name = name_in(members, "last_name"),
                              .birth_date = day_in(members, "birth_date"),
                              .sex = sex_in(members),
                              .language = {},
                              .deceased_on = day_in(members, "deceased_on")};
        if (const auto word = member(members, "language"); !word.empty()) {
            person.language = parse_language(word);
        }
        return person;
    } catch (const Error& error) {
        if (error.kind() == Kind::failed) throw;
        refuse("holds a value that cannot be");
    }
}

}  // namespace dcadmin::registers
