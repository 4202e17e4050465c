// SPDX-License-Identifier: Apache-2.0
// Finding the service that a request names, and asking whether what is wanted may be done to it.
#pragma once

#include "access/require.h"
#include "secure_zone/services/known_services.h"
#include "secure_zone/services/service_row.h"
#include "store/tx.h"

#include <dcadmin/secure_zone/service_decisions.h>

#include <cstdint>
#include <optional>

namespace dcadmin::secure_zone {

/// Who is party to a service, for access.
struct ServiceParties {
    ServiceRow service;
    std::optional<std::int64_t> customer_person;  // who signs in as the customer; where one does
};

/// not_found for one that is not there or of another company; usage when the request names none.
[[nodiscard]] ServiceParties seen_service(store::Tx& tx, const ServiceRef& ref);
[[nodiscard]] ServiceParties seen_service(store::Tx& tx, const ServiceRef& ref,
                                          KnownServices& known);
/// As access::require refuses.
void require_companys(store::Tx& tx, const ServiceRow& service, access::Operation operation);
void require_customers(store::Tx& tx, const ServiceParties& parties);

}  // namespace dcadmin::secure_zone
