// SPDX-License-Identifier: Apache-2.0
// How a comment on a service is kept: with who wrote it, for good, and its digest in the log.
#pragma once

#include "store/tx.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

enum class Party { company, user };
[[nodiscard]] std::string_view name_of(Party party);

/// usage, about `comment`, for one that text::clean refuses, is longer than 1000 characters, or is
/// empty: then `missing` is said.
[[nodiscard]] std::string cleaned_comment(std::string_view comment, std::string_view missing);
void write_comment(store::Tx& tx, std::int64_t organisation_id, std::int64_t service_id,
                   Party party, const std::string& body);

}  // namespace dcadmin::secure_zone
