// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/pickups/tips_sql.h"

#include "store/listing.h"

#include <string_view>

namespace dcadmin::secure_zone {

namespace {

// Adds a voucher to the bundle that it belongs to.
void count(Bundle& bundle, std::string_view hand_in_until, bool on_slip, std::string_view today) {
    const bool known = !hand_in_until.empty();
    if (known && hand_in_until < today && !on_slip) {
        ++bundle.too_late;
        return;
    }
    ++bundle.vouchers;
    if (on_slip) ++bundle.on_slip;
    if (known && (bundle.hand_in_until.empty() || hand_in_until < bundle.hand_in_until)) {
        bundle.hand_in_until = hand_in_until;
    }
}

}  // namespace

std::vector<Bundle> waiting_bundles(store::Db& db, const TipsWanted& wanted,
                                    const access::Sight& sight, Date today) {
    constexpr std::string_view columns = R"(
        SELECT v.context_id, coalesce(s.number, 0), s.name, v.region, substr(v.day, 1, 7),
               CASE WHEN v.issuance_id <> 0 THEN 1 ELSE 0 END, v.hand_in_until)";
    constexpr std::string_view from_where = R"(
        FROM paper_voucher v
        JOIN context_value s ON s.id = v.context_id
        LEFT JOIN issuance i ON i.id = v.issuance_id)";
    store::Listing listing(std::string(columns) + std::string(from_where),
                           "SELECT count(*)" + std::string(from_where));
    listing.where("v.organisation_id = {}", wanted.organisation_id);
    listing.where(R"((v.state IN ('received', 'announced', 'bundled')
        OR (v.state = 'sent' AND i.state = 'submitted')))");
    if (wanted.context_id) listing.where("v.context_id = {}", *wanted.context_id);
    access::narrow(listing, sight,
                   {.organisation = "v.organisation_id", .context = "v.context_id"});
    listing.order({}, {{"site", "v.context_id, v.region, v.day, v.id"}}, "site");
    std::vector<Bundle> bundles;
    const std::string day = today.iso();
    listing.run(db, [&](const store::Statement& row) {
        const Region region = parse_region(row.text(3));
        const bool goes_on = !bundles.empty() && bundles.back().context_id == row.integer(0) &&
                             bundles.back().region == region && bundles.back().month == row.text(4);
        if (!goes_on) {
            bundles.push_back({.context_id = row.integer(0),
                               .site = {},
                               .site_name = row.string(2),
                               .region = region,
                               .month = row.string(4),
                               .hand_in_until = {}});
            if (row.integer(0) != 0) {
                bundles.back().site =
                    SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(1)));
            }
        }
        count(bundles.back(), row.text(6), row.integer(5) != 0, day);
        return true;
    });
    return bundles;
}

}  // namespace dcadmin::secure_zone
