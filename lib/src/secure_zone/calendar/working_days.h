// SPDX-License-Identifier: Apache-2.0
// The working days of a store, for all that counts terms.
#pragma once

#include "secure_zone/calendar/rules.h"

#include <dcadmin/store.h>

#include <cstdint>
#include <optional>

namespace dcadmin::secure_zone {

/// With the issuer's closing days; with an organisation's too where it is named.
[[nodiscard]] WorkingDays working_days(store::Db& db,
                                       std::optional<std::int64_t> organisation_id = {});

}  // namespace dcadmin::secure_zone
