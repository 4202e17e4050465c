// SPDX-License-Identifier: Apache-2.0
// The import of a file that stands in for the National Register, within a running transaction.
#pragma once

#include "store/tx.h"

#include <dcadmin/registers.h>

#include <string>

namespace dcadmin::registers {

[[nodiscard]] Written<RegisterImport> import_persons(store::Tx& tx, const std::string& name,
                                                     const OpenTable& open,
                                                     const ImportOptions& options);

}  // namespace dcadmin::registers
