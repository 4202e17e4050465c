// SPDX-License-Identifier: Apache-2.0
// The import of an extract of the KBO/BCE open data, full or update, within a running transaction.
#pragma once

#include "store/tx.h"

#include <dcadmin/registers.h>

namespace dcadmin::registers {

[[nodiscard]] Written<RegisterImport> import_kbo(store::Tx& tx, const OpenTable& open,
                                                 const ImportOptions& options);

}  // namespace dcadmin::registers
