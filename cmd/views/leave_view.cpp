// SPDX-License-Identifier: Apache-2.0
#include "views/leave_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<LeaveItem> leave_view() {
    return {
        .names = {"item", "items"},
        .fields = {
            {{"kind", "relation, grant or office"},
             [](const LeaveItem& x) -> Value { return cell(x.kind); }},
            {{"id", "its public id"}, [](const LeaveItem& x) -> Value { return cell(x.id); }},
            {{"org", "for which organisation"}, [](const LeaveItem& x) -> Value { return x.org; }},
            {{"org_name", "its name"},
             [](const LeaveItem& x) -> Value { return cell(x.org_name); }},
            {{"what", "category, right or role"},
             [](const LeaveItem& x) -> Value { return cell(x.what); }},
            {{"until", "the last day that it had"},
             [](const LeaveItem& x) -> Value { return output::maybe(x.until); }},
            {{"ends", "the last day that it has now"},
             [](const LeaveItem& x) -> Value { return x.ends; }},
        }};
}

output::View<Erasure> erasure_view() {
    return {.names = {"erasure", "erasures"},
            .fields = {
                {{"person", "the public id that was his"},
                 [](const Erasure& x) -> Value { return x.person.text(); }},
                {{"relations", "working relations without e-mail and telephone now"},
                 [](const Erasure& x) -> Value { return static_cast<std::int64_t>(x.relations); }},
                {{"notices", "notices without their address now"},
                 [](const Erasure& x) -> Value { return static_cast<std::int64_t>(x.notices); }},
                {{"others", "offices, requests and tasks without them"},
                 [](const Erasure& x) -> Value { return static_cast<std::int64_t>(x.others); }},
            }};
}

}  // namespace dcadmin::views
