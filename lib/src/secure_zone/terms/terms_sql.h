// SPDX-License-Identifier: Apache-2.0
// Statements about terms.
#pragma once

#include "store/db.h"

#include <dcadmin/secure_zone/calendar.h>
#include <dcadmin/secure_zone/terms.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace dcadmin::secure_zone {

/// The very same row.
[[nodiscard]] bool has_term(store::Db& db, const LegalTerm& term);
[[nodiscard]] std::int64_t insert_term(store::Db& db, const LegalTerm& term,
                                       std::int64_t operation);
/// The row that holds on that day; none when there is none.
[[nodiscard]] std::optional<LegalTerm> term_on(store::Db& db, const TermQuestion& question,
                                               Date day);
[[nodiscard]] bool has_zone_rule(store::Db& db, std::string_view code, Region region, Date day);
std::uint64_t list_terms(store::Db& db, const TermFilter& filter, const Each<LegalTerm>& each);

}  // namespace dcadmin::secure_zone
