// SPDX-License-Identifier: Apache-2.0
#include "organisations/organisations_sql.h"

#include <dcadmin/base/text.h>

#include "organisations/find.h"
#include "store/listing.h"

namespace dcadmin::organisations {

namespace {

std::int64_t stored(EnterpriseNumber number) {
    return static_cast<std::int64_t>(number.value());
}

EnterpriseNumber enterprise(const store::Statement& row, int column) {
    return EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(column)));
}

// Columns: number, name, the parent's number, language.
Organisation organisation_from(const store::Statement& row, int first) {
    Organisation organisation{.number = enterprise(row, first),
                              .name = row.string(first + 1),
                              .parent = {},
                              .language = parse_language(row.text(first + 3))};
    if (!row.is_null(first + 2)) organisation.parent = enterprise(row, first + 2);
    return organisation;
}

// Columns: the organisation's number, number, name.
Site site_from(const store::Statement& row) {
    return {.org = enterprise(row, 0),
            .number = SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
            .name = row.string(2)};
}

}  // namespace

std::optional<Found> find(store::Db& db, EnterpriseNumber number) {
    auto& found = db.statement("SELECT id, name FROM organisation WHERE number = $1");
    if (!found.first({stored(number)})) return std::nullopt;
    Found organisation{found.integer(0), found.string(1)};
    found.reset();
    return organisation;
}

std::optional<StoredOrganisation> find_organisation(store::Db& db, EnterpriseNumber number) {
    auto& found = db.statement(R"(
        SELECT o.id, o.number, o.name, p.number, o.language
        FROM organisation o LEFT JOIN organisation p ON p.id = o.parent_id
        WHERE o.number = $1)");
    if (!found.first({stored(number)})) return std::nullopt;
    StoredOrganisation organisation{found.integer(0), organisation_from(found, 1)};
    found.reset();
    return organisation;
}

std::int64_t insert_organisation(store::Db& db, const Organisation& organisation,
                                 std::int64_t parent_id) {
    const std::string folded = text::folded(organisation.name);
    return db
        .statement(R"(
        INSERT INTO organisation (number, name, folded, parent_id, language)
        VALUES ($1, $2, $3, $4, $5)
        RETURNING id)")
        .insert({stored(organisation.number), organisation.name, folded,
                 parent_id == 0 ? store::Value(nullptr) : store::Value(parent_id),
                 name_of(organisation.language)});
}

std::uint64_t list_organisations(store::Db& db, const OrganisationFilter& filter,
                                 std::optional<std::int64_t> parent_id,
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
    listing.order(filter.page, {{"name", "o.folded, o.id"}, {"number", "o.number"}}, "name");
    return listing.run(
        db, [&](const store::Statement& row) { return each(organisation_from(row, 0)); });
}

std::vector<Site> find_sites(store::Db& db, SiteNumber number) {
    auto& found = db.statement(R"(
        SELECT o.number, c.number, c.name
        FROM context_value c JOIN organisation o ON o.id = c.organisation_id
        WHERE c.kind = 'site' AND c.number = $1
        ORDER BY o.number)");
    found.bind({static_cast<std::int64_t>(number.value())});
    std::vector<Site> sites;
    while (found.step()) sites.push_back(site_from(found));
    found.reset();
    return sites;
}

std::int64_t insert_site(store::Db& db, std::int64_t organisation_id, const Site& site) {
    const std::string folded = text::folded(site.name);
    const std::string code = site.number.digits();
    return db
        .statement(R"(
        INSERT INTO context_value (kind, organisation_id, number, code, name, folded)
        VALUES ('site', $1, $2, $3, $4, $5)
        RETURNING id)")
        .insert({organisation_id, static_cast<std::int64_t>(site.number.value()), code, site.name,
                 folded});
}

std::uint64_t list_sites(store::Db& db, const SiteFilter& filter,
                         std::optional<std::int64_t> organisation_id,
                         const access::Sight& sight, const Each<Site>& each) {
    store::Listing listing(R"(
        SELECT o.number, c.number, c.name
        FROM context_value c JOIN organisation o ON o.id = c.organisation_id)",
                           R"(
        SELECT count(*)
        FROM context_value c JOIN organisation o ON o.id = c.organisation_id)");
    listing.where("c.kind = 'site'");
    if (organisation_id) listing.where("c.organisation_id = {}", *organisation_id);
    access::narrow(listing, sight, {.organisation = "c.organisation_id"});
    if (!listing.search_number("c.number", filter.text, {10, 12})) {
        listing.search("c.folded", filter.text);
    }
    listing.order(filter.page,
                  {{"name", "c.folded, c.id"},
                   {"number", "c.number, c.id"},
                   {"org", "o.number, c.folded, c.id"}},
                  "name");
    return listing.run(db, [&](const store::Statement& row) { return each(site_from(row)); });
}

}  // namespace dcadmin::organisations
