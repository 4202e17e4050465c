// SPDX-License-Identifier: Apache-2.0
// itsme, or another provider of OpenID: the address to open is shown, and the person signs in
// there.
#pragma once

#include "cli/context.h"

#include <dcadmin/openid_key.h>

#include <string>

namespace dcadmin::commands {

[[nodiscard]] Proof prove_by_openid(cli::Context& context, const Env& env);
[[nodiscard]] Written<Key> activate_openid(cli::Context& context, const PersonRef& person,
                                           const std::string& reason);

}  // namespace dcadmin::commands
