// SPDX-License-Identifier: Apache-2.0
#include "views/pickup_series_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<PickupSeries> pickup_series_view() {
    using One = PickupSeries;
    return {.names = {"series", "series"},
            .fields = {
                {{"id", "public id"}, [](const One& x) -> Value { return x.id.text(); }},
                {{"org", "enterprise number of the company"},
                 [](const One& x) -> Value { return x.org; }},
                {{"site", "where"}, [](const One& x) -> Value { return x.site; }},
                {{"site_name", "name of the site"},
                 [](const One& x) -> Value { return cell(x.site_name); }},
                {{"region", "of which vouchers"},
                 [](const One& x) -> Value { return name_of(x.region); }},
                {{"every", "week, two-weeks or month"},
                 [](const One& x) -> Value { return name_of(x.every); }},
                {{"on", "the weekday (1 Monday), or the day of the month"},
                 [](const One& x) -> Value { return static_cast<std::int64_t>(x.on); }},
                {{"on_holiday", "skip, or next: the next working day"},
                 [](const One& x) -> Value { return name_of(x.on_holiday); }},
                {{"from", "the first day"}, [](const One& x) -> Value { return x.from; }},
                {{"until", "the last day"},
                 [](const One& x) -> Value { return output::maybe(x.until); }},
                {{"contact", "public id of whom the driver turns to"},
                 [](const One& x) -> Value { return x.contact.text(); }},
                {{"name", "his name"}, [](const One& x) -> Value { return cell(x.name); }},
                {{"phone", "his telephone"}, [](const One& x) -> Value { return cell(x.phone); }},
                {{"bags", "how many"},
                 [](const One& x) -> Value { return static_cast<std::int64_t>(x.bags); }},
                {{"state", "active or ended"},
                 [](const One& x) -> Value { return std::string_view(x.state); }},
            }};
}

output::View<PickupOccurrence> pickup_occurrence_view() {
    using One = PickupOccurrence;
    return {.names = {"occurrence", "occurrences"},
            .fields = {
                {{"series", "public id of the series"},
                 [](const One& x) -> Value { return x.series.id.text(); }},
                {{"org", "enterprise number of the company"},
                 [](const One& x) -> Value { return x.series.org; }},
                {{"site", "where"}, [](const One& x) -> Value { return x.series.site; }},
                {{"site_name", "name of the site", output::Shown::detail},
                 [](const One& x) -> Value { return cell(x.series.site_name); }},
                {{"region", "of which vouchers"},
                 [](const One& x) -> Value { return name_of(x.series.region); }},
                {{"every", "week, two-weeks or month"},
                 [](const One& x) -> Value { return name_of(x.series.every); }},
                {{"on", "the weekday (1 Monday), or the day of the month", output::Shown::detail},
                 [](const One& x) -> Value { return static_cast<std::int64_t>(x.series.on); }},
                {{"day", "as the series says"}, [](const One& x) -> Value { return x.day; }},
                {{"fate", "kept, moved, skipped, or taken-out by somebody"},
                 [](const One& x) -> Value { return std::string_view(x.fate); }},
                {{"date", "on which the carrier comes"},
                 [](const One& x) -> Value { return output::maybe(x.comes_on); }},
                {{"why", "why it is moved or skipped"},
                 [](const One& x) -> Value { return cell(x.why); }},
                {{"pickup", "public id, once it is asked for"},
                 [](const One& x) -> Value {
                     if (!x.pickup) return std::monostate{};
                     return x.pickup->text();
                 }},
                {{"contact", "public id of whom the driver turns to", output::Shown::detail},
                 [](const One& x) -> Value { return x.series.contact.text(); }},
                {{"name", "his name", output::Shown::detail},
                 [](const One& x) -> Value { return cell(x.series.name); }},
                {{"phone", "his telephone", output::Shown::detail},
                 [](const One& x) -> Value { return cell(x.series.phone); }},
                {{"bags", "how many", output::Shown::detail},
                 [](const One& x) -> Value { return static_cast<std::int64_t>(x.series.bags); }},
            }};
}

}  // namespace dcadmin::views
