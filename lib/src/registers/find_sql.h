// SPDX-License-Identifier: Apache-2.0
// Statements that read single entities of the registers.
#pragma once

#include "registers/find.h"
#include "registers/rules.h"
#include "store/db.h"

#include <vector>

namespace dcadmin::registers {

[[nodiscard]] std::vector<KboName> names_of(store::Db& db, std::int64_t entity);
/// The municipality of its first address; empty when it has none.
[[nodiscard]] std::string municipality_of(store::Db& db, std::int64_t entity, Language asked);

}  // namespace dcadmin::registers
