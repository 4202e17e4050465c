// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/contracts.h>
#include <dcadmin/secure_zone/workers.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Worker> worker_view();
[[nodiscard]] output::View<Contract> contract_view();
/// The only place where a worker's password is shown.
[[nodiscard]] output::View<IssuedPassword> password_view();

}  // namespace dcadmin::views
