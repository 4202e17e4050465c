// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/tariffs/tariffs_sql.h"

#include "secure_zone/dated_sql.h"
#include "secure_zone/stored_word.h"

#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view columns = R"(
    SELECT kind, region, basis, amount, valid_from, valid_until, hand_in_until, source
    FROM tariff)";

Tariff tariff_from(const store::Statement& row) {
    Tariff tariff{.kind = parse_tariff_kind(row.text(0)),
                  .region = {},
                  .basis = parse_tariff_basis(row.text(2)),
                  .amount = Money::from_cents(row.integer(3)),
                  .valid = DateRange::of(Date::parse(row.text(4)), Date::parse(row.text(5))),
                  .hand_in_until = {},
                  .source = row.string(7)};
    if (!row.text(1).empty()) tariff.region = parse_region(row.text(1));
    if (!row.text(6).empty()) tariff.hand_in_until = Date::parse(row.text(6));
    return tariff;
}

// The days and the region as the store has them.
struct Stored {
    std::string_view region;
    std::string from, until, hand_in_until;

    explicit Stored(const Tariff& tariff)
        : region(stored_word(tariff.region)),
          from(tariff.valid.first().iso()),
          until(tariff.valid.last().iso()),
          hand_in_until(tariff.hand_in_until ? tariff.hand_in_until->iso() : std::string()) {}
};

}  // namespace

bool has_tariff(store::Db& db, const Tariff& tariff) {
    const Stored stored(tariff);
    auto& found = db.statement(R"(
        SELECT 1 FROM tariff
        WHERE kind = $1 AND region = $2 AND basis = $3 AND amount = $4 AND valid_from = $5
            AND valid_until = $6 AND hand_in_until = $7 AND source = $8)");
    const bool there = found.first({name_of(tariff.kind), stored.region, name_of(tariff.basis),
                                    tariff.amount.cents(), stored.from, stored.until,
                                    stored.hand_in_until, tariff.source});
    found.reset();
    return there;
}

std::int64_t insert_tariff(store::Db& db, const Tariff& tariff, std::int64_t operation) {
    const Stored stored(tariff);
    return db
        .statement(R"(
        INSERT INTO tariff (kind, region, basis, amount, valid_from, valid_until, hand_in_until,
                            source, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        RETURNING id)")
        .insert({name_of(tariff.kind), stored.region, name_of(tariff.basis), tariff.amount.cents(),
                 stored.from, stored.until, stored.hand_in_until, tariff.source, operation});
}

std::uint64_t list_tariffs(store::Db& db, const TariffFilter& filter, const Each<Tariff>& each) {
    store::Listing listing(std::string(columns), "SELECT count(*) FROM tariff");
    if (filter.kind) listing.where("kind = {}", name_of(*filter.kind));
    if (filter.region) listing.where("(region = '' OR region = {})", name_of(*filter.region));
    if (filter.at) keep_holding(listing, "tariff", {"kind", "region", "basis"}, *filter.at);
    listing.order(filter.page,
                  {{"kind", "kind, region, valid_from, id"},
                   {"region", "region, kind, valid_from, id"},
                   {"from", "valid_from, kind, region, id"}},
                  "kind");
    return listing.run(db, [&](const store::Statement& row) { return each(tariff_from(row)); });
}

}  // namespace dcadmin::secure_zone
