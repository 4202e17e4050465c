// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/pickups/invoice_sql.h"

#include "store/listing.h"

#include <fmt/format.h>

#include <string_view>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view from_where = R"(
    FROM pickup u
    JOIN organisation o ON o.id = u.organisation_id
    JOIN context_value s ON s.id = u.context_id)";

CarriedOut from_row(const store::Statement& row) {
    return {.org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(0))),
            .org_name = row.string(1),
            .line = {.pickup = PickupId::from_stored(row.integer(2)),
                     .day = Date::parse(row.text(3)),
                     .site = SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(4))),
                     .site_name = row.string(5),
                     .region = parse_region(row.text(6)),
                     .postponed = row.integer(7) != 0,
                     .source = {}}};
}

}  // namespace

void carried_out(store::Db& db, DateRange days, std::optional<std::int64_t> organisation_id,
                 const access::Sight& sight, const std::function<void(const CarriedOut&)>& each) {
    store::Listing listing(fmt::format(R"(
        SELECT o.number, o.name, u.id, u.day, s.number, s.name, u.region,
               CASE WHEN EXISTS (SELECT 1 FROM pickup f
                                 WHERE f.postponed_to = u.id AND f.postponed_to <> 0)
                    THEN 1 ELSE 0 END {})",
                                       from_where),
                           fmt::format("SELECT count(*) {}", from_where));
    listing.where("u.cancelled_at = '' AND u.postponed_to = 0");
    listing.where("u.day >= {}", days.first().iso());
    listing.where("u.day <= {}", days.last().iso());
    if (organisation_id) {
        listing.where("u.organisation_id = {}", *organisation_id);
    } else {
        access::narrow(listing, sight,
                       {.organisation = "u.organisation_id",
                        .person = "u.person_id",
                        .context = "u.context_id"});
    }
    listing.order({}, {{"org", "o.number, u.day, s.number, u.region, u.id"}}, "org");
    listing.run(db, [&](const store::Statement& row) {
        each(from_row(row));
        return true;
    });
}

std::optional<Rate> rate_holding(store::Db& db, TariffKind kind, Region region, Date day) {
    const std::string on = day.iso();
    auto& found = db.statement(R"(
        SELECT amount, source FROM tariff
        WHERE kind = $1 AND (region = $2 OR region = '') AND basis = 'pickup'
            AND valid_from <= $3 AND valid_until >= $3
        ORDER BY CASE WHEN region = '' THEN 1 ELSE 0 END, valid_from DESC, id DESC LIMIT 1)");
    if (!found.first({name_of(kind), name_of(region), on})) return std::nullopt;
    Rate rate{.amount = found.integer(0), .source = found.string(1)};
    found.reset();
    return rate;
}

}  // namespace dcadmin::secure_zone
