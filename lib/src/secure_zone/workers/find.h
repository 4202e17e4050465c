// SPDX-License-Identifier: Apache-2.0
// Finding the worker that a request names, asking whether what is wanted may be done to him, and
// writing down what was done: for workers and all that hangs under them.
#pragma once

#include "secure_zone/workers/workers_sql.h"
#include "store/tx.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

/// not_found for another company's, as access::require refuses otherwise.
[[nodiscard]] WorkerRow require_worker(store::Tx& tx, AffiliationNumber login,
                                       access::Operation operation);
[[nodiscard]] WorkerRow require_worker(const Env& env, AffiliationNumber login);
/// Its id; not_found when it is no site of that organisation.
[[nodiscard]] std::int64_t require_site(store::Db& db, std::int64_t organisation_id,
                                        SiteNumber site);
/// What is asked of access about a worker; he may be of no site.
[[nodiscard]] access::Subject subject_of(const WorkerRow& row);

[[nodiscard]] std::string image_of(const WorkerRow& row);
/// `before` is empty for a new one.
void record_worker(store::Tx& tx, std::string_view verb, const WorkerRow& row,
                   const std::string& before, const std::string& reason);

}  // namespace dcadmin::secure_zone
