// SPDX-License-Identifier: Apache-2.0
#include "views/staff_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<StaffMember> staff_view() {
    return {
        .names = {"member", "staff"},
        .fields = {
            {{"id", "public id"}, [](const StaffMember& x) -> Value { return x.id.text(); }},
            {{"person", "public id of the person"},
             [](const StaffMember& x) -> Value { return x.person.text(); }},
            {{"name", "of the person"}, [](const StaffMember& x) -> Value { return cell(x.name); }},
            {{"role", "operator or auditor"},
             [](const StaffMember& x) -> Value { return name_of(x.role); }},
            {{"from", "first day"}, [](const StaffMember& x) -> Value { return x.period.first(); }},
            {{"until", "last day"}, [](const StaffMember& x) -> Value { return x.period.last(); }},
            {{"state", "active, future or ended"},
             [](const StaffMember& x) -> Value { return std::string_view(x.state); }},
            {{"reason", "why", Shown::detail},
             [](const StaffMember& x) -> Value { return cell(x.reason); }},
        }};
}

}  // namespace dcadmin::views
