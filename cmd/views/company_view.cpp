// SPDX-License-Identifier: Apache-2.0
#include "views/company_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Accreditation> accreditation_view() {
    return {.names = {"accreditation", "accreditations"},
            .fields = {
                {{"org", "enterprise number of the company"},
                 [](const Accreditation& x) -> Value { return x.org; }},
                {{"org_name", "its name"},
                 [](const Accreditation& x) -> Value { return cell(x.org_name); }},
                {{"region", "where"},
                 [](const Accreditation& x) -> Value { return name_of(x.region); }},
                {{"accreditation", "number of the accreditation"},
                 [](const Accreditation& x) -> Value { return std::string_view(x.number.text()); }},
                {{"activities", "what it is for"},
                 [](const Accreditation& x) -> Value { return names(x.activities); }},
                {{"from", "first day"},
                 [](const Accreditation& x) -> Value { return x.valid.first(); }},
                {{"until", "last day; without end when absent"},
                 [](const Accreditation& x) -> Value {
                     return x.valid.last() == Date::of(9999, 12, 31) ? Value()
                                                                     : Value(x.valid.last());
                 }},
                {{"state", "active, future or ended"},
                 [](const Accreditation& x) -> Value { return std::string_view(x.state); }},
            }};
}

}  // namespace dcadmin::views
