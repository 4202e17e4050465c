// SPDX-License-Identifier: Apache-2.0
// What the standard and the exception procedure have in common: the new chief comes into office,
// the former one leaves it, the others are put on the list for review, and the organisation is
// activated, all in the caller's transaction.
#pragma once

#include "bulk/run.h"
#include "designation/offices_sql.h"
#include "designation/rules.h"
#include "organisations/find.h"

#include <dcadmin/designation.h>

#include <optional>
#include <string>

namespace dcadmin::designation {

struct Installation {
    organisations::Found org;
    EnterpriseNumber number;
    PersonFacts person;
    const EmailAddress& email;
    const PhoneNumber& phone;
    std::optional<Date> from;
    std::optional<std::int64_t> appointer;  // none: the local operator
    std::int64_t request_id = 0;
    std::string reason;
};

[[nodiscard]] Written<Administrator> install(bulk::Work& work, const Installation& asked);

/// By which right the acting person appoints in the organisation now.
[[nodiscard]] Authority authority_of(store::Tx& tx, std::int64_t organisation_id,
                                     EnterpriseNumber org);

}  // namespace dcadmin::designation
