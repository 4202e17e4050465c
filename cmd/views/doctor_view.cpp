// SPDX-License-Identifier: Apache-2.0
#include "views/doctor_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Finding> finding_view() {
    return {
        .names = {"check", "checks"},
        .fields = {
            {{"name", "what was looked at"},
             [](const Finding& x) -> Value { return cell(x.name); }},
            {{"state", "ok, warning, problem or skipped"},
             [](const Finding& x) -> Value { return cell(x.state); }},
            {{"found", "what was seen"}, [](const Finding& x) -> Value { return cell(x.found); }},
            {{"remedy", "what to do, or to type"},
             [](const Finding& x) -> Value { return cell(x.remedy); }},
        }};
}

}  // namespace dcadmin::views
