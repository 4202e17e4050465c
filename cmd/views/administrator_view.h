// SPDX-License-Identifier: Apache-2.0
// Who administers access: offices, requests for a chief and domains, as lists show them.
#pragma once

#include "output/view.h"

#include <dcadmin/designation.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Administrator> administrator_view();
[[nodiscard]] output::View<ChiefRequest> chief_request_view();
[[nodiscard]] output::View<Domain> domain_view();

}  // namespace dcadmin::views
