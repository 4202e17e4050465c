// SPDX-License-Identifier: Apache-2.0
#include "views/policy_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Policy> policy_view() {
    return {
        .names = {"policy", "policies"},
        .fields = {
            {{"name", "its name"}, [](const Policy& x) -> Value { return cell(x.name); }},
            {{"value", "what it says now"}, [](const Policy& x) -> Value { return cell(x.value); }},
            {{"usual", "what it says while nothing else is set"},
             [](const Policy& x) -> Value { return cell(x.usual); }},
            {{"what", "what it decides"}, [](const Policy& x) -> Value { return cell(x.what); }},
        }};
}

}  // namespace dcadmin::views
