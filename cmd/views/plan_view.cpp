// SPDX-License-Identifier: Apache-2.0
#include "views/plan_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<ShownPlanRow> plan_row_view() {
    return {.names = {"row", "rows"},
            .fields = {
                {{"row", "its number in the file that was planned"},
                 [](const ShownPlanRow& x) -> Value { return static_cast<std::int64_t>(x.row); }},
                {{"command", "by which command", Shown::detail},
                 [](const ShownPlanRow& x) -> Value { return cell(x.command); }},
                {{"state", "what would become of it"},
                 [](const ShownPlanRow& x) -> Value { return bulk::name_of(x.state); }},
                {{"request", "what is asked", Shown::detail},
                 [](const ShownPlanRow& x) -> Value { return cell(x.request); }},
                {{"changes", "what would change"},
                 [](const ShownPlanRow& x) -> Value { return x.changes; }},
                {{"code", "the kind of a refusal", Shown::detail},
                 [](const ShownPlanRow& x) -> Value {
                     if (!x.code) return std::monostate{};
                     return name_of(*x.code);
                 }},
                {{"message", "why, or what is done differently"},
                 [](const ShownPlanRow& x) -> Value { return cell(x.message); }},
                {{"id", "public id of what was found", Shown::detail},
                 [](const ShownPlanRow& x) -> Value { return cell(x.id); }},
            }};
}

}  // namespace dcadmin::views
