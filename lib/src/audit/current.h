// SPDX-License-Identifier: Apache-2.0
// A record's image as its row has it now, for whoever compares the store with what it should hold.
#pragma once

#include "store/tx.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::audit {

/// None when there is no such record. Of a grant it is what may change of it: end and revocation.
[[nodiscard]] std::optional<std::string> current_image(store::Tx& tx, std::string_view subject,
                                                       std::int64_t id);

}  // namespace dcadmin::audit
