// SPDX-License-Identifier: Apache-2.0
#include "registers/function_import.h"

#include "registers/one_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <algorithm>
#include <array>

namespace dcadmin::registers {

namespace {

enum Column : std::size_t { enterprise, person, function, from, until, represents };

constexpr auto columns = std::to_array<NamedColumn>({
    {"enterprise", "onderneming|ondernemingsnummer|org", true},
    {"person", "rijksregisternummer|insz|persoon", true},
    {"function", "functie", true},
    {"from", "begindatum|van", true},
    {"until", "einddatum|tot"},
    {"represents", "vertegenwoordigt"},
});

constexpr std::size_t longest_function = 100;
constexpr std::string_view for_ever = "9999-12-31";

// The functions that bind the enterprise, in the words of the KBO/BCE, folded. They hold where the
// file does not say whether its function does.
constexpr auto representing = std::to_array<std::string_view>({
    "zaakvoerder",
    "gerant",
    "bestuurder",
    "administrateur",
    "gedelegeerd bestuurder",
    "administrateur delegue",
    "vast vertegenwoordiger",
    "representant permanent",
    "persoon belast met dagelijks bestuur",
    "delegue a la gestion journaliere",
    "vereffenaar",
    "liquidateur",
    "curator",
    "curateur",
    "voorlopig bewindvoerder",
    "administrateur provisoire",
});

bool represents_in(const NamedColumns& cells, std::string_view name) {
    const std::string word = text::ascii_lower(cells.cell(represents));
    if (word == "yes" || word == "ja") return true;
    if (word == "no" || word == "nee" || word == "neen") return false;
    if (!word.empty()) {
        cells.refuse(represents,
                     Error(Kind::usage, say("{} is neither yes nor no", text::quoted(word))));
    }
    return std::ranges::find(representing, text::folded(name)) != representing.end();
}

struct FunctionRow {
    std::int64_t enterprise;
    std::int64_t person;
    std::string function;
    bool represents;
    std::string from;
    std::string until;
};

FunctionRow row_of(const NamedColumns& cells, Date today) {
    for (const Column column : {enterprise, person, function, from}) {
        static_cast<void>(cells.needed(column));
    }
    const auto org =
        cells.read(enterprise, [](std::string_view text) { return EnterpriseNumber::parse(text); });
    const auto who = cells.read(
        person, [&](std::string_view text) { return NationalNumber::parse(text, today); });
    FunctionRow row{
        .enterprise = static_cast<std::int64_t>(org.value()),
        .person = static_cast<std::int64_t>(who.value()),
        .function = cells.read(
            function,
            [](std::string_view text) { return text::clean(text, "function", longest_function); }),
        .represents = false,
        .from = cells.day(from),
        .until = cells.day(until)};
    row.represents = represents_in(cells, row.function);
    if (row.until.empty()) row.until = for_ever;
    if (row.until < row.from) {
        cells.refuse(until, Error(Kind::usage, "the end lies before the begin"));
    }
    return row;
}

}  // namespace

Written<RegisterImport> import_functions(store::Tx& tx, const std::string& name,
                                         const OpenTable& open, const ImportOptions& options) {
    const auto add_row = [today = tx.today()](const NamedColumns& cells, Filling& filling) {
        const FunctionRow row = row_of(cells, today);
        filling.add(
            std::array<store::Value, 6>{row.enterprise, row.person, std::string_view(row.function),
                                        std::int64_t{row.represents ? 1 : 0},
                                        std::string_view(row.from), std::string_view(row.until)});
    };
    return import_one_file(
        tx,
        {.kind = RegisterKind::functions,
         .columns = columns,
         .table = function_table(),
         .counted = "functions",
         .twice = "a function that stands twice with the same begin, here or before",
         .add_row = add_row},
        name, open, options);
}

}  // namespace dcadmin::registers
