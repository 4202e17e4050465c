// SPDX-License-Identifier: Apache-2.0
// Which term holds, for all that counts by it.
#pragma once

#include "secure_zone/calendar/rules.h"

#include <dcadmin/secure_zone/calendar.h>
#include <dcadmin/secure_zone/terms.h>

#include <optional>
#include <string_view>

namespace dcadmin::secure_zone {

/// rule when no sourced row covers that day. The policy zone.profile may stand for the day.
[[nodiscard]] LegalTerm term_holding(store::Db& db, const TermQuestion& question, Date day);
/// The same where there may be none.
[[nodiscard]] std::optional<LegalTerm> find_term_holding(store::Db& db, const TermQuestion& question,
                                                 Date day);
/// Whether a rule that is no length or amount holds in that region on that day ("user-first").
[[nodiscard]] bool zone_rule_holds(store::Db& db, std::string_view code, Region region, Date day);
[[nodiscard]] Date last_day_of(TermLength length, Date from, WorkingDays& days);
/// Its last day. Months: a voucher's end with a month, the other terms with the same day.
[[nodiscard]] Date last_day_of(const LegalTerm& term, Date from, WorkingDays& days);

}  // namespace dcadmin::secure_zone
