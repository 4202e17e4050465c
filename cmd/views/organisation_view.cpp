// SPDX-License-Identifier: Apache-2.0
#include "views/organisation_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Organisation> organisation_view() {
    return {.names = {"org", "orgs"},
            .fields = {
                {{"number", "enterprise number (ondernemingsnummer)"},
                 [](const Organisation& x) -> Value { return x.number; }},
                {{"name", "its name"}, [](const Organisation& x) -> Value { return cell(x.name); }},
                {{"parent", "the organisation it is a daughter of"},
                 [](const Organisation& x) -> Value { return output::maybe(x.parent); }},
                {{"language", "the language of its letters"},
                 [](const Organisation& x) -> Value { return name_of(x.language); }},
            }};
}

output::View<OrganisationShown> organisation_shown_view() {
    using Shown = OrganisationShown;
    return {.names = {"org", "orgs"},
            .fields = {
                {{"number", "enterprise number (ondernemingsnummer)"},
                 [](const Shown& x) -> Value { return x.organisation.number; }},
                {{"name", "its name"},
                 [](const Shown& x) -> Value { return cell(x.organisation.name); }},
                {{"parent", "the organisation it is a daughter of"},
                 [](const Shown& x) -> Value { return output::maybe(x.organisation.parent); }},
                {{"language", "the language of its letters"},
                 [](const Shown& x) -> Value { return name_of(x.organisation.language); }},
                {{"activated", "since when: its first chief was designated"},
                 [](const Shown& x) -> Value { return output::maybe(x.activated); }},
                {{"chief", "its chief access administrator (hoofdtoegangsbeheerder)"},
                 [](const Shown& x) -> Value { return cell(x.chief); }},
            }};
}

output::View<Site> site_view() {
    return {.names = {"site", "sites"},
            .fields = {
                {{"org", "the organisation it belongs to"},
                 [](const Site& x) -> Value { return x.org; }},
                {{"number", "establishment or affiliation number"},
                 [](const Site& x) -> Value { return x.number; }},
                {{"name", "its name"}, [](const Site& x) -> Value { return cell(x.name); }},
            }};
}

}  // namespace dcadmin::views
