// SPDX-License-Identifier: Apache-2.0
// Statements about contracts of workers.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/secure_zone/contracts.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace dcadmin::secure_zone {

struct ContractRow {
    std::int64_t id = 0;
    std::int64_t worker_id = 0;
    std::int64_t context_id = 0;
    DateRange period;
    WeeklyHours hours;
};

/// Those that share a day with the period.
[[nodiscard]] std::vector<ContractRow> contracts_within(store::Db& db, std::int64_t worker_id,
                                                        DateRange period);
[[nodiscard]] std::int64_t insert_contract(store::Db& db, const ContractRow& row,
                                           std::int64_t operation);
void set_contract_end(store::Db& db, std::int64_t id, Date last);
[[nodiscard]] Contract shown_contract(store::Db& db, std::int64_t id, Date day);
std::uint64_t list_contracts(store::Db& db, const ContractFilter& filter,
                             std::optional<std::int64_t> organisation_id,
                             const access::Sight& sight, Date day, const Each<Contract>& each);

}  // namespace dcadmin::secure_zone
