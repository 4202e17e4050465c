// SPDX-License-Identifier: Apache-2.0
// An identity card in a reader: its PIN is asked.
#pragma once

#include "sign_in/proofs.h"

namespace dcadmin::commands {

[[nodiscard]] Proof prove_by_card(cli::Context& context, const Env& env, const KeyOptions& options);

}  // namespace dcadmin::commands
