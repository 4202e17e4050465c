// SPDX-License-Identifier: Apache-2.0
#include "registers/find_sql.h"

#include "registers/import_sql.h"

namespace dcadmin::registers {

namespace {

std::optional<Date> maybe_day(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return Date::parse(text);
}

}  // namespace

std::vector<KboName> names_of(store::Db& db, std::int64_t entity) {
    auto& rows = db.statement(R"(
        SELECT language, kind, name FROM register_name
        WHERE entity_row BETWEEN $1 AND $2 ORDER BY entity_row)");
    rows.bind({entity * rows_of_entity, entity * rows_of_entity + rows_of_entity - 1});
    std::vector<KboName> names;
    while (rows.step()) names.push_back({rows.string(0), rows.string(1), rows.string(2)});
    rows.reset();
    return names;
}

std::string municipality_of(store::Db& db, std::int64_t entity, Language asked) {
    auto& rows = db.statement(R"(
        SELECT municipality_nl, municipality_fr FROM register_address
        WHERE entity_row BETWEEN $1 AND $2 ORDER BY entity_row LIMIT 1)");
    std::string found;
    if (rows.first({entity * rows_of_entity, entity * rows_of_entity + rows_of_entity - 1})) {
        found = chosen_text(rows.text(0), rows.text(1), asked);
    }
    rows.reset();
    return found;
}

std::optional<KnownEnterprise> find_enterprise(store::Db& db, EnterpriseNumber number,
                                               Language asked) {
    const auto key = static_cast<std::int64_t>(number.value());
    auto& row = db.statement("SELECT status FROM register_enterprise WHERE number = $1");
    if (!row.first({key})) return std::nullopt;
    KnownEnterprise known{.name = {}, .active = row.text(0) == "AC"};
    row.reset();
    known.name = chosen_name(names_of(db, key), asked, false);
    return known;
}

std::optional<KnownEstablishment> find_establishment(store::Db& db, SiteNumber number,
                                                     Language asked) {
    const auto key = static_cast<std::int64_t>(number.value());
    auto& row = db.statement("SELECT enterprise FROM register_establishment WHERE number = $1");
    if (!row.first({key})) return std::nullopt;
    const auto enterprise =
        EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(0)));
    row.reset();
    std::string name = chosen_name(names_of(db, key), asked, true);
    if (name.empty()) name = municipality_of(db, key, asked);
    return KnownEstablishment{enterprise, std::move(name)};
}

std::optional<KnownPerson> find_person(store::Db& db, NationalNumber number, Timestamp now) {
    const std::string moment = now.iso();
    auto& row = db.statement(R"(
        SELECT first_name, last_name, birth_date, sex, language, deceased_on, expires_at
        FROM register_person
        WHERE number = $1 AND (expires_at = '' OR expires_at > $2))");
    if (!row.first({static_cast<std::int64_t>(number.value()), moment})) return std::nullopt;
    RegisterPerson person{.number = number,
                          .first_name = row.string(0),
                          .last_name = row.string(1),
                          .birth_date = maybe_day(row.text(2)),
                          .sex = {},
                          .language = {},
                          .deceased_on = maybe_day(row.text(5))};
    if (!row.text(3).empty()) person.sex = row.text(3) == "M" ? Sex::male : Sex::female;
    if (!row.text(4).empty()) person.language = parse_language(row.text(4));
    const bool imported = row.text(6).empty();
    row.reset();
    return KnownPerson{std::move(person), imported};
}

}  // namespace dcadmin::registers
