// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/refunds/blocks_sql.h"

#include "store/listing.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

#include <string_view>

namespace dcadmin::secure_zone {

namespace {

// An issuance that a block concerns and keeps from being paid.
constexpr std::string_view concerned = R"(
    i.organisation_id = b.organisation_id AND i.region = b.region AND i.state = 'blocked'
        AND (b.issuance_id = 0 OR b.issuance_id = i.id))";

std::string block_columns() {
    return fmt::format(R"(
        SELECT b.id, o.number, o.name, b.region, b.issuance_id, b.cause, b.since, b.released_at,
               (SELECT count(*) FROM issuance i WHERE b.released_at = '' AND {0}),
               (SELECT CAST(coalesce(sum(i.vouchers), 0) AS BIGINT) FROM issuance i
                WHERE b.released_at = '' AND {0}),
               (SELECT CAST(coalesce(sum(r.cents), 0) AS BIGINT)
                FROM issuance i JOIN refund r ON r.issuance_id = i.id
                WHERE b.released_at = '' AND {0})
        FROM block b JOIN organisation o ON o.id = b.organisation_id)",
                       concerned);
}

std::string blocked_tables() {
    return fmt::format(R"(
        FROM block b
        JOIN organisation o ON o.id = b.organisation_id
        JOIN issuance i ON {}
        JOIN refund r ON r.issuance_id = i.id)",
                       concerned);
}

Block block_from(const store::Statement& row) {
    Block one{.id = BlockId::from_stored(row.integer(0)),
              .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
              .org_name = row.string(2),
              .region = parse_region(row.text(3)),
              .issuance = {},
              .cause = parse_block_cause(row.text(5)),
              .since = Date::parse(row.text(6)),
              .released = !row.text(7).empty(),
              .issuances = row.integer(8),
              .vouchers = row.integer(9),
              .amount = Money::from_cents(row.integer(10))};
    if (row.integer(4) != 0) one.issuance = IssuanceId::from_stored(row.integer(4));
    return one;
}

void where(store::Listing& listing, const BlockFilter& filter,
           std::optional<std::int64_t> organisation_id, const access::Sight& sight) {
    listing.where("b.released_at = ''");
    if (organisation_id) listing.where("b.organisation_id = {}", *organisation_id);
    if (filter.region) listing.where("b.region = {}", name_of(*filter.region));
    if (filter.cause) listing.where("b.cause = {}", name_of(*filter.cause));
    access::narrow(listing, sight, {.organisation = "b.organisation_id"});
}

}  // namespace

std::optional<BlockRow> find_block(store::Db& db, const BlockRow& like) {
    auto& found = db.statement(R"(
        SELECT id, since, released_at FROM block
        WHERE organisation_id = $1 AND region = $2 AND issuance_id = $3 AND cause = $4
        ORDER BY id DESC LIMIT 1)");
    if (!found.first(
            {like.organisation_id, name_of(like.region), like.issuance_id, name_of(like.cause)})) {
        return std::nullopt;
    }
    BlockRow row = like;
    row.id = found.integer(0);
    row.since = found.string(1);
    row.released_at = found.string(2);
    found.reset();
    return row;
}

std::int64_t insert_block(store::Db& db, const BlockRow& row, std::int64_t operation) {
    return db
        .statement(R"(
        INSERT INTO block (organisation_id, region, issuance_id, cause, since, released_at,
                           operation_id)
        VALUES ($1, $2, $3, $4, $5, '', $6)
        RETURNING id)")
        .insert({row.organisation_id, name_of(row.region), row.issuance_id, name_of(row.cause),
                 row.since, operation});
}

void release_block(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement("UPDATE block SET released_at = $2 WHERE id = $1").run({id, now});
}

bool is_blocked(store::Db& db, std::int64_t organisation_id, Region region,
                std::int64_t issuance_id) {
    auto& found = db.statement(R"(
        SELECT 1 FROM block
        WHERE organisation_id = $1 AND region = $2 AND released_at = ''
            AND (issuance_id = 0 OR issuance_id = $3))");
    const bool blocked = found.first({organisation_id, name_of(region), issuance_id});
    found.reset();
    return blocked;
}

bool handed_in_before(store::Db& db, std::int64_t organisation_id, Region region,
                      std::int64_t issuance_id) {
    auto& found = db.statement(R"(
        SELECT 1 FROM issuance i
        JOIN accreditation a ON a.organisation_id = i.organisation_id AND a.region = i.region
        WHERE i.organisation_id = $1 AND i.region = $2 AND i.id <> $3 AND i.received_on <> ''
            AND i.received_on >= a.valid_from)");
    const bool before = found.first({organisation_id, name_of(region), issuance_id});
    found.reset();
    return before;
}

std::string accredited_since(store::Db& db, std::int64_t organisation_id, Region region) {
    auto& found = db.statement(
        "SELECT valid_from FROM accreditation WHERE organisation_id = $1 AND region = $2");
    std::string since;
    if (found.first({organisation_id, name_of(region)})) since = found.string(0);
    found.reset();
    return since;
}

std::vector<std::int64_t> issuances_under(store::Db& db, const BlockRow& block,
                                          IssuanceState state) {
    auto& rows = db.statement(R"(
        SELECT id FROM issuance
        WHERE organisation_id = $1 AND region = $2 AND state = $3 AND ($4 = 0 OR id = $4)
        ORDER BY id)");
    rows.bind({block.organisation_id, name_of(block.region), name_of(state), block.issuance_id});
    std::vector<std::int64_t> all;
    while (rows.step()) all.push_back(rows.integer(0));
    rows.reset();
    return all;
}

std::uint64_t list_blocks(store::Db& db, const BlockFilter& filter,
                          std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                          const Each<Block>& each) {
    store::Listing listing(
        block_columns(),
        "SELECT count(*) FROM block b JOIN organisation o ON o.id = b.organisation_id");
    where(listing, filter, organisation_id, sight);
    listing.order(filter.page,
                  {{"id", "b.id"}, {"org", "o.number, b.id"}, {"cause", "b.cause, b.id"}}, "id");
    return listing.run(db, [&](const store::Statement& row) { return each(block_from(row)); });
}

Block shown_block(store::Db& db, std::int64_t id) {
    auto& row = db.statement(block_columns() + " WHERE b.id = $1");
    if (!row.first({id})) throw Error(Kind::integrity, "a block is gone");
    Block one = block_from(row);
    row.reset();
    return one;
}

std::uint64_t list_blocked(store::Db& db, const BlockFilter& filter,
                           std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                           const Each<BlockedIssuance>& each) {
    store::Listing listing(
        fmt::format("SELECT b.id, b.cause, i.id, o.number, i.region, i.made_on, r.vouchers, "
                    "r.cents{}",
                    blocked_tables()),
        fmt::format("SELECT count(*){}", blocked_tables()));
    where(listing, filter, organisation_id, sight);
    listing.order(filter.page,
                  {{"id", "b.id, i.id"}, {"org", "o.number, i.id"}, {"cause", "b.cause, i.id"}},
                  "cause");
    return listing.run(db, [&](const store::Statement& row) {
        return each(
            {.block = BlockId::from_stored(row.integer(0)),
             .cause = parse_block_cause(row.text(1)),
             .issuance = IssuanceId::from_stored(row.integer(2)),
             .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(3))),
             .region = parse_region(row.text(4)),
             .made_on = Date::parse(row.text(5)),
             .vouchers = row.integer(6),
             .amount = Money::from_cents(row.integer(7))});
    });
}

}  // namespace dcadmin::secure_zone
