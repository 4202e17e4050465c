// SPDX-License-Identifier: Apache-2.0
#include "views/pickup_tip_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<PickupTip> pickup_tip_view() {
    using One = PickupTip;
    constexpr auto detail = output::Shown::detail;
    return {.names = {"tip", "tips"},
            .fields = {
                {{"kind",
                  "closed, unasked, too-late, undated, slip, bundle, presence, next or day-off; "
                  "the manual tells "
                  "what each is"},
                 [](const One& x) -> Value { return std::string_view(x.kind); }},
                {{"text", "what is to be done or known"},
                 [](const One& x) -> Value { return cell(x.text); }},
                {{"site", "where", detail},
                 [](const One& x) -> Value { return output::maybe(x.site); }},
                {{"region", "of which vouchers", detail},
                 [](const One& x) -> Value {
                     if (!x.region) return std::monostate{};
                     return name_of(*x.region);
                 }},
                {{"month", "of the services of a bundle", detail},
                 [](const One& x) -> Value { return cell(x.month); }},
                {{"vouchers", "how many", detail},
                 [](const One& x) -> Value { return output::maybe(x.vouchers); }},
                {{"date",
                  "on which the carrier comes, that is off, or the last to hand the vouchers in",
                  detail},
                 [](const One& x) -> Value { return output::maybe(x.day); }},
                {{"until", "the last moment to ask for it", detail},
                 [](const One& x) -> Value { return output::maybe(x.until); }},
                {{"pickup", "public id", detail},
                 [](const One& x) -> Value {
                     if (!x.pickup) return std::monostate{};
                     return x.pickup->text();
                 }},
            }};
}

}  // namespace dcadmin::views
