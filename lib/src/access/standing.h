// SPDX-License-Identifier: Apache-2.0
// What somebody is in an organisation, or with the issuer, as the transaction that asks sees it; and
// whether a row of the matrix lets him, apart from his key.
#pragma once

#include "access/require.h"
#include "access/roles_sql.h"
#include "store/acting.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::access {

// All that is known of somebody in one organisation.
struct Standing {
    std::array<bool, role_count> roles{};
    std::vector<HeldOffice> offices;
    std::vector<std::int64_t> zone_sites;  // where he holds the right of the secure zone

    [[nodiscard]] bool holds(Role role) const { return roles[static_cast<std::size_t>(role)]; }
    void hold(Role role, bool held = true) {
        auto& one = roles[static_cast<std::size_t>(role)];
        one = one || held;
    }
};

// What was looked up already; a transaction sees one state, so it holds to its end.
struct Known {
    bool let_in = false;  // without a token
    std::map<std::int64_t, Standing> standings;
    std::map<std::int64_t, bool> belongs;  // persons
    std::optional<StaffRoles> staff;
    std::optional<std::string> account_operations;
};

// Who acts and where it is looked up; of a transaction, or of an operation that only reads.
struct Actor {
    store::Db& db;
    const store::Acting& acting;
    Timestamp now;
    Known& known;
};

[[nodiscard]] const StaffRoles& staff_of(const Actor& actor);
[[nodiscard]] bool is_staff(const Actor& actor);
[[nodiscard]] const Standing& standing_of(const Actor& actor, std::int64_t organisation);
[[nodiscard]] bool role_may(const Row& row, Role role, const Standing& standing,
                            const Subject& subject);
[[nodiscard]] bool for_everybody(const Row& row);
[[nodiscard]] bool person_may(const Actor& actor, const Row& row, const Subject& subject);

}  // namespace dcadmin::access
