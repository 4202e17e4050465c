// SPDX-License-Identifier: Apache-2.0
#include "views/pickup_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Pickup> pickup_view() {
    return {
        .names = {"pickup", "pickups"},
        .fields = {
            {{"id", "public id"}, [](const Pickup& x) -> Value { return x.id.text(); }},
            {{"org", "enterprise number of the company"},
             [](const Pickup& x) -> Value { return x.org; }},
            {{"site", "where"}, [](const Pickup& x) -> Value { return x.site; }},
            {{"site_name", "name of the site"},
             [](const Pickup& x) -> Value { return cell(x.site_name); }},
            {{"region", "of which vouchers"},
             [](const Pickup& x) -> Value { return name_of(x.region); }},
            {{"date", "on which day"}, [](const Pickup& x) -> Value { return x.day; }},
            {{"contact", "public id of whom the driver turns to"},
             [](const Pickup& x) -> Value { return x.contact.text(); }},
            {{"name", "his name"}, [](const Pickup& x) -> Value { return cell(x.name); }},
            {{"phone", "his telephone"}, [](const Pickup& x) -> Value { return cell(x.phone); }},
            {{"bags", "how many"},
             [](const Pickup& x) -> Value { return static_cast<std::int64_t>(x.bags); }},
            {{"state", "coming, past, cancelled or postponed"},
             [](const Pickup& x) -> Value { return std::string_view(x.state); }},
            {{"series", "public id of the series that asked for it", output::Shown::detail},
             [](const Pickup& x) -> Value {
                 if (!x.series) return std::monostate{};
                 return x.series->text();
             }},
            {{"postponed_to", "public id of what came in its place", output::Shown::detail},
             [](const Pickup& x) -> Value {
                 if (!x.postponed_to) return std::monostate{};
                 return x.postponed_to->text();
             }},
        }};
}

}  // namespace dcadmin::views
