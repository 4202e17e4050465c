// SPDX-License-Identifier: Apache-2.0
#include "rights/grants_sql.h"

#include "persons/find.h"
#include "store/listing.h"

#include <fmt/format.h>

namespace dcadmin::rights {

namespace {

constexpr std::string_view from_tables = R"(
    FROM right_grant g
    JOIN working_relation r ON r.id = g.relation_id
    JOIN person p ON p.id = r.person_id
    JOIN organisation o ON o.id = r.organisation_id
    JOIN right_definition d ON d.id = g.right_id
    JOIN context_value c ON c.id = g.context_id
    JOIN operation op ON op.id = g.operation_id)";

constexpr std::string_view columns = R"(
    SELECT g.id, p.id, p.number, p.first_name, p.last_name, o.number, d.code, d.title_nl, c.kind,
           c.number, c.code, c.name, g.valid_from, g.valid_until, g.revoked_at, g.reason,
           op.user_name, op.claimed, op.at, r.id, op.key_used)";

// On day $1, at moment $2.
constexpr std::string_view relation_runs = R"(
    r.valid_from <= $1 AND r.valid_until >= $1 AND (r.ended_at = '' OR r.ended_at > $2))";
constexpr std::string_view administered = R"(
    SELECT 1 FROM administrator a
    WHERE a.organisation_id = r.organisation_id AND a.valid_from <= $1 AND a.valid_until >= $1
        AND (a.ended_at = '' OR a.ended_at > $2))";

std::optional<ContextValue> context_of(const store::Statement& row) {
    if (row.text(8) == "site") {
        return SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(9)));
    }
    if (row.text(8) == "role") return RoleCode::from_stored(row.string(10));
    return std::nullopt;
}

std::string granted_by(const store::Statement& row) {
    if (row.is_null(17)) return row.string(16);
    if (!row.text(20).empty()) return fmt::format("p-{}", row.integer(17));
    return fmt::format("p-{} (claimed, by {})", row.integer(17), row.text(16));
}

Grant read_grant(const store::Statement& row, const AsOf& as_of) {
    Grant grant{.id = GrantId::from_stored(row.integer(0)),
                .person = PersonId::from_stored(row.integer(1)),
                .number = persons::number_of(row.integer(2)),
                .name = row.integer(2) > 0 ? fmt::format("{} {}", row.text(3), row.text(4))
                                           : std::string(persons::erased_name),
                .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(5))),
                .right = RightCode::from_stored(row.string(6)),
                .right_title = row.string(7),
                .context = context_of(row),
                .context_name = row.string(11),
                .period = DateRange::of(Date::parse(row.text(12)), Date::parse(row.text(13))),
                .revoked_at = {},
                .state = GrantState::active,
                .reason = row.string(15),
                .granted_by = granted_by(row),
                .granted_at = Timestamp::parse(row.text(18)),
                .relation = RelationId::from_stored(row.integer(19))};
    if (!row.text(14).empty()) grant.revoked_at = Timestamp::parse(row.text(14));
    grant.state = state_of(grant.period, grant.revoked_at, as_of.day, as_of.moment);
    return grant;
}

void where_state(store::Listing& listing, GrantState state, const AsOf& as_of) {
    const std::string day = as_of.day.iso();
    const std::string moment = as_of.moment.iso();
    if (state == GrantState::revoked) {
        listing.where("g.revoked_at <> '' AND g.revoked_at <= {}", moment);
        return;
    }
    listing.where("(g.revoked_at = '' OR g.revoked_at > {})", moment);
    if (state == GrantState::future) listing.where("g.valid_from > {}", day);
    if (state == GrantState::ended) listing.where("g.valid_until < {}", day);
    if (state == GrantState::active) {
        listing.where("g.valid_from <= {} AND g.valid_until >= {}", {day, day});
    }
}

constexpr access::Columns seen_by{.organisation = "r.organisation_id",
                                  .person = "r.person_id",
                                  .context = "g.context_id"};

void where_context(store::Listing& listing, const ContextValue& context) {
    if (const auto* site = std::get_if<SiteNumber>(&context)) {
        listing.where("c.number = {}", static_cast<std::int64_t>(site->value()));
    } else {
        listing.where("c.kind = 'role' AND c.code = {}", std::get<RoleCode>(context).text());
    }
}

void where_person(store::Listing& listing, const PersonRef& person) {
    if (const auto* id = std::get_if<PersonId>(&person)) {
        listing.where("r.person_id = {}", id->value());
    } else {
        listing.where("p.number = {}",
                      static_cast<std::int64_t>(std::get<NationalNumber>(person).value()));
    }
}

}  // namespace

std::int64_t insert_grant(store::Db& db, const GrantRow& grant) {
    return db
        .statement(R"(
        INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until,
                                 first_until, revoked_at, reason, operation_id)
        VALUES ($1, $2, $3, $4, $5, NULL, '', $6, $7)
        RETURNING id)")
        .insert({grant.relation_id, grant.right_id, grant.context_id, grant.from, grant.until,
                 grant.reason, grant.operation_id});
}

GrantInsert::GrantInsert(store::Db& db)
    : grants_(
          db.append_to("right_grant", {"id", "relation_id", "right_id", "context_id", "valid_from",
                                       "valid_until", "revoked_at", "reason", "operation_id"})) {}

void GrantInsert::insert(std::int64_t id, const GrantRow& grant) {
    grants_->add({id, grant.relation_id, grant.right_id, grant.context_id, grant.from, grant.until,
                  std::string_view(""), grant.reason, grant.operation_id});
}

store::IdStock take_grant_ids(store::Db& db, std::uint64_t count) {
    return db.take_ids("right_grant", static_cast<std::int64_t>(count));
}

std::vector<StoredGrant> grants_of(store::Db& db, std::int64_t relation_id, std::int64_t right_id) {
    std::vector<StoredGrant> grants;
    auto& rows = db.statement(R"(
        SELECT id, context_id, valid_from, valid_until, revoked_at
        FROM right_grant WHERE relation_id = $1 AND right_id = $2
        ORDER BY valid_from, id)");
    rows.bind({relation_id, right_id});
    while (rows.step()) {
        grants.push_back({{.id = rows.integer(0),
                           .relation_id = relation_id,
                           .right_id = right_id,
                           .context_id = rows.integer(1),
                           .from = Date::parse(rows.text(2)),
                           .until = Date::parse(rows.text(3))},
                          rows.string(3),
                          rows.string(4)});
    }
    rows.reset();
    return grants;
}

void update_state(store::Db& db, std::int64_t id, std::string_view until,
                  std::string_view revoked_at) {
    db.statement(R"(
        UPDATE right_grant
        SET first_until = coalesce(first_until, valid_until), valid_until = $2, revoked_at = $3
        WHERE id = $1)")
        .run({id, until, revoked_at});
}

AsOf as_of(std::optional<Date> at, const Clock& clock) {
    const Timestamp now = clock.now();
    const Date today = now.brussels_day();
    if (!at || *at == today) return {today, now};
    return {*at, Timestamp::from_seconds(Timestamp::end_of(*at).seconds() - 1)};
}

std::uint64_t list_grants(store::Db& db, const GrantFilter& filter, const AsOf& as_of,
                          const access::Sight& sight, const Each<Grant>& each) {
    store::Listing listing(fmt::format("{}{}", columns, from_tables),
                           fmt::format("SELECT count(*){}", from_tables));
    if (filter.person) where_person(listing, *filter.person);
    if (filter.org) listing.where("o.number = {}", static_cast<std::int64_t>(filter.org->value()));
    if (filter.right) listing.where("d.code = {}", filter.right->text());
    if (filter.context) where_context(listing, *filter.context);
    if (filter.state) where_state(listing, *filter.state, as_of);
    access::narrow(listing, sight, seen_by);
    listing.order(filter.page,
                  {{"id", "g.id"},
                   {"name", "p.last_name, p.first_name, g.id"},
                   {"org", "o.number, g.id"},
                   {"right", "d.code, g.id"},
                   {"from", "g.valid_from, g.id"},
                   {"until", "g.valid_until, g.id"}},
                  "id");
    return listing.run(db,
                       [&](const store::Statement& row) { return each(read_grant(row, as_of)); });
}

std::uint64_t list_orphans(store::Db& db, const OrphanFilter& filter, const AsOf& as_of,
                          const access::Sight& sight, const Each<OrphanGrant>& each) {
    const std::string day = as_of.day.iso();
    const std::string moment = as_of.moment.iso();
    store::Listing listing(
        fmt::format("{}, CASE WHEN {} THEN 1 ELSE 0 END{}", columns, relation_runs, from_tables),
        fmt::format("SELECT count(*){}", from_tables), {day, moment});
    access::narrow(listing, sight, seen_by);
    listing.where("g.valid_from <= $1 AND g.valid_until >= $1");
    listing.where("(g.revoked_at = '' OR g.revoked_at > $2)");
    listing.where(fmt::format("(NOT ({}) OR NOT EXISTS ({}))", relation_runs, administered));
    if (filter.org) listing.where("o.number = {}", static_cast<std::int64_t>(filter.org->value()));
    listing.order(filter.page,
                  {{"id", "g.id"}, {"org", "o.number, g.id"}, {"until", "g.valid_until, g.id"}},
                  "id");
    return listing.run(db, [&](const store::Statement& row) {
        return each({read_grant(row, as_of),
                     row.integer(21) == 0 ? "no working relation" : "no administrator"});
    });
}

std::optional<Grant> find_grant(store::Db& db, std::int64_t id, const AsOf& as_of) {
    store::Listing listing(fmt::format("{}{}", columns, from_tables), {});
    listing.where("g.id = {}", id);
    std::optional<Grant> found;
    listing.run(db, [&](const store::Statement& row) {
        found.emplace(read_grant(row, as_of));
        return true;  // there is no other, and nothing to count
    });
    return found;
}

}  // namespace dcadmin::rights
