// SPDX-License-Identifier: Apache-2.0
// Statements about tariffs.
#pragma once

#include "store/db.h"

#include <dcadmin/secure_zone/tariffs.h>

#include <cstdint>

namespace dcadmin::secure_zone {

/// The very same row.
[[nodiscard]] bool has_tariff(store::Db& db, const Tariff& tariff);
[[nodiscard]] std::int64_t insert_tariff(store::Db& db, const Tariff& tariff,
                                         std::int64_t operation);
std::uint64_t list_tariffs(store::Db& db, const TariffFilter& filter, const Each<Tariff>& each);

}  // namespace dcadmin::secure_zone
