// SPDX-License-Identifier: Apache-2.0
// Statements on those who work for the issuer.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/staff.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::staff {

struct StaffRow {
    std::int64_t id = 0;
    std::int64_t person_id = 0;
    StaffRole role = StaffRole::issuer;
    DateRange period;
    std::string ended_at;
    std::string reason;
};

/// All there ever were of that person and role, the latest last.
[[nodiscard]] std::vector<StaffRow> staff_of(store::Db& db, std::int64_t person_id, StaffRole role);
[[nodiscard]] std::int64_t insert_staff(store::Db& db, const StaffRow& row, std::int64_t operation);
void end_staff(store::Db& db, std::int64_t id, std::string_view at);
[[nodiscard]] StaffMember shown_staff(store::Db& db, std::int64_t id, Date day, Timestamp now);
std::uint64_t list_staff(store::Db& db, const StaffFilter& filter,
                         std::optional<std::int64_t> person_id, const access::Sight& sight,
                         Timestamp now, const Each<StaffMember>& each);
/// A key that is good for a session of two factors.
[[nodiscard]] bool can_sign_in(store::Db& db, std::int64_t person_id, Date day);
/// Operators who can sign in, other than this one.
[[nodiscard]] bool others_operate(store::Db& db, std::int64_t staff_id, Timestamp now);

}  // namespace dcadmin::staff
