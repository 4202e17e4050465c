// SPDX-License-Identifier: Apache-2.0
// Organisations and their sites, as lists show them.
#pragma once

#include "output/view.h"

#include <dcadmin/organisations.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Organisation> organisation_view();
[[nodiscard]] output::View<Site> site_view();

}  // namespace dcadmin::views
