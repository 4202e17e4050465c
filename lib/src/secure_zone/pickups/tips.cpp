// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/pickup_tips.h>

#include "organisations/find.h"
#include "secure_zone/pickups/outlook.h"
#include "secure_zone/pickups/pickups_sql.h"
#include "secure_zone/pickups/rules.h"
#include "secure_zone/pickups/tips_sql.h"
#include "secure_zone/workers/find.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace dcadmin {

namespace secure_zone {

namespace {

constexpr int days_ahead = 30;

PickupTip tip_of(std::string kind, const Bundle& bundle, std::int64_t vouchers) {
    return {.kind = std::move(kind),
            .site = bundle.site,
            .region = bundle.region,
            .month = bundle.month,
            .vouchers = vouchers,
            .day = {},
            .until = {},
            .pickup = {},
            .text = {}};
}

PickupTip tip_of(std::string kind, const Pickup& pickup) {
    return {.kind = std::move(kind),
            .site = pickup.site,
            .region = pickup.region,
            .month = {},
            .vouchers = {},
            .day = pickup.day,
            .until = {},
            .pickup = pickup.id,
            .text = {}};
}

PickupTip tip_of(std::string kind, Date day) {
    return {.kind = std::move(kind),
            .site = {},
            .region = {},
            .month = {},
            .vouchers = {},
            .day = day,
            .until = {},
            .pickup = {},
            .text = {}};
}

std::string at_its_place(const Bundle& bundle, std::string_view what) {
    if (!bundle.site) return say("of no site: {}", what);
    return say("at {} ({}): {}", bundle.site_name, bundle.site->formatted(), what);
}

std::string until_words(const Bundle& bundle) {
    if (bundle.hand_in_until.empty()) return {};
    return say(", until {}", Date::parse(bundle.hand_in_until).formatted());
}

void add_bundle(std::vector<PickupTip>& tips, std::string_view kind, const Bundle& bundle,
                std::int64_t vouchers, std::string_view what) {
    tips.push_back(tip_of(std::string(kind), bundle, vouchers));
    if (!bundle.hand_in_until.empty()) tips.back().day = Date::parse(bundle.hand_in_until);
    tips.back().text = at_its_place(bundle, what);
}

std::string told_too_late(std::int64_t count, std::string_view region) {
    return count == 1 ? say("1 voucher of {} can be handed in no more", region)
                      : say("{} vouchers of {} can be handed in no more", count, region);
}

std::string told_undated(std::int64_t count, std::string_view region) {
    return count == 1 ? say("1 voucher of {} has no day of the service: fill it in, for it decides "
                            "in which bundle it goes",
                            region)
                      : say("{} vouchers of {} have no day of the service: fill it in, for it "
                            "decides in which bundle they go",
                            count, region);
}

std::string told_without_slip(std::int64_t count, const Bundle& bundle) {
    const std::string_view region = name_of(bundle.region);
    const auto until = until_words(bundle);
    return count == 1 ? say("1 voucher of {} of {} is on no slip yet: hand it in{}", bundle.month,
                            region, until)
                      : say("{} vouchers of {} of {} are on no slip yet: hand them in{}", count,
                            bundle.month, region, until);
}

std::string told_bundle(const Bundle& bundle) {
    const std::string_view region = name_of(bundle.region);
    return bundle.vouchers == 1
               ? say("one bundle of 1 voucher of {} of {}, with its own slip on top", bundle.month,
                     region)
               : say("one bundle of {} vouchers of {} of {}, with its own slip on top",
                     bundle.vouchers, bundle.month, region);
}

void add_bundles(std::vector<PickupTip>& tips, const std::vector<Bundle>& bundles) {
    for (const Bundle& bundle : bundles) {
        const std::string_view region = name_of(bundle.region);
        const std::int64_t without = bundle.vouchers - bundle.on_slip;
        if (bundle.too_late > 0) {
            add_bundle(tips, "too-late", bundle, bundle.too_late,
                       told_too_late(bundle.too_late, region));
            tips.back().day.reset();
        }
        if (bundle.vouchers == 0) continue;
        if (bundle.month.empty()) {
            add_bundle(tips, "undated", bundle, bundle.vouchers,
                       told_undated(bundle.vouchers, region));
            continue;
        }
        if (without > 0) {
            add_bundle(tips, "slip", bundle, without, told_without_slip(without, bundle));
        }
        add_bundle(tips, "bundle", bundle, bundle.vouchers, told_bundle(bundle));
    }
}

std::vector<Pickup> coming(store::Db& db, const TipsFilter& filter, std::int64_t organisation,
                           const access::Sight& sight, Date today) {
    PickupFilter wanted;
    wanted.site = filter.site;
    std::vector<Pickup> all;
    list_pickups(db, wanted, organisation, sight, today, [&](const Pickup& one) {
        all.push_back(one);
        return true;
    });
    return all;
}

void add_presence(std::vector<PickupTip>& tips, const std::vector<Pickup>& pickups,
                  Outlook& outlook) {
    for (const Pickup& pickup : pickups) {
        if (!outlook.companys().is_working(pickup.day)) {
            tips.push_back(tip_of("closed", pickup));
            tips.back().text =
                say("the carrier is asked for {} at {}, and that day is off ({}): dcadmin pickup "
                    "cancel {}",
                    pickup.day.formatted(), pickup.site_name, outlook.name_of(pickup.day),
                    pickup.id.text());
            continue;
        }
        tips.push_back(tip_of("presence", pickup));
        tips.back().text = say(
            "on {} from 08:30 to 17:00, noon too, somebody must be at {} ({}); the driver turns to "
            "{}{}",
            pickup.day.formatted(), pickup.site_name, pickup.site.formatted(), pickup.name,
            pickup.phone ? ", " + pickup.phone->text() : "");
    }
}

// At most once for a site and region.
void add_unasked(std::vector<PickupTip>& tips, const std::vector<Bundle>& bundles,
                 const std::vector<Pickup>& pickups) {
    std::set<std::pair<std::uint64_t, Region>> told;
    for (const Bundle& bundle : bundles) {
        const bool asked = std::ranges::any_of(pickups, [&](const Pickup& pickup) {
            return pickup.site == bundle.site && pickup.region == bundle.region;
        });
        if (asked || !bundle.site || bundle.vouchers == 0) continue;
        if (!told.emplace(bundle.site->value(), bundle.region).second) continue;
        tips.push_back(tip_of("unasked", bundle, bundle.vouchers));
        tips.back().month.clear();
        tips.back().vouchers.reset();
        tips.back().text =
            say("at {} ({}) vouchers of {} wait and nobody is asked to come: dcadmin "
                "pickup request",
                bundle.site_name, bundle.site->formatted(), name_of(bundle.region));
    }
}

void add_next(std::vector<PickupTip>& tips, Timestamp now, Outlook& outlook) {
    const Date day = first_possible(now, outlook.issuers(), outlook.companys());
    tips.push_back(tip_of("next", day));
    tips.back().until = last_moment_for(day, outlook.issuers());
    tips.back().text = say("the carrier can come on {} at the earliest: ask until {}",
                           day.formatted(), tips.back().until->formatted());
}

void add_days_off(std::vector<PickupTip>& tips, Date today, Outlook& outlook) {
    for (Date day = today.plus_days(1); day <= today.plus_days(days_ahead);
         day = day.plus_days(1)) {
        if (weekday(day) > 5 || outlook.companys().is_working(day)) continue;
        tips.push_back(tip_of("day-off", day));
        tips.back().text = say("nobody comes on {}: {}", day.formatted(), outlook.name_of(day));
    }
}

}  // namespace

}  // namespace secure_zone

std::vector<PickupTip> PickupTips::of(const TipsFilter& filter) {
    using namespace secure_zone;
    store::Db& db = env_.store.db();
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    const std::int64_t organisation = organisations::get_id(env_, filter.org);
    TipsWanted wanted{.organisation_id = organisation, .context_id = {}};
    if (filter.site) wanted.context_id = require_site(db, organisation, *filter.site);
    const Date today = env_.clock.today();
    Outlook outlook(db, organisation, env_.language);
    const auto bundles = waiting_bundles(db, wanted, sight, today);
    const auto pickups = coming(db, filter, organisation, sight, today);
    std::vector<PickupTip> tips;
    add_unasked(tips, bundles, pickups);
    add_bundles(tips, bundles);
    add_presence(tips, pickups, outlook);
    add_next(tips, env_.clock.now(), outlook);
    add_days_off(tips, today, outlook);
    // What is to be set right comes first.
    std::stable_partition(tips.begin(), tips.end(),
                          [](const PickupTip& tip) { return tip.kind == "closed"; });
    return tips;
}

}  // namespace dcadmin
