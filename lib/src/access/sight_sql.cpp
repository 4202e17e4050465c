// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"

#include "store/listing.h"

#include <fmt/format.h>

namespace dcadmin::access {

namespace {

// The sites of a manager; its values are the person, the organisation, the day twice, the moment.
constexpr std::string_view sites_held = R"(SELECT m.context_id FROM administrator m
    WHERE m.person_id = {} AND m.organisation_id = {} AND m.context_id <> 0
        AND m.valid_from <= {} AND m.valid_until >= {} AND (m.ended_at = '' OR m.ended_at > {}))";

// Where somebody holds the right that opens the zone; the right, the person, the organisation, the
// moment, the day twice, the moment.
constexpr std::string_view zone_held = R"(@ = 0 OR @ IN (
    SELECT g.context_id
    FROM working_relation r
    JOIN right_grant g ON g.relation_id = r.id
    JOIN right_definition d ON d.id = g.right_id AND d.code = {}
    WHERE r.person_id = {} AND r.organisation_id = {} AND (r.ended_at = '' OR r.ended_at > {})
        AND g.valid_from <= {} AND g.valid_until >= {} AND (g.revoked_at = '' OR g.revoked_at > {})))";

constexpr std::string_view account_organisations = R"((
    NOT EXISTS (SELECT 1 FROM account_organisation x WHERE x.account_id = {})
    OR @ IN (SELECT x.organisation_id FROM account_organisation x WHERE x.account_id = {})))";

// The condition, with the column in the place of @.
std::string about(std::string_view condition, std::string_view column) {
    std::string text(condition);
    for (auto at = text.find('@'); at != std::string::npos; at = text.find('@')) {
        text.replace(at, 1, column);
    }
    return text;
}

constexpr std::string_view belongs = R"((
    @ IN (SELECT r.person_id FROM working_relation r WHERE r.organisation_id = {})
    OR @ IN (SELECT a.person_id FROM administrator a WHERE a.organisation_id = {})))";

constexpr std::string_view works_there = R"(@ IN (
    SELECT r.person_id FROM working_relation r
    JOIN account_organisation x ON x.organisation_id = r.organisation_id
    WHERE x.account_id = {}))";

constexpr std::string_view anywhere =
    "NOT EXISTS (SELECT 1 FROM account_organisation x WHERE x.account_id = {})";

void narrow_sites(store::Listing& listing, const Sight& sight, std::string_view condition) {
    listing.where(condition, {sight.sites_of, sight.organisation, sight.day, sight.day,
                              sight.moment});
}

std::string with_sites(std::string_view before, std::string_view after) {
    return fmt::format("{}{}{}", before, sites_held, after);
}

// Persons who hold, or held, a right at one of the sites.
std::string holds_there(std::string_view person) {
    return with_sites(fmt::format(R"({} IN (
        SELECT w.person_id FROM right_grant h JOIN working_relation w ON w.id = h.relation_id
        WHERE h.context_id IN ()",
                                  person),
                      "))");
}

}  // namespace

void narrow(store::Listing& listing, const Sight& sight, const Columns& columns) {
    if (sight.all) return;
    if (sight.account != 0) {
        if (columns.organisation.empty()) return;
        listing.where(about(account_organisations, columns.organisation),
                      {sight.account, sight.account});
        return;
    }
    if (sight.organisation != 0 && !columns.organisation.empty()) {
        listing.where(std::string(columns.organisation) + " = {}", sight.organisation);
    }
    if (sight.person != 0) {  // rows that are about nobody are not about him
        const std::string_view person = columns.person.empty() ? "NULL" : columns.person;
        listing.where(std::string(person) + " = {}", sight.person);
    }
    if (sight.zone_of != 0 && !columns.context.empty()) {
        listing.where("(" + about(zone_held, columns.context) + ")",
                      {zone_right, sight.zone_of, sight.organisation, sight.moment, sight.day,
                       sight.day, sight.moment});
    }
    if (sight.sites_of == 0) return;
    if (!columns.context.empty()) {
        narrow_sites(listing, sight, with_sites(std::string(columns.context) + " IN (", ")"));
    } else if (!columns.person.empty()) {
        narrow_sites(listing, sight, holds_there(columns.person));
    }
}

void narrow_persons(store::Listing& listing, const Sight& sight, std::string_view person) {
    if (sight.all) return;
    if (sight.account != 0) {
        listing.where(about("(" + std::string(anywhere) + " OR " + std::string(works_there) + ")",
                            person),
                      {sight.account, sight.account});
        return;
    }
    if (sight.person != 0) {
        listing.where(std::string(person) + " = {}", sight.person);
        return;
    }
    listing.where(about(belongs, person), {sight.organisation, sight.organisation});
    if (sight.sites_of != 0) narrow_sites(listing, sight, holds_there(person));
}

}  // namespace dcadmin::access
