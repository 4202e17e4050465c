// SPDX-License-Identifier: Apache-2.0
// Who administers access for an organisation: what the contexts above ask when a person acts, and
// when something waits for somebody. A legal representative is no administrator by that alone.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/base/date.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <string>
#include <vector>

namespace dcadmin::designation {

/// One office of one person for one organisation.
struct Office {
    std::int64_t id;
    std::int64_t person_id;
    std::string role;         // "chief", "cochief", "manager"
    std::int64_t domain_id;   // 0: all domains
    std::int64_t context_id;  // 0: all sites
    std::string email;        // of the office, else the person's own; empty when none is known
};

/// The offices of an organisation that are held on that day and have not been ended by then: the
/// chief first, then co-chiefs, then managers, the oldest first.
[[nodiscard]] std::vector<Office> offices_of(store::Db& db, std::int64_t organisation_id, Date day,
                                             Timestamp now);
/// Whether the person holds one of them, whatever its domain and sites.
[[nodiscard]] bool administers(store::Db& db, std::int64_t organisation_id, std::int64_t person_id,
                               Date day, Timestamp now);

}  // namespace dcadmin::designation
