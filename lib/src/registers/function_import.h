// SPDX-License-Identifier: Apache-2.0
// The import of a file that tells who has which function in which enterprise, within a running
// transaction.
#pragma once

#include "store/tx.h"

#include <dcadmin/registers.h>

#include <string>

namespace dcadmin::registers {

[[nodiscard]] Written<RegisterImport> import_functions(store::Tx& tx, const std::string& name,
                                                       const OpenTable& open,
                                                       const ImportOptions& options);

}  // namespace dcadmin::registers
