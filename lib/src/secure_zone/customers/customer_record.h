// SPDX-License-Identifier: Apache-2.0
// A customer's row in the log.
#pragma once

#include "secure_zone/customers/customers_sql.h"
#include "store/tx.h"

#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

[[nodiscard]] std::string image_of(const CustomerRow& row);
/// `before` is empty for a new one.
void record_customer(store::Tx& tx, std::string_view verb, const CustomerRow& row,
                     const std::string& before, const std::string& reason);
/// Trimmed; usage for one that is empty or text::clean refuses.
[[nodiscard]] std::string name_from(std::string_view given);
/// Who signs in as him: whoever has that number, or a person with that id whom who asks sees.
[[nodiscard]] std::int64_t person_from(store::Tx& tx, const PersonRef& person);

}  // namespace dcadmin::secure_zone
