// SPDX-License-Identifier: Apache-2.0
#include "registers/person_answer.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <string>

namespace dcadmin::registers {

namespace {

using Members = std::map<std::string, std::string, std::less<>>;

// Takes the parser's events, and stops at the first thing that is not flat.
class FlatObject {
   public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    bool null() { return value(""); }
    bool boolean(bool yes) { return value(yes ? "true" : "false"); }
    bool number_integer(number_integer_t number) { return value(fmt::format("{}", number)); }
    bool number_unsigned(number_unsigned_t number) { return value(fmt::format("{}", number)); }
    bool number_float(number_float_t, const string_t& text) { return value(text); }
    bool string(const string_t& text) { return value(text); }
    bool binary(const binary_t&) { return stop("holds binary"); }
    bool start_object(std::size_t) {
        return open_ ? stop("holds an object within the object") : (open_ = true);
    }
    bool end_object() { return true; }
    bool start_array(std::size_t) { return stop("holds a list"); }
    bool end_array() { return true; }
    bool key(const string_t& name) {
        if (members.contains(name) || name == key_) return stop("has a member twice");
        key_ = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        return stop(fmt::format("is not JSON at character {}", position));
    }

    Members members;
    std::string problem;

   private:
    bool value(std::string_view text) {
        if (!open_) return stop("is not an object");
        members.emplace(key_, text);
        return true;
    }
    bool stop(std::string why) {
        problem = std::move(why);
        return false;
    }

    std::string key_;
    bool open_ = false;
};

constexpr std::size_t longest_name = 150;

[[noreturn]] void refuse(std::string_view why) {
    throw Error(Kind::failed, fmt::format("the register of persons answers something that {}", why),
                "tell whoever runs the register");
}

std::string_view member(const Members& members, std::string_view name) {
    const auto found = members.find(name);
    return found == members.end() ? std::string_view() : std::string_view(found->second);
}

std::string name_in(const Members& members, std::string_view name) {
    std::string kept = text::clean(member(members, name), name, longest_name);
    if (kept.empty()) refuse(fmt::format("has no {}", name));
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
    FlatObject object;
    if (text::first_invalid(answer)) refuse("is not UTF-8");
    if (!nlohmann::json::sax_parse(answer, &object)) refuse(object.problem);
    const Members& members = object.members;
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
