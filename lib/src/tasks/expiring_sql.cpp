// SPDX-License-Identifier: Apache-2.0
#include "tasks/expiring_sql.h"

#include "store/listing.h"
#include "tasks/ends_sql.h"

#include <fmt/format.h>

namespace dcadmin::tasks {

namespace {

// What has no end sorts behind all that has one.
constexpr std::string_view expiring_grants = R"(
    SELECT 'right' AS kind, 'g-' || g.id AS ident, r.person_id AS person_id,
           r.organisation_id AS organisation_id, g.valid_until AS due, d.title_nl AS words,
           c.code AS detail
    FROM right_grant g
    JOIN working_relation r ON r.id = g.relation_id
    JOIN right_definition d ON d.id = g.right_id
    JOIN context_value c ON c.id = g.context_id
    WHERE)";

constexpr std::string_view expiring_relations = R"(
    SELECT 'relation', 'r-' || r.id, r.person_id, r.organisation_id, r.valid_until, r.category,
           r.audience
    FROM working_relation r
    WHERE)";

constexpr std::string_view expiring_offices = R"(
    SELECT 'office', 'a-' || a.id, a.person_id, a.organisation_id, a.valid_until, a.role,
           coalesce(m.name_nl, '')
    FROM administrator a
    LEFT JOIN domain m ON m.id = a.domain_id
    WHERE a.valid_until < $2
        AND NOT EXISTS (
            SELECT 1 FROM administrator n
            WHERE n.organisation_id = a.organisation_id AND n.person_id = a.person_id
                AND n.role = a.role AND coalesce(n.domain_id, 0) = coalesce(a.domain_id, 0)
                AND n.context_id = a.context_id AND n.ended_at = ''
                AND n.valid_from > a.valid_until AND n.valid_from <= $2)
        AND)";

constexpr std::string_view lone_chiefs = R"(
    SELECT 'lone-chief', 'a-' || a.id, a.person_id, a.organisation_id, '9999-12-31', a.role, ''
    FROM administrator a
    WHERE a.role = 'chief'
        AND NOT EXISTS (
            SELECT 1 FROM administrator n
            WHERE n.organisation_id = a.organisation_id AND n.role = 'cochief'
                AND n.valid_from <= $1 AND n.valid_until >= $1
                AND (n.ended_at = '' OR n.ended_at > $3))
        AND)";

constexpr std::string_view expiring_accreditations = R"(
    SELECT 'accreditation', a.number, NULL, a.organisation_id, a.valid_until, a.region, ''
    FROM accreditation a
    WHERE a.valid_until >= $1 AND a.valid_until < $2)";

// Nobody is told when a program may do its work no longer; it fails.
constexpr std::string_view expiring_accounts = R"(
    SELECT 'account', a.name, NULL, NULL, a.valid_until, a.operations, ''
    FROM account a
    WHERE a.valid_until >= $1 AND a.valid_until < $2 AND a.retired_at = '')";

std::string all_expiring() {
    return fmt::format(
        "{} {} UNION ALL {} {} UNION ALL {} {} UNION ALL {} {} UNION ALL {} UNION ALL {}",
        expiring_grants, grant_ends, expiring_relations, relation_ends, expiring_offices,
        office_held, lone_chiefs, office_held, expiring_accreditations, expiring_accounts);
}

std::string_view office_words(std::string_view role) {
    if (role == "chief") return "chief access administrator";
    return role == "cochief" ? "co-chief access administrator" : "access administrator";
}

std::string what_of(std::string_view kind, std::string_view words, std::string_view detail) {
    if (kind == "right") {
        return detail.empty() ? std::string(words) : fmt::format("{} at {}", words, detail);
    }
    if (kind == "relation") return fmt::format("working relation as {} ({})", words, detail);
    if (kind == "accreditation") return fmt::format("accreditation in {}", words);
    if (kind == "account") return fmt::format("service account for {}", words);
    if (kind == "lone-chief") return "no co-chief: nobody stands in";
    return detail.empty() ? std::string(office_words(words))
                          : fmt::format("{} of {}", office_words(words), detail);
}

Expiring expiring_from(const store::Statement& row, Date today) {
    Expiring one{.kind = row.string(0),
                 .id = row.string(1),
                 .person = {},
                 .name = {},
                 .org = {},
                 .org_name = {},
                 .what = what_of(row.text(0), row.text(8), row.text(9)),
                 .until = {},
                 .days_left = {}};
    if (!row.is_null(2)) {
        one.person = PersonId::from_stored(row.integer(2));
        one.name = fmt::format("{} {}", row.text(3), row.text(4));
    }
    if (!row.is_null(5)) {
        one.org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(5)));
        one.org_name = row.string(6);
    }
    if (one.kind != "lone-chief") {
        one.until = Date::parse(row.text(7));
        one.days_left = one.until->days() - today.days();
    }
    return one;
}

}  // namespace

std::uint64_t list_expiring(store::Db& db, const ExpiringQuery& query, const Each<Expiring>& each) {
    const std::string all = all_expiring();
    const Window& window = query.window;
    const std::string today = window.day.iso();
    const std::string before = window.before.iso();
    const std::string at = window.moment.iso();
    store::Listing listing(fmt::format(R"(
        SELECT t.kind, t.ident, t.person_id, p.first_name, p.last_name, o.number, o.name, t.due,
               t.words, t.detail
        FROM ({}) t
        LEFT JOIN person p ON p.id = t.person_id
        LEFT JOIN organisation o ON o.id = t.organisation_id)",
                                       all),
                           fmt::format("SELECT count(*) FROM ({}) t", all), {today, before, at});
    if (query.organisation_id) listing.where("t.organisation_id = {}", *query.organisation_id);
    // Accounts are the issuer's own: who sees a part sees none of them.
    if (!query.sight.all) listing.where("t.kind <> 'account'");
    access::narrow(listing, query.sight,
                   {.organisation = "t.organisation_id", .person = "t.person_id"});
    if (query.only) {
        const std::string day = query.only->day.iso();
        const std::string moment = query.only->moment.iso();
        listing.where(administered_by, {query.only->person_id, day, day, moment});
    }
    listing.order(query.filter.page,
                  {{"until", "t.due, t.kind, t.ident"},
                   {"org", "o.number, t.due, t.kind, t.ident"},
                   {"kind", "t.kind, t.due, t.ident"}},
                  "until");
    return listing.run(
        db, [&](const store::Statement& row) { return each(expiring_from(row, window.day)); });
}

}  // namespace dcadmin::tasks
