// SPDX-License-Identifier: Apache-2.0
// Looking up what a list of services is narrowed to.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/base/site_number.h>
#include <dcadmin/secure_zone/customer_number.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace dcadmin::secure_zone {

[[nodiscard]] std::optional<std::int64_t> worker_with_login(store::Db& db, AffiliationNumber login);
/// Of each of these companies that has him; of any where none are named.
[[nodiscard]] std::vector<std::int64_t> customers_numbered(
    store::Db& db, CustomerNumber number, const std::vector<std::int64_t>& organisations);
[[nodiscard]] std::vector<std::int64_t> workers_of_person(store::Db& db, std::int64_t person_id);
[[nodiscard]] std::vector<std::int64_t> customers_of_person(store::Db& db, std::int64_t person_id);
/// For which he works, or whose customer he is.
[[nodiscard]] std::vector<std::int64_t> companies_of_person(store::Db& db, std::int64_t person_id);
[[nodiscard]] std::optional<std::int64_t> person_of_worker(store::Db& db, std::int64_t worker_id);
/// The sites of a company where somebody holds the zone's right, and 0 for none; nothing when they
/// are more than `most`.
[[nodiscard]] std::optional<std::vector<std::int64_t>> sites_seen(store::Db& db,
                                                                  std::int64_t organisation_id,
                                                                  const access::Sight& sight,
                                                                  std::size_t most);
/// The companies that have services; none when they are more than `most`.
[[nodiscard]] std::vector<std::int64_t> companies_with_services(store::Db& db, std::size_t most);

}  // namespace dcadmin::secure_zone
