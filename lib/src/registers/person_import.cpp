// SPDX-License-Identifier: Apache-2.0
#include "registers/person_import.h"

#include "registers/one_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <array>

namespace dcadmin::registers {

namespace {

enum Column : std::size_t { number, last_name, first_name, birth_date, sex, language, deceased_on };

constexpr auto columns = std::to_array<NamedColumn>({
    {"number", "rijksregisternummer|insz|nummer", true},
    {"last_name", "naam|achternaam|familienaam", true},
    {"first_name", "voornaam", true},
    {"birth_date", "geboortedatum"},
    {"sex", "geslacht"},
    {"language", "taal"},
    {"deceased_on", "overleden_op|overlijdensdatum"},
});

constexpr std::size_t longest_name = 150;

std::string name_in(const NamedColumns& cells, Column column) {
    static_cast<void>(cells.needed(column));
    return cells.read(
        column, [](std::string_view text) { return text::clean(text, "name", longest_name); });
}

// What the file does not say follows from the number, where that says it.
struct PersonRow {
    std::int64_t number;
    std::string first_name;
    std::string last_name;
    std::string birth_date;
    std::string_view sex;
    std::string_view language;
    std::string deceased_on;
};

std::string_view sex_in(const NamedColumns& cells, NationalNumber person) {
    const std::string word = text::ascii_lower(cells.cell(sex));
    if (word == "m") return "M";
    if (word == "f" || word == "v") return "F";
    if (!word.empty()) {
        cells.refuse(sex,
                     Error(Kind::usage, say("{} is not a sex", text::quoted(word)), "M, F or V"));
    }
    const auto told = person.sex();
    if (!told) return "";
    return *told == Sex::male ? "M" : "F";
}

PersonRow row_of(const NamedColumns& cells, Date today) {
    static_cast<void>(cells.needed(number));
    const auto person = cells.read(
        number, [&](std::string_view text) { return NationalNumber::parse(text, today); });
    PersonRow row{.number = static_cast<std::int64_t>(person.value()),
                  .first_name = name_in(cells, first_name),
                  .last_name = name_in(cells, last_name),
                  .birth_date = cells.day(birth_date),
                  .sex = sex_in(cells, person),
                  .language = {},
                  .deceased_on = cells.day(deceased_on)};
    if (row.birth_date.empty() && person.birth_date()) row.birth_date = person.birth_date()->iso();
    if (!cells.cell(language).empty()) {
        row.language = name_of(
            cells.read(language, [](std::string_view text) { return parse_language(text); }));
    }
    return row;
}

}  // namespace

Written<RegisterImport> import_persons(store::Tx& tx, const std::string& name,
                                       const OpenTable& open, const ImportOptions& options) {
    const auto add_row = [today = tx.today()](const NamedColumns& cells, Filling& filling) {
        const PersonRow row = row_of(cells, today);
        filling.add(std::array<store::Value, 8>{
            row.number, std::string_view(row.first_name), std::string_view(row.last_name),
            std::string_view(row.birth_date), row.sex, row.language,
            std::string_view(row.deceased_on), std::string_view()});
    };
    return import_one_file(tx,
                           {.kind = RegisterKind::persons,
                            .columns = columns,
                            .table = person_table(),
                            .counted = "persons",
                            .twice = "a person who stands twice, here or before",
                            .add_row = add_row},
                           name, open, options);
}

}  // namespace dcadmin::registers
