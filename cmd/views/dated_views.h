// SPDX-License-Identifier: Apache-2.0
// Terms and tariffs.
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/tariffs.h>
#include <dcadmin/secure_zone/terms.h>

namespace dcadmin::views {

[[nodiscard]] output::View<LegalTerm> term_view();
[[nodiscard]] output::View<Tariff> tariff_view();

}  // namespace dcadmin::views
