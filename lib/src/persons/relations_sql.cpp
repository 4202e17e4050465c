// SPDX-License-Identifier: Apache-2.0
#include "persons/relations_sql.h"

#include "persons/find.h"
#include "store/listing.h"

namespace dcadmin::persons {

namespace {

constexpr std::string_view relation_columns = R"(
        SELECT r.id, r.person_id, p.number, p.first_name || ' ' || p.last_name, o.number, o.name,
               r.audience, r.category, r.email, r.phone, r.valid_from, r.valid_until, r.ended_at,
               r.reason
        FROM working_relation r
        JOIN person p ON p.id = r.person_id
        JOIN organisation o ON o.id = r.organisation_id)";

DateRange period_from(const store::Statement& row, int first) {
    return DateRange::of(Date::parse(row.text(first)), Date::parse(row.text(first + 1)));
}

std::uint64_t number_from(const store::Statement& row, int column) {
    return static_cast<std::uint64_t>(row.integer(column));
}

// Columns as relation_columns has them.
Relation relation_from(const store::Statement& row, Date day, Timestamp moment) {
    const DateRange period = period_from(row, 10);
    std::optional<Timestamp> ended_at;
    if (!row.text(12).empty()) ended_at = Timestamp::parse(row.text(12));
    Relation relation{.id = RelationId::from_stored(row.integer(0)),
                      .person = PersonId::from_stored(row.integer(1)),
                      .number = number_of(row.integer(2)),
                      .name = row.integer(2) > 0 ? row.string(3) : std::string(erased_name),
                      .org = EnterpriseNumber::from_stored(number_from(row, 4)),
                      .org_name = row.string(5),
                      .audience = parse_audience(row.text(6)),
                      .category = parse_category(row.text(7)),
                      .email = {},
                      .phone = {},
                      .period = period,
                      .ended_at = ended_at,
                      .state = state_of(period, ended_at, day, moment),
                      .reason = row.string(13)};
    if (!row.text(8).empty()) relation.email = EmailAddress::from_stored(row.string(8));
    if (!row.text(9).empty()) relation.phone = PhoneNumber::from_stored(row.string(9));
    return relation;
}

void require_state(store::Listing& listing, RelationState state, const std::string& day,
                   const std::string& moment) {
    switch (state) {
        case RelationState::active:
            listing.where("r.valid_from <= {} AND r.valid_until >= {}", {day, day});
            listing.where("(r.ended_at = '' OR r.ended_at > {})", moment);
            return;
        case RelationState::future:
            listing.where("r.valid_from > {}", day);
            listing.where("(r.ended_at = '' OR r.ended_at > {})", moment);
            return;
        case RelationState::ended:
            listing.where("(r.valid_until < {} OR (r.ended_at <> '' AND r.ended_at <= {}))",
                          {day, moment});
            return;
    }
}

}  // namespace

std::optional<CategoryRule> find_category_rule(store::Db& db, Audience audience, Category category,
                                               Date on) {
    const std::string day = on.iso();
    auto& found = db.statement(R"(
        SELECT max_term, email_required, phone_required
        FROM category_rule
        WHERE audience = $1 AND category = $2 AND valid_from <= $3 AND valid_until >= $3)");
    if (!found.first({name_of(audience), name_of(category), day})) return std::nullopt;
    const CategoryRule rule{.max_term = Term::parse(found.text(0)),
                            .email_required = found.integer(1) != 0,
                            .phone_required = found.integer(2) != 0};
    found.reset();
    return rule;
}

std::vector<std::string> categories_of(store::Db& db, Audience audience, Date on) {
    const std::string day = on.iso();
    std::vector<std::string> categories;
    auto& rows = db.statement(R"(
        SELECT category FROM category_rule
        WHERE audience = $1 AND valid_from <= $2 AND valid_until >= $2
        ORDER BY category)");
    rows.bind({name_of(audience), day});
    while (rows.step()) categories.push_back(rows.string(0));
    rows.reset();
    return categories;
}

std::vector<RelationRow> find_relations(store::Db& db, std::int64_t person_id,
                                        std::int64_t organisation_id) {
    std::vector<RelationRow> found;
    auto& rows = db.statement(R"(
        SELECT id, audience, category, email, phone, valid_from, valid_until, ended_at, reason
        FROM working_relation
        WHERE person_id = $1 AND organisation_id = $2
        ORDER BY valid_from, id)");
    rows.bind({person_id, organisation_id});
    while (rows.step()) {
        found.push_back({.id = rows.integer(0),
                         .person_id = person_id,
                         .organisation_id = organisation_id,
                         .audience = parse_audience(rows.text(1)),
                         .category = parse_category(rows.text(2)),
                         .email = rows.string(3),
                         .phone = rows.string(4),
                         .period = period_from(rows, 5),
                         .ended_at = rows.string(7),
                         .reason = rows.string(8)});
    }
    rows.reset();
    return found;
}

std::int64_t insert_relation(store::Db& db, const RelationRow& row, std::int64_t operation) {
    const std::string from = row.period.first().iso();
    const std::string until = row.period.last().iso();
    return db
        .statement(R"(
        INSERT INTO working_relation (person_id, organisation_id, audience, category, email, phone,
                                      valid_from, valid_until, ended_at, reason, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', $9, $10)
        RETURNING id)")
        .insert({row.person_id, row.organisation_id, name_of(row.audience), name_of(row.category),
                 row.email, row.phone, from, until, row.reason, operation});
}

void set_until(store::Db& db, std::int64_t relation_id, Date until) {
    const std::string day = until.iso();
    db.statement("UPDATE working_relation SET valid_until = $2 WHERE id = $1")
        .run({relation_id, day});
}

void set_contact(store::Db& db, const RelationRow& row) {
    db.statement("UPDATE working_relation SET email = $2, phone = $3 WHERE id = $1")
        .run({row.id, row.email, row.phone});
}

void set_ended(store::Db& db, std::int64_t relation_id, std::string_view at) {
    db.statement("UPDATE working_relation SET ended_at = $2 WHERE id = $1").run({relation_id, at});
}

std::vector<LastingGrant> grants_lasting(store::Db& db, std::int64_t relation_id, Date day,
                                         std::string_view now) {
    const std::string last = day.iso();
    std::vector<LastingGrant> grants;
    auto& rows = db.statement(R"(
        SELECT id, valid_from, valid_until, revoked_at
        FROM right_grant
        WHERE relation_id = $1 AND valid_until >= $2 AND (revoked_at = '' OR revoked_at > $3)
        ORDER BY id)");
    rows.bind({relation_id, last, now});
    while (rows.step()) {
        grants.push_back({.id = rows.integer(0),
                          .valid_from = Date::parse(rows.text(1)),
                          .valid_until = rows.string(2),
                          .revoked_at = rows.string(3)});
    }
    rows.reset();
    return grants;
}

GrantNames names_of_grant(store::Db& db, std::int64_t grant_id) {
    auto& found = db.statement(R"(
        SELECT d.code, c.code, d.max_term
        FROM right_grant g
        JOIN right_definition d ON d.id = g.right_id
        JOIN context_value c ON c.id = g.context_id
        WHERE g.id = $1)");
    if (!found.first({grant_id})) throw Error(Kind::integrity, "a grant names what is not there");
    GrantNames names{found.string(0), found.string(1), Term::parse(found.text(2))};
    found.reset();
    return names;
}

void cut_grant(store::Db& db, std::int64_t grant_id, Date until) {
    const std::string day = until.iso();
    db.statement(R"(
        UPDATE right_grant SET first_until = COALESCE(first_until, valid_until), valid_until = $2
        WHERE id = $1)")
        .run({grant_id, day});
}

void revoke_grant(store::Db& db, std::int64_t grant_id, std::string_view at) {
    db.statement("UPDATE right_grant SET revoked_at = $2 WHERE id = $1").run({grant_id, at});
}

std::uint64_t list_relations(store::Db& db, const RelationQuery& query,
                             const Each<Relation>& each) {
    const RelationFilter& filter = query.filter;
    store::Listing listing(std::string(relation_columns),
                           "SELECT count(*) FROM working_relation r");
    if (query.person_id) listing.where("r.person_id = {}", *query.person_id);
    if (query.organisation_id) listing.where("r.organisation_id = {}", *query.organisation_id);
    access::narrow(listing, query.sight,
                   {.organisation = "r.organisation_id", .person = "r.person_id"});
    if (filter.audience) listing.where("r.audience = {}", name_of(*filter.audience));
    if (filter.category) listing.where("r.category = {}", name_of(*filter.category));
    if (filter.state) {
        require_state(listing, *filter.state, query.day.iso(), query.moment.iso());
    }
    listing.order(filter.page,
                  {{"id", "r.id"},
                   {"name", "p.folded, r.id"},
                   {"org", "o.number, r.id"},
                   {"from", "r.valid_from, r.id"},
                   {"until", "r.valid_until, r.id"}},
                  "id");
    return listing.run(db, [&](const store::Statement& row) {
        return each(relation_from(row, query.day, query.moment));
    });
}

std::optional<Relation> find_relation(store::Db& db, RelationId id, Date day, Timestamp moment) {
    const std::string sql = std::string(relation_columns) + " WHERE r.id = $1";
    auto& found = db.statement(sql);
    if (!found.first({id.value()})) return std::nullopt;
    Relation relation = relation_from(found, day, moment);
    found.reset();
    return relation;
}

}  // namespace dcadmin::persons
