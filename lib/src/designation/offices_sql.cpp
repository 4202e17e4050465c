// SPDX-License-Identifier: Apache-2.0
#include "designation/offices_sql.h"

#include "designation/rules.h"
#include "store/listing.h"

#include <stdexcept>

namespace dcadmin::designation {

namespace {

constexpr std::string_view office_columns = R"(
    SELECT id, organisation_id, person_id, role, coalesce(domain_id, 0), context_id, email, phone,
           valid_from, valid_until, ended_at, coalesce(appointer_id, 0), coalesce(request_id, 0),
           reason
    FROM administrator)";

AdministratorRole role_from(std::string_view text) {
    if (text == "chief") return AdministratorRole::chief;
    return text == "cochief" ? AdministratorRole::cochief : AdministratorRole::manager;
}

DateRange period_from(const store::Statement& row, int first) {
    return DateRange::of(Date::parse(row.text(first)), Date::parse(row.text(first + 1)));
}

OfficeRow office_from(const store::Statement& row) {
    return {.id = row.integer(0),
            .organisation_id = row.integer(1),
            .person_id = row.integer(2),
            .role = role_from(row.text(3)),
            .domain_id = row.integer(4),
            .context_id = row.integer(5),
            .email = row.string(6),
            .phone = row.string(7),
            .period = period_from(row, 8),
            .ended_at = row.string(10),
            .appointer_id = row.integer(11),
            .request_id = row.integer(12),
            .reason = row.string(13)};
}

store::Value none_for_zero(std::int64_t id) {
    return id == 0 ? store::Value(nullptr) : store::Value(id);
}

constexpr std::string_view shown_columns = R"(
    SELECT a.id, a.person_id, p.number, p.first_name, p.last_name, o.number, o.name, a.role,
           coalesce(d.code, 'all'), c.kind, c.number, a.email, a.phone, a.valid_from,
           a.valid_until, a.ended_at, coalesce(a.request_id, 0), coalesce(h.first_name, ''),
           coalesce(h.last_name, ''), a.reason)";
constexpr std::string_view shown_tables = R"(
    FROM administrator a
    JOIN person p ON p.id = a.person_id
    JOIN organisation o ON o.id = a.organisation_id
    JOIN context_value c ON c.id = a.context_id
    LEFT JOIN domain d ON d.id = a.domain_id
    LEFT JOIN person h ON h.id = a.appointer_id)";

std::string whole_name(const store::Statement& row, int first) {
    if (row.text(first).empty()) return row.string(first + 1);
    return row.string(first) + " " + row.string(first + 1);
}

Administrator shown_from(const store::Statement& row, Date day, Timestamp moment) {
    Administrator office{
        .id = AdministratorId::from_stored(row.integer(0)),
        .person = PersonId::from_stored(row.integer(1)),
        .number = NationalNumber::from_stored(static_cast<std::uint64_t>(row.integer(2))),
        .name = whole_name(row, 3),
        .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(5))),
        .org_name = row.string(6),
        .role = role_from(row.text(7)),
        .domain = DomainCode::from_stored(row.string(8)),
        .site = {},
        .email = {},
        .phone = {},
        .period = period_from(row, 13),
        .ended_at = {},
        .by_exception = row.integer(16) != 0,
        .appointed_by = whole_name(row, 17),
        .reason = row.string(19)};
    if (row.text(9) == "site") {
        office.site = SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(10)));
    }
    if (!row.text(11).empty()) office.email = EmailAddress::from_stored(row.string(11));
    if (!row.text(12).empty()) office.phone = PhoneNumber::from_stored(row.string(12));
    if (!row.text(15).empty()) office.ended_at = Timestamp::parse(row.text(15));
    office.state = state_of(office.period, office.ended_at, day, moment);
    return office;
}

void where_state(store::Listing& listing, OfficeState state, Date on, Timestamp at) {
    const std::string day = on.iso();
    const std::string moment = at.iso();
    switch (state) {
        case OfficeState::active:
            listing.where(
                "a.valid_from <= {} AND a.valid_until >= {} AND (a.ended_at = '' OR "
                "a.ended_at > {})",
                {day, day, moment});
            return;
        case OfficeState::future:
            listing.where("a.valid_from > {} AND (a.ended_at = '' OR a.ended_at > {})",
                          {day, moment});
            return;
        case OfficeState::ended:
            listing.where("(a.valid_until < {} OR (a.ended_at <> '' AND a.ended_at <= {}))",
                          {day, moment});
            return;
    }
}

}  // namespace

OfficeRow get_office(store::Db& db, std::int64_t id) {
    auto& found = db.statement(std::string(office_columns) + " WHERE id = $1");
    if (!found.first({id})) throw std::logic_error("an office that was just seen is not there");
    OfficeRow office = office_from(found);
    found.reset();
    return office;
}

std::vector<OfficeRow> offices_lasting(store::Db& db, std::int64_t organisation_id, Date day) {
    const std::string on = day.iso();
    auto& rows = db.statement(
        std::string(office_columns) +
        " WHERE organisation_id = $1 AND ended_at = '' AND valid_until >= $2 ORDER BY id");
    rows.bind({organisation_id, on});
    std::vector<OfficeRow> found;
    while (rows.step()) found.push_back(office_from(rows));
    rows.reset();
    return found;
}

std::vector<OfficeRow> all_offices(store::Db& db, std::int64_t organisation_id) {
    auto& rows =
        db.statement(std::string(office_columns) + " WHERE organisation_id = $1 ORDER BY id");
    rows.bind({organisation_id});
    std::vector<OfficeRow> found;
    while (rows.step()) found.push_back(office_from(rows));
    rows.reset();
    return found;
}

std::int64_t insert_office(store::Db& db, const OfficeRow& row, std::int64_t operation) {
    const std::string from = row.period.first().iso();
    const std::string until = row.period.last().iso();
    return db
        .statement(R"(
        INSERT INTO administrator (organisation_id, person_id, role, domain_id, context_id, email,
                                   phone, valid_from, valid_until, ended_at, appointer_id,
                                   request_id, reason, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        RETURNING id)")
        .insert({row.organisation_id, row.person_id, name_of(row.role),
                 none_for_zero(row.domain_id), row.context_id, row.email, row.phone, from, until,
                 row.ended_at, none_for_zero(row.appointer_id), none_for_zero(row.request_id),
                 row.reason, operation});
}

void set_office_until(store::Db& db, std::int64_t id, Date until) {
    const std::string day = until.iso();
    db.statement("UPDATE administrator SET valid_until = $2 WHERE id = $1").run({id, day});
}

void set_office_ended(store::Db& db, std::int64_t id, std::string_view at) {
    db.statement("UPDATE administrator SET ended_at = $2 WHERE id = $1").run({id, at});
}

PersonFacts person_facts(store::Db& db, std::int64_t id) {
    auto& found = db.statement(
        "SELECT id, number, first_name, last_name, email, audit_key FROM person WHERE id = $1");
    if (!found.first({id})) throw std::logic_error("a person who was just seen is not there");
    PersonFacts person{
        .id = found.integer(0),
        .number = NationalNumber::from_stored(static_cast<std::uint64_t>(found.integer(1))),
        .first_name = found.string(2),
        .last_name = found.string(3),
        .email = found.string(4),
        .audit_key = found.string(5)};
    found.reset();
    return person;
}

std::vector<Category> categories_of(store::Db& db, std::int64_t person_id,
                                    std::int64_t organisation_id, Date day, Timestamp now) {
    const std::string on = day.iso();
    const std::string moment = now.iso();
    auto& rows = db.statement(R"(
        SELECT category FROM working_relation
        WHERE person_id = $1 AND organisation_id = $2 AND valid_from <= $3 AND valid_until >= $3
            AND (ended_at = '' OR ended_at > $4)
        ORDER BY id)");
    rows.bind({person_id, organisation_id, on, moment});
    std::vector<Category> found;
    while (rows.step()) found.push_back(parse_category(rows.text(0)));
    rows.reset();
    return found;
}

std::optional<std::int64_t> find_site(store::Db& db, std::int64_t organisation_id,
                                      SiteNumber number) {
    auto& found = db.statement(
        "SELECT id FROM context_value WHERE kind = 'site' AND organisation_id = $1 AND number = "
        "$2");
    if (!found.first({organisation_id, static_cast<std::int64_t>(number.value())})) {
        return std::nullopt;
    }
    const auto id = found.integer(0);
    found.reset();
    return id;
}

std::optional<Timestamp> find_activation(store::Db& db, std::int64_t organisation_id) {
    auto& found = db.statement("SELECT at FROM activation WHERE organisation_id = $1");
    if (!found.first({organisation_id})) return std::nullopt;
    const auto at = Timestamp::parse(found.text(0));
    found.reset();
    return at;
}

void insert_activation(store::Db& db, std::int64_t organisation_id, std::string_view at,
                       std::int64_t operation) {
    db.statement("INSERT INTO activation (organisation_id, at, operation_id) VALUES ($1, $2, $3)")
        .run({organisation_id, at, operation});
}

std::uint64_t list_offices(store::Db& db, const OfficeQuery& query,
                           const access::Sight& sight, const Each<Administrator>& each) {
    store::Listing listing(std::string(shown_columns) + std::string(shown_tables),
                           "SELECT count(*) FROM administrator a");
    if (query.organisation_id) listing.where("a.organisation_id = {}", *query.organisation_id);
    if (query.person_id) listing.where("a.person_id = {}", *query.person_id);
    access::narrow(listing, sight,
                   {.organisation = "a.organisation_id", .person = "a.person_id"});
    if (query.filter.role) listing.where("a.role = {}", name_of(*query.filter.role));
    if (query.domain_id) {
        listing.where("(a.domain_id IS NULL OR a.domain_id = {})", *query.domain_id);
    }
    if (query.filter.state) where_state(listing, *query.filter.state, query.day, query.moment);
    listing.order(query.filter.page,
                  {{"id", "a.id"},
                   {"name", "a.person_id, a.id"},
                   {"org", "a.organisation_id, a.id"},
                   {"from", "a.valid_from, a.id"},
                   {"until", "a.valid_until, a.id"}},
                  "id");
    return listing.run(db, [&](const store::Statement& row) {
        return each(shown_from(row, query.day, query.moment));
    });
}

Administrator shown_office(store::Db& db, std::int64_t id, Date day, Timestamp moment) {
    auto& found =
        db.statement(std::string(shown_columns) + std::string(shown_tables) + " WHERE a.id = $1");
    if (!found.first({id})) throw std::logic_error("an office that was just seen is not there");
    Administrator office = shown_from(found, day, moment);
    found.reset();
    return office;
}

std::uint64_t list_without_chief(store::Db& db, const OrganisationFilter& filter,
                                 std::optional<std::int64_t> parent_id, const Moment& moment,
                                 const access::Sight& sight, const Each<Organisation>& each) {
    store::Listing listing(R"(
        SELECT o.number, o.name, p.number, o.language
        FROM organisation o LEFT JOIN organisation p ON p.id = o.parent_id)",
                           "SELECT count(*) FROM organisation o");
    if (!listing.search_number("o.number", filter.text, {10})) {
        listing.search("o.folded", filter.text);
    }
    if (parent_id) listing.where("o.parent_id = {}", *parent_id);
    access::narrow(listing, sight, {.organisation = "o.id"});
    const std::string on = moment.day.iso();
    const std::string at = moment.at.iso();
    listing.where(R"(NOT EXISTS (
        SELECT 1 FROM administrator a
        WHERE a.organisation_id = o.id AND a.role = 'chief' AND a.valid_from <= {}
            AND a.valid_until >= {} AND (a.ended_at = '' OR a.ended_at > {})))",
                  {on, on, at});
    listing.order(filter.page, {{"name", "o.folded, o.id"}, {"number", "o.number"}}, "name");
    return listing.run(db, [&](const store::Statement& row) {
        Organisation organisation{
            .number = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(0))),
            .name = row.string(1),
            .parent = {},
            .language = parse_language(row.text(3))};
        if (!row.is_null(2)) {
            organisation.parent =
                EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(2)));
        }
        return each(organisation);
    });
}

}  // namespace dcadmin::designation
