// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/company/company_sql.h"

#include "store/listing.h"

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view columns = R"(
    SELECT o.number, o.name, a.region, a.number, a.activities, a.valid_from, a.valid_until
    FROM accreditation a JOIN organisation o ON o.id = a.organisation_id)";

std::string state_on(DateRange valid, Date day) {
    if (day < valid.first()) return "future";
    return day > valid.last() ? "ended" : "active";
}

Accreditation accreditation_from(const store::Statement& row, Date day) {
    Accreditation one{
        .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(0))),
        .org_name = row.string(1),
        .region = parse_region(row.text(2)),
        .number = AccreditationNumber::from_stored(row.string(3)),
        .activities = {},
        .valid = DateRange::of(Date::parse(row.text(5)), Date::parse(row.text(6))),
        .state = {}};
    for (const auto word : text::split(row.text(4), '|')) {
        one.activities.push_back(parse_activity(word));
    }
    one.state = state_on(one.valid, day);
    return one;
}

void where_state(store::Listing& listing, std::string_view state, const std::string& day) {
    if (state == "future") listing.where("a.valid_from > {}", day);
    if (state == "ended") listing.where("a.valid_until < {}", day);
    if (state == "active") listing.where("a.valid_from <= {} AND a.valid_until >= {}", {day, day});
}

}  // namespace

std::optional<AccreditationRow> find_accreditation(store::Db& db, std::int64_t organisation_id,
                                                   Region region) {
    auto& found = db.statement(R"(
        SELECT id, number, activities, valid_from, valid_until FROM accreditation
        WHERE organisation_id = $1 AND region = $2)");
    if (!found.first({organisation_id, name_of(region)})) return std::nullopt;
    AccreditationRow row{
        .id = found.integer(0),
        .organisation_id = organisation_id,
        .number = AccreditationNumber::from_stored(found.string(1)),
        .activities = found.string(2),
        .valid = DateRange::of(Date::parse(found.text(3)), Date::parse(found.text(4)))};
    found.reset();
    return row;
}

std::optional<EnterpriseNumber> company_of(store::Db& db, const AccreditationNumber& number) {
    auto& found = db.statement(R"(
        SELECT o.number FROM accreditation a JOIN organisation o ON o.id = a.organisation_id
        WHERE a.number = $1)");
    if (!found.first({number.text()})) return std::nullopt;
    const auto company =
        EnterpriseNumber::from_stored(static_cast<std::uint64_t>(found.integer(0)));
    found.reset();
    return company;
}

std::int64_t insert_accreditation(store::Db& db, const AccreditationRow& row,
                                  std::int64_t operation) {
    const std::string from = row.valid.first().iso();
    const std::string until = row.valid.last().iso();
    return db
        .statement(R"(
        INSERT INTO accreditation (organisation_id, region, number, activities, valid_from,
                                   valid_until, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        RETURNING id)")
        .insert({row.organisation_id, name_of(row.number.region()), row.number.text(),
                 row.activities, from, until, operation});
}

void change_accreditation(store::Db& db, const AccreditationRow& row) {
    const std::string from = row.valid.first().iso();
    const std::string until = row.valid.last().iso();
    db.statement(R"(
        UPDATE accreditation SET number = $2, activities = $3, valid_from = $4, valid_until = $5
        WHERE id = $1)")
        .run({row.id, row.number.text(), row.activities, from, until});
}

Accreditation shown_accreditation(store::Db& db, std::int64_t id, Date day) {
    auto& row = db.statement(fmt::format("{} WHERE a.id = $1", columns));
    if (!row.first({id})) throw Error(Kind::integrity, "an accreditation is gone");
    Accreditation one = accreditation_from(row, day);
    row.reset();
    return one;
}

std::uint64_t list_accreditations(store::Db& db, const CompanyFilter& filter,
                                  std::optional<std::int64_t> organisation_id,
                                  const access::Sight& sight, Date day,
                                  const Each<Accreditation>& each) {
    store::Listing listing(
        std::string(columns),
        "SELECT count(*) FROM accreditation a JOIN organisation o ON o.id = a.organisation_id");
    if (organisation_id) listing.where("a.organisation_id = {}", *organisation_id);
    if (filter.region) listing.where("a.region = {}", name_of(*filter.region));
    where_state(listing, filter.state, day.iso());
    access::narrow(listing, sight, {.organisation = "a.organisation_id"});
    listing.order(filter.page,
                  {{"org", "o.number, a.region"},
                   {"name", "o.name, o.number, a.region"},
                   {"region", "a.region, o.number"},
                   {"number", "a.number"}},
                  "org");
    return listing.run(
        db, [&](const store::Statement& row) { return each(accreditation_from(row, day)); });
}

}  // namespace dcadmin::secure_zone
