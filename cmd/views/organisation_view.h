// SPDX-License-Identifier: Apache-2.0
// Organisations and their sites, as lists show them.
#pragma once

#include "output/view.h"

#include <dcadmin/organisations.h>

#include <optional>
#include <string>

namespace dcadmin::views {

[[nodiscard]] output::View<Organisation> organisation_view();

/// An organisation and who has it in hand.
struct OrganisationShown {
    Organisation organisation;
    std::optional<Timestamp> activated;
    std::string chief;  // name; empty when there is none
};
[[nodiscard]] output::View<OrganisationShown> organisation_shown_view();
[[nodiscard]] output::View<Site> site_view();

}  // namespace dcadmin::views
