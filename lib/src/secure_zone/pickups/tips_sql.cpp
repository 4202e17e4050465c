// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/pickups/tips_sql.h"

#include "store/listing.h"

#include <string_view>

namespace dcadmin::secure_zone {

std::vector<Bundle> waiting_bundles(store::Db& db, const TipsWanted& wanted,
                                    const access::Sight& sight) {
    constexpr std::string_view columns = R"(
        SELECT v.context_id, s.number, s.name, v.region, substr(v.day, 1, 7),
               CASE WHEN v.state = 'bundled' THEN 1 ELSE 0 END)";
    constexpr std::string_view from_where = R"(
        FROM paper_voucher v JOIN context_value s ON s.id = v.context_id)";
    store::Listing listing(std::string(columns) + std::string(from_where),
                           "SELECT count(*)" + std::string(from_where));
    listing.where("v.organisation_id = {}", wanted.organisation_id);
    listing.where("v.state IN ('received', 'announced', 'bundled')");
    if (wanted.context_id) listing.where("v.context_id = {}", *wanted.context_id);
    access::narrow(listing, sight,
                   {.organisation = "v.organisation_id", .context = "v.context_id"});
    listing.order({}, {{"site", "s.number, v.region, v.day, v.id"}}, "site");
    std::vector<Bundle> bundles;
    listing.run(db, [&](const store::Statement& row) {
        const Region region = parse_region(row.text(3));
        const bool goes_on = !bundles.empty() && bundles.back().context_id == row.integer(0) &&
                             bundles.back().region == region && bundles.back().month == row.text(4);
        if (!goes_on) {
            bundles.push_back(
                {.context_id = row.integer(0),
                 .site = SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
                 .site_name = row.string(2),
                 .region = region,
                 .month = row.string(4)});
        }
        ++bundles.back().vouchers;
        bundles.back().on_slip += row.integer(5);
        return true;
    });
    return bundles;
}

}  // namespace dcadmin::secure_zone
