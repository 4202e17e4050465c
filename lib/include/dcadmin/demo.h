// SPDX-License-Identifier: Apache-2.0
// The example of the information session of 22/10/2020, to try things on: its company with its
// branches, its persons, and the catalogue of rights that its screenshots show.
#pragma once

#include <dcadmin/env.h>
#include <dcadmin/export.h>

namespace dcadmin {

/// Loads it through the ordinary operations, so it is audited like everything else. Running it
/// twice changes nothing.
DCADMIN_API void load_demo(const Env& env);

}  // namespace dcadmin
