// SPDX-License-Identifier: Apache-2.0
// How registers, what they say and looks at them are shown.
#pragma once

#include "output/view.h"

#include <dcadmin/registers.h>

namespace dcadmin::views {

[[nodiscard]] output::View<RegisterImport> import_view();
[[nodiscard]] output::View<RegisterStatus> register_status_view();
[[nodiscard]] output::View<RegisterEntry> register_entry_view();
[[nodiscard]] output::View<RegisterHit> register_hit_view();
[[nodiscard]] output::View<Consultation> consultation_view();

}  // namespace dcadmin::views
