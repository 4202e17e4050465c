// SPDX-License-Identifier: Apache-2.0
// How an office enters the log and is told of, whichever operation made or ended it.
#pragma once

#include "bulk/run.h"
#include "designation/offices_sql.h"
#include "designation/rules.h"

#include <dcadmin/base/enterprise_number.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::designation {

/// What the registers and the working relations say of a person in an organisation on a day.
[[nodiscard]] Standing standing_of(store::Tx& tx, const PersonFacts& person,
                                   std::int64_t organisation_id, EnterpriseNumber org, Date day);

/// Records administrator.`verb`; `before` is null for a new office.
void record_office(store::Tx& tx, std::string_view verb, const OfficeRow* before,
                   const OfficeRow& after, std::string_view reason);
/// Inserts the office, records it, and tells the person. Gives it its id.
void add_office(bulk::Work& work, OfficeRow& office);
/// Tells the person that `day` is the last of the office.
void tell_end(bulk::Work& work, const OfficeRow& office, Date day);

}  // namespace dcadmin::designation
