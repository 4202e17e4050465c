// SPDX-License-Identifier: Apache-2.0
// The file that carries out the answers of a review, written by importing them and by closing it.
#pragma once

#include "cli/context.h"

#include <dcadmin/base/ids.h>

namespace dcadmin::commands {

/// Writes what is still to be done, if only its columns, and says how to do it.
void write_revocations(cli::Context& context, ReviewId review, const cli::FilePath& file);

}  // namespace dcadmin::commands
