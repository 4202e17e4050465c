// SPDX-License-Identifier: Apache-2.0
// Statements behind `register show`, `register search` and the counts of `register status`.
#pragma once

#include "registers/find_sql.h"

#include <dcadmin/registers.h>

namespace dcadmin::registers {

/// None when the register does not know it.
[[nodiscard]] std::optional<RegisterEntry> show_enterprise(store::Db& db, EnterpriseNumber number,
                                                           Language asked);
[[nodiscard]] std::optional<RegisterEntry> show_establishment(store::Db& db, SiteNumber number,
                                                              Language asked);
std::uint64_t search(store::Db& db, const RegisterFilter& filter, Language asked,
                     const Each<RegisterHit>& each);

}  // namespace dcadmin::registers
