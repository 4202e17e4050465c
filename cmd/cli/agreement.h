// SPDX-License-Identifier: Apache-2.0
// Whether the person at the terminal means it. How much is asked of him follows from how grave the
// row of the command says it is, here and nowhere else: nothing, a yes to what is shown, or what it
// is about typed once more. Without a terminal, with --no-input and with --yes nobody is asked.
#pragma once

#include "cli/context.h"

#include <cstdint>

namespace dcadmin::cli {

/// Shows what is about to be done and asks. What is typed for an option --confirm is put into the
/// options, for the operation to judge. Throws failed when he does not agree.
void require_agreement(Context& context, void* options);

/// The row's severity in words, for help and manual; empty where nothing is to be said.
[[nodiscard]] std::string agreement_text(const Command& command);

/// Has the number of grants typed that a run would end. False where nobody is asked; throws failed
/// when another number is typed.
[[nodiscard]] bool agrees_to_end(Context& context, std::uint64_t grants);

}  // namespace dcadmin::cli
