// SPDX-License-Identifier: Apache-2.0
#include "registers/show_sql.h"

#include "registers/import_sql.h"
#include "store/listing.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <array>

namespace dcadmin::registers {

namespace {

// The description of a code in the language asked, else in Dutch or French, else the code itself.
std::string described(store::Db& db, std::string_view category, std::string_view code,
                      Language asked) {
    if (code.empty()) return {};
    auto& rows = db.statement(R"(
        SELECT description FROM register_code
        WHERE category = $1 AND code = $2
        ORDER BY CASE WHEN language = $3 THEN 0 WHEN language = 'nl' THEN 1 ELSE 2 END, language
        LIMIT 1)");
    std::string text(code);
    if (rows.first({category, code, name_of(asked)})) text = rows.string(0);
    rows.reset();
    return text;
}

std::optional<Date> maybe_day(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return Date::parse(text);
}

void append(std::string& line, std::string_view part, std::string_view before) {
    if (part.empty()) return;
    if (!line.empty()) line += before;
    line += part;
}

// "Kerkstraat 12 bus 3, 9300 Aalst".
std::string address_line(const store::Statement& row, Language asked) {
    std::string line = chosen_text(row.text(6), row.text(7), asked);
    append(line, row.text(8), " ");
    append(line, row.text(9), asked == Language::fr ? " bte " : " bus ");
    append(line, row.text(10), ", ");
    std::string place(row.text(3));
    append(place, chosen_text(row.text(4), row.text(5), asked), " ");
    append(line, place, ", ");
    append(line, chosen_text(row.text(1), row.text(2), asked), ", ");
    return line;
}

void read_addresses(store::Db& db, std::int64_t entity, Language asked, RegisterEntry& entry) {
    auto rows = db.prepare(R"(
        SELECT kind, country_nl, country_fr, zipcode, municipality_nl, municipality_fr,
               street_nl, street_fr, house_number, box, extra, struck_off_on
        FROM register_address WHERE entity_row BETWEEN $1 AND $2 ORDER BY entity_row)");
    rows->bind({entity * rows_of_entity, entity * rows_of_entity + rows_of_entity - 1});
    while (rows->step()) {
        std::string line = address_line(*rows, asked);
        if (!rows->text(11).empty()) {
            line += fmt::format(" (until {})", Date::parse(rows->text(11)).formatted());
        }
        entry.addresses.push_back(
            fmt::format("{}: {}", described(db, "TypeOfAddress", rows->text(0), asked), line));
    }
}

void read_activities(store::Db& db, std::int64_t entity, Language asked, RegisterEntry& entry) {
    auto rows = db.prepare(R"(
        SELECT nace_version, nace_code, classification FROM register_activity
        WHERE entity_row BETWEEN $1 AND $2 ORDER BY entity_row)");
    rows->bind({entity * rows_of_entity, entity * rows_of_entity + rows_of_entity - 1});
    while (rows->step()) {
        const std::string version = rows->string(0);
        const std::string code = rows->string(1);
        const std::string kind = described(db, "Classification", rows->text(2), asked);
        std::string line = fmt::format("{} ({}, {})", code, version, kind);
        const std::string text = described(db, "Nace" + version, code, asked);
        if (text != code) line += " " + text;
        entry.activities.push_back(std::move(line));
    }
}

void read_contacts(store::Db& db, std::int64_t entity, Language asked, RegisterEntry& entry) {
    auto rows = db.prepare(R"(
        SELECT kind, value FROM register_contact
        WHERE entity_row BETWEEN $1 AND $2 ORDER BY entity_row)");
    rows->bind({entity * rows_of_entity, entity * rows_of_entity + rows_of_entity - 1});
    while (rows->step()) {
        entry.contacts.push_back(fmt::format(
            "{}: {}", described(db, "ContactType", rows->text(0), asked), rows->text(1)));
    }
}

// What enterprises and establishments have alike.
void read_parts(store::Db& db, std::int64_t entity, Language asked, bool establishment,
                RegisterEntry& entry) {
    const auto names = names_of(db, entity);
    entry.name = chosen_name(names, asked, establishment);
    for (const KboName& name : names) {
        const auto language = language_word(name.language);
        const auto kind = described(db, "TypeOfDenomination", name.kind, asked);
        entry.names.push_back(language.empty()
                                  ? fmt::format("{} ({})", name.name, kind)
                                  : fmt::format("{} ({}, {})", name.name, kind, language));
    }
    read_addresses(db, entity, asked, entry);
    read_activities(db, entity, asked, entry);
    read_contacts(db, entity, asked, entry);
}

void read_branches(store::Db& db, std::int64_t enterprise, RegisterEntry& entry) {
    auto rows =
        db.prepare("SELECT number FROM register_branch WHERE enterprise = $1 ORDER BY number");
    rows->bind({enterprise});
    while (rows->step()) entry.branches.push_back(rows->string(0));
}

void read_establishments(store::Db& db, std::int64_t enterprise, RegisterEntry& entry) {
    auto rows = db.prepare(
        "SELECT number FROM register_establishment WHERE enterprise = $1 ORDER BY number");
    rows->bind({enterprise});
    while (rows->step()) entry.establishments.push_back(rows->string(0));
}

}  // namespace

std::optional<RegisterEntry> show_enterprise(store::Db& db, EnterpriseNumber number,
                                             Language asked) {
    const auto key = static_cast<std::int64_t>(number.value());
    auto row = db.prepare(R"(
        SELECT status, situation, kind, form, start_date
        FROM register_enterprise WHERE number = $1)");
    if (!row->first({key})) return std::nullopt;
    RegisterEntry entry{.number = number};
    entry.status = described(db, "Status", row->text(0), asked);
    entry.situation = described(db, "JuridicalSituation", row->text(1), asked);
    entry.type = described(db, "TypeOfEnterprise", row->text(2), asked);
    entry.form = described(db, "JuridicalForm", row->text(3), asked);
    entry.start_date = maybe_day(row->text(4));
    read_parts(db, key, asked, false, entry);
    read_establishments(db, key, entry);
    read_branches(db, key, entry);
    return entry;
}

std::optional<RegisterEntry> show_establishment(store::Db& db, SiteNumber number, Language asked) {
    const auto key = static_cast<std::int64_t>(number.value());
    auto row =
        db.prepare("SELECT enterprise, start_date FROM register_establishment WHERE number = $1");
    if (!row->first({key})) return std::nullopt;
    RegisterEntry entry{.number = number};
    entry.enterprise = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row->integer(0)));
    entry.start_date = maybe_day(row->text(1));
    read_parts(db, key, asked, true, entry);
    return entry;
}

std::uint64_t search(store::Db& db, const RegisterFilter& filter, Language asked,
                     const Each<RegisterHit>& each) {
    store::Listing listing(fmt::format(R"(
        SELECT e.number, n.name, n.kind, n.language, e.status, a.municipality_nl, a.municipality_fr
        FROM register_folded_name f
        JOIN register_name n ON n.entity_row = f.entity_row
        JOIN register_enterprise e ON e.number = f.entity_row / {0}
        LEFT JOIN register_address a ON a.entity_row = e.number * {0})",
                                       rows_of_entity),
                           "SELECT count(*) FROM register_folded_name f");
    if (filter.anywhere) {
        listing.search("f.folded", filter.text);
    } else {
        // U+10FFFF is the last character there is, in both databases.
        const std::string folded = text::folded(text::clean(filter.text, "search text"));
        listing.where("f.folded >= {}", folded);
        listing.where("f.folded < {}", folded + "\xF4\x8F\xBF\xBF");
    }
    listing.order(filter.page, {{"name", "f.folded, f.entity_row"}}, "name");
    return listing.run(db, [&](const store::Statement& row) {
        return each(
            {.number = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(0))),
             .name = row.string(1),
             .kind = described(db, "TypeOfDenomination", row.text(2), asked),
             .language = std::string(language_word(row.text(3))),
             .status = row.string(4),
             .municipality = chosen_text(row.text(5), row.text(6), asked)});
    });
}

}  // namespace dcadmin::registers
