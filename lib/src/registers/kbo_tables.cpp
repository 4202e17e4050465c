// SPDX-License-Identifier: Apache-2.0
#include "registers/kbo_tables.h"

#include <array>

namespace dcadmin::registers {

namespace {

using Columns = std::string_view;

constexpr auto enterprise_columns =
    std::to_array<Columns>({"EnterpriseNumber", "Status", "JuridicalSituation", "TypeOfEnterprise",
                            "JuridicalForm", "JuridicalFormCAC", "StartDate"});
constexpr auto enterprise_stored = std::to_array<Columns>(
    {"number", "status", "situation", "kind", "form", "form_cac", "start_date"});

void fill_enterprise(RowMaker& row, std::int64_t key) {
    row.put(key);
    for (std::size_t column = 1; column <= 5; ++column) row.put_text(column);
    row.put_day(6);
}

constexpr auto establishment_columns =
    std::to_array<Columns>({"EstablishmentNumber", "StartDate", "EnterpriseNumber"});
constexpr auto branch_columns = std::to_array<Columns>({"Id", "StartDate", "EnterpriseNumber"});
constexpr auto place_stored = std::to_array<Columns>({"number", "enterprise", "start_date"});

void fill_place(RowMaker& row, std::int64_t key) {
    row.put(key);
    row.put(row.number(2, Entity::enterprise));
    row.put_day(1);
}

constexpr auto name_columns =
    std::to_array<Columns>({"EntityNumber", "Language", "TypeOfDenomination", "Denomination"});
constexpr auto name_stored = std::to_array<Columns>({"entity_row", "language", "kind", "name"});

void fill_three(RowMaker& row, std::int64_t key) {
    row.put(key);
    for (std::size_t column = 1; column <= 3; ++column) row.put_text(column);
}

constexpr auto address_columns =
    std::to_array<Columns>({"EntityNumber", "TypeOfAddress", "CountryNL", "CountryFR", "Zipcode",
                            "MunicipalityNL", "MunicipalityFR", "StreetNL", "StreetFR",
                            "HouseNumber", "Box", "ExtraAddressInfo", "DateStrikingOff"});
constexpr auto address_stored = std::to_array<Columns>(
    {"entity_row", "kind", "country_nl", "country_fr", "zipcode", "municipality_nl",
     "municipality_fr", "street_nl", "street_fr", "house_number", "box", "extra", "struck_off_on"});

void fill_address(RowMaker& row, std::int64_t key) {
    row.put(key);
    row.put_text(1);
    row.put_both(2, 3);
    row.put_text(4);
    row.put_both(5, 6);
    row.put_both(7, 8);
    for (std::size_t column = 9; column <= 11; ++column) row.put_text(column);
    row.put_day(12);
}

constexpr auto activity_columns = std::to_array<Columns>(
    {"EntityNumber", "ActivityGroup", "NaceVersion", "NaceCode", "Classification"});
constexpr auto activity_stored = std::to_array<Columns>(
    {"entity_row", "activity_group", "nace_version", "nace_code", "classification"});

void fill_activity(RowMaker& row, std::int64_t key) {
    row.put(key);
    for (std::size_t column = 1; column <= 4; ++column) row.put_text(column);
}

constexpr auto contact_columns =
    std::to_array<Columns>({"EntityNumber", "EntityContact", "ContactType", "Value"});
constexpr auto contact_stored = std::to_array<Columns>({"entity_row", "holder", "kind", "value"});

constexpr auto all = std::to_array<KboTable>({
    {"enterprise",
     enterprise_columns,
     {"register_enterprise", enterprise_stored},
     "enterprises",
     false,
     Entity::enterprise,
     fill_enterprise},
    {"establishment",
     establishment_columns,
     {"register_establishment", place_stored},
     "establishments",
     false,
     Entity::establishment,
     fill_place},
    {"branch",
     branch_columns,
     {"register_branch", place_stored},
     "branches",
     false,
     Entity::branch,
     fill_place},
    {"denomination", name_columns, {"register_name", name_stored}, "names", true, {}, fill_three},
    {"address",
     address_columns,
     {"register_address", address_stored},
     "addresses",
     true,
     {},
     fill_address},
    {"activity",
     activity_columns,
     {"register_activity", activity_stored},
     "activities",
     true,
     {},
     fill_activity},
    {"contact",
     contact_columns,
     {"register_contact", contact_stored},
     "contacts",
     true,
     {},
     fill_three},
});

constexpr auto meta = std::to_array<Columns>({"Variable", "Value"});
constexpr auto code = std::to_array<Columns>({"Category", "Code", "Language", "Description"});
constexpr auto code_stored =
    std::to_array<Columns>({"category", "code", "language", "description"});
constexpr StoredTable code_rows{"register_code", code_stored};

}  // namespace

std::span<const KboTable> kbo_tables() {
    return all;
}

bool has_names(const KboTable& table) {
    return table.counted == "names";
}

std::span<const std::string_view> meta_columns() {
    return meta;
}

std::span<const std::string_view> code_columns() {
    return code;
}

const StoredTable& code_table() {
    return code_rows;
}

}  // namespace dcadmin::registers
