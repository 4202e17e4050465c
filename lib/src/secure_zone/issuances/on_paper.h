// SPDX-License-Identifier: Apache-2.0
// Issuances of paper: made of what waits of a month, received by the issuer.
#pragma once

#include "bulk/run.h"

#include <dcadmin/secure_zone/issuances.h>

namespace dcadmin::secure_zone {

[[nodiscard]] Written<Issuance> apply_create_on_paper(bulk::Work& work, const NewIssuance& request);
[[nodiscard]] Written<Issuance> apply_receive(bulk::Work& work, const IssuanceReceipt& request);

}  // namespace dcadmin::secure_zone
