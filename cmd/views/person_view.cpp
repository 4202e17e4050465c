// SPDX-License-Identifier: Apache-2.0
#include "views/person_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

Value sex_of(const Person& person) {
    const auto sex = person.number.sex();
    if (!sex) return std::monostate{};
    return std::string_view(*sex == Sex::male ? "M" : "F");
}

}  // namespace

output::View<Person> person_view() {
    return {
        .names = {"person", "persons"},
        .fields = {
            {{"id", "public id, which serves wherever a person is asked"},
             [](const Person& x) -> Value { return x.id.text(); }},
            {{"number", "national or BIS number; masked without --reveal"},
             [](const Person& x) -> Value { return x.number; }},
            {{"first_name", "first name"},
             [](const Person& x) -> Value { return cell(x.first_name); }},
            {{"last_name", "last name"},
             [](const Person& x) -> Value { return cell(x.last_name); }},
            {{"birth_date", "where the number says it"},
             [](const Person& x) -> Value { return output::maybe(x.number.birth_date()); }},
            {{"sex", "M or F, where the number says it"},
             [](const Person& x) -> Value { return sex_of(x); }},
            {{"email", "e-mail address"}, [](const Person& x) -> Value { return cell(x.email); }},
            {{"phone", "telephone number"}, [](const Person& x) -> Value { return cell(x.phone); }},
            {{"language", "the language of notices", Shown::detail},
             [](const Person& x) -> Value { return name_of(x.language); }},
            {{"verified", "whether the data come from a register", Shown::detail},
             [](const Person& x) -> Value { return x.verified; }},
        }};
}

}  // namespace dcadmin::views
