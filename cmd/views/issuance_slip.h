// SPDX-License-Identifier: Apache-2.0
// The slip of an issuance (afgifteborderel), for people: as text, and as a page that stands alone
// and can be printed.
#pragma once

#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/paper.h>

#include <string>
#include <vector>

namespace dcadmin::views {

[[nodiscard]] std::string slip_text(const Issuance& issuance,
                                    const std::vector<IssuanceItem>& items);
[[nodiscard]] std::string slip_page(const Issuance& issuance,
                                    const std::vector<IssuanceItem>& items);

/// The same of paper: it goes in the bag with the vouchers that it lists.
[[nodiscard]] std::string slip_text(const Issuance& issuance,
                                    const std::vector<PaperVoucher>& vouchers);
[[nodiscard]] std::string slip_page(const Issuance& issuance,
                                    const std::vector<PaperVoucher>& vouchers);

}  // namespace dcadmin::views
