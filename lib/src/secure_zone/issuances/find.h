// SPDX-License-Identifier: Apache-2.0
// Finding an issuance, for contexts beside this one.
#pragma once

#include "secure_zone/issuances/change.h"

#include <cstdint>
#include <optional>

namespace dcadmin::secure_zone {

[[nodiscard]] std::optional<IssuanceRow> find_issuance(store::Db& db, std::int64_t id);

}  // namespace dcadmin::secure_zone
