// SPDX-License-Identifier: Apache-2.0
// Statements about accreditations.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/secure_zone/company.h>

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin::secure_zone {

struct AccreditationRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    AccreditationNumber number;
    std::string activities;  // '|' between
    DateRange valid;
};
[[nodiscard]] std::optional<AccreditationRow> find_accreditation(store::Db& db,
                                                                 std::int64_t organisation_id,
                                                                 Region region);
/// The company that has that number.
[[nodiscard]] std::optional<EnterpriseNumber> company_of(store::Db& db,
                                                         const AccreditationNumber& number);
[[nodiscard]] std::int64_t insert_accreditation(store::Db& db, const AccreditationRow& row,
                                                std::int64_t operation);
void change_accreditation(store::Db& db, const AccreditationRow& row);
[[nodiscard]] Accreditation shown_accreditation(store::Db& db, std::int64_t id, Date day);
std::uint64_t list_accreditations(store::Db& db, const CompanyFilter& filter,
                                  std::optional<std::int64_t> organisation_id,
                                  const access::Sight& sight, Date day,
                                  const Each<Accreditation>& each);

}  // namespace dcadmin::secure_zone
