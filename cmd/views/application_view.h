// SPDX-License-Identifier: Apache-2.0
// Applications and the keys that sign for them.
#pragma once

#include "output/view.h"

#include <dcadmin/applications.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Application> application_view();
[[nodiscard]] output::View<SigningKey> signing_key_view();

}  // namespace dcadmin::views
