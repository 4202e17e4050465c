// SPDX-License-Identifier: Apache-2.0
// What the store says of who acts: his offices and functions in an organisation, his place with the
// issuer, an account's scope; and to whom a person belongs.
#pragma once

#include "access/matrix.h"
#include "store/db.h"

#include <dcadmin/base/clock.h>
#include <dcadmin/base/enterprise_number.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::access {

/// Whether the policy sign_in says required, and an operator was given a key to sign in with.
[[nodiscard]] bool wants_sign_in(store::Db& db, Timestamp now);

struct HeldOffice {
    std::string role;         // "chief", "cochief", "manager"
    std::string domain;       // its code; empty: all
    std::int64_t context_id;  // 0: all sites
};
[[nodiscard]] std::vector<HeldOffice> offices_held(store::Db& db, std::int64_t person,
                                                   std::int64_t organisation, Timestamp now);
/// The sites at which the person holds the right that opens the secure zone.
[[nodiscard]] std::vector<std::int64_t> zone_sites(store::Db& db, std::int64_t person,
                                                   std::int64_t organisation, Timestamp now);
[[nodiscard]] bool represents(store::Db& db, std::int64_t person, std::int64_t organisation,
                              Timestamp now);
[[nodiscard]] bool represents(store::Db& db, std::int64_t person, EnterpriseNumber enterprise,
                              Timestamp now);

struct StaffRoles {
    bool issuer = false;
    bool auditor = false;
};
[[nodiscard]] StaffRoles staff_roles(store::Db& db, std::int64_t person, Timestamp now);

/// '|' between; "*" all.
[[nodiscard]] std::string operations_of_account(store::Db& db, std::int64_t account);
[[nodiscard]] bool is_for_all(store::Db& db, std::int64_t account);
[[nodiscard]] bool account_reaches(store::Db& db, std::int64_t account, std::int64_t organisation);
/// A relation, office or function of his with that organisation, now or earlier.
[[nodiscard]] bool belongs_to(store::Db& db, std::int64_t person, std::int64_t organisation);
[[nodiscard]] bool belongs_to_account(store::Db& db, std::int64_t person, std::int64_t account);

}  // namespace dcadmin::access
