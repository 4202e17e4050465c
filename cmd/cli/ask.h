// SPDX-License-Identifier: Apache-2.0
// Asks on the terminal for what a command requires and the line does not say, with the values that
// completion would offer: a few are numbered, of many those that fit what is typed are shown.
// Nothing is asked with --no-input, without a terminal, or for a file.
#pragma once

#include "cli/context.h"
#include "cli/parse.h"

namespace dcadmin::cli {

/// Fills in what the person at the terminal answers. Throws usage, as refuse_missing() does, for an
/// empty answer or the end of input; returns at once where nobody may be asked.
void ask_missing(Context& context, Parsed& parsed);

}  // namespace dcadmin::cli
