// SPDX-License-Identifier: Apache-2.0
// Rules of organisations and sites: pure functions that answer what is wrong.
#pragma once

#include <dcadmin/organisations.h>

#include <optional>
#include <vector>

namespace dcadmin::organisations {

/// The request with its texts trimmed; refused with usage: no name, control characters, too long.
[[nodiscard]] Organisation cleaned(const NewOrganisation& request);
[[nodiscard]] Site cleaned(const NewSite& request);

/// An enterprise that is its own parent.
[[nodiscard]] std::optional<Error> parent_problem(const Organisation& asked);
/// A conflict when what is there differs from what is asked for.
[[nodiscard]] std::optional<Error> difference(const Organisation& there, const Organisation& asked);
/// The same for a site; also when another organisation has one of that number.
[[nodiscard]] std::optional<Error> difference(const std::vector<Site>& there, const Site& asked);
/// Which of the sites of one number is meant; several without an organisation are a usage error.
[[nodiscard]] Site chosen(const std::vector<Site>& sites, SiteNumber number,
                          std::optional<EnterpriseNumber> org);

/// not_found, about `field`, with the command that adds the organisation.
[[nodiscard]] Error unknown(EnterpriseNumber number, std::string_view field);

}  // namespace dcadmin::organisations
