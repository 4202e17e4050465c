// SPDX-License-Identifier: Apache-2.0
#include "views/expiring_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<Expiring> expiring_view() {
    return {
        .names = {"expiring", "expiring"},
        .fields = {
            {{"kind", "right, relation, office, lone-chief, accreditation or account"},
             [](const Expiring& x) -> Value { return std::string_view(x.kind); }},
            {{"id", "public id, or the number or name that it has"},
             [](const Expiring& x) -> Value { return std::string_view(x.id); }},
            {{"person", "public id of the person"},
             [](const Expiring& x) -> Value { return x.person ? Value(x.person->text()) : Value(); }},
            {{"name", "of the person"}, [](const Expiring& x) -> Value { return cell(x.name); }},
            {{"org", "enterprise number"}, [](const Expiring& x) -> Value { return output::maybe(x.org); }},
            {{"org_name", "name of the organisation", Shown::detail},
             [](const Expiring& x) -> Value { return cell(x.org_name); }},
            {{"what", "what it is, in words"},
             [](const Expiring& x) -> Value { return cell(x.what); }},
            {{"until", "last day"},
             [](const Expiring& x) -> Value { return output::maybe(x.until); }},
            {{"days_left", "days until then"},
             [](const Expiring& x) -> Value { return output::maybe(x.days_left); }},
        }};
}

}  // namespace dcadmin::views
