// SPDX-License-Identifier: Apache-2.0
// Ending offices, for this context and for those above it that end what a person holds (a person
// who leaves): within the caller's transaction, with the audit entry and the notice that belong to
// it. Whether somebody may leave is asked first, for an organisation is not to be left without
// anybody who administers it.
#pragma once

#include "bulk/run.h"

#include <dcadmin/base/ids.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::designation {

/// Ends one office: now, or after `last_day`. One that would begin later never begins. False when
/// it is over by then anyway. Records administrator.end in the organisation's chain; tells the
/// person.
bool end_office(bulk::Work& work, std::int64_t office_id, std::optional<Date> last_day,
                std::string_view reason);

/// Asks whether who acts may end this office: he who holds it, and who may appoint to it.
void require_end(store::Tx& tx, std::int64_t office_id);

/// Ends all offices of the person in the organisation in that way; those that were ended.
std::vector<AdministratorId> end_offices_of(bulk::Work& work, std::int64_t organisation_id,
                                            std::int64_t person_id, std::optional<Date> last_day,
                                            std::string_view reason);

/// Whether the organisation would be without an administrator of everything (a chief, or somebody
/// for all domains and sites) once these offices are ended, though one of them is such; or without
/// any administrator at all. `last_day` as in end_office().
[[nodiscard]] bool leaves_nobody(store::Tx& tx, std::int64_t organisation_id,
                                 const std::vector<std::int64_t>& offices,
                                 std::optional<Date> last_day);

/// The same for all that the person holds; false when he holds nothing.
[[nodiscard]] bool is_last_administrator(store::Tx& tx, std::int64_t organisation_id,
                                         std::int64_t person_id, std::optional<Date> last_day);

}  // namespace dcadmin::designation
