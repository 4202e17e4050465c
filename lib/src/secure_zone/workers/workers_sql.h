// SPDX-License-Identifier: Apache-2.0
// Statements about workers.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/secure_zone/workers.h>

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin::secure_zone {

struct WorkerRow {
    std::int64_t id = 0;
    AffiliationNumber login;
    std::int64_t organisation_id = 0;
    std::int64_t person_id = 0;
    std::int64_t context_id = 0;  // 0: no site
    Region region = Region::flanders;
    std::string email;
    std::string phone;
    std::string password_hash;
    std::string inactive_since;
    std::string key;  // the person's, for the log
};

[[nodiscard]] std::optional<WorkerRow> find_worker(store::Db& db, AffiliationNumber login);
[[nodiscard]] std::optional<WorkerRow> find_worker(store::Db& db, std::int64_t organisation_id,
                                                   std::int64_t person_id);
/// The id; 0 when that is no site of the organisation.
[[nodiscard]] std::int64_t find_site(store::Db& db, std::int64_t organisation_id,
                                     SiteNumber number);
/// One more than the last; none when all are used up.
[[nodiscard]] std::optional<AffiliationNumber> next_login(store::Db& db);
[[nodiscard]] std::int64_t insert_worker(store::Db& db, const WorkerRow& row,
                                         std::int64_t operation);
/// All but login, organisation and person.
void change_worker(store::Db& db, const WorkerRow& row);
[[nodiscard]] std::string key_of_person(store::Db& db, std::int64_t person_id);
[[nodiscard]] Language language_of_person(store::Db& db, std::int64_t person_id);
[[nodiscard]] Worker shown_worker(store::Db& db, std::int64_t id, Date day);
std::uint64_t list_workers(store::Db& db, const WorkerFilter& filter,
                           std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                           Date day, const Each<Worker>& each);

}  // namespace dcadmin::secure_zone
