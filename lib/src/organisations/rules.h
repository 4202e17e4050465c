// SPDX-License-Identifier: Apache-2.0
// Rules of organisations and sites: pure functions that answer what is wrong.
#pragma once

#include "registers/find.h"

#include <dcadmin/organisations.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::organisations {

/// The request with its texts trimmed; refused with usage: a name of blanks, control characters,
/// too long. A name that was not typed stays empty.
[[nodiscard]] Organisation cleaned(const NewOrganisation& request);
[[nodiscard]] Site cleaned(const NewSite& request);

/// An enterprise that is its own parent.
[[nodiscard]] std::optional<Error> parent_problem(const NewOrganisation& asked);
/// An enterprise that the register says was stopped.
[[nodiscard]] std::optional<Error> stopped(EnterpriseNumber number,
                                           const registers::KnownEnterprise& known);
/// An establishment that the register gives to another enterprise.
[[nodiscard]] std::optional<Error> elsewhere(const Site& asked,
                                             const registers::KnownEstablishment& known);
/// One whose name nobody knows.
[[nodiscard]] std::optional<Error> nameless(const Organisation& asked);
[[nodiscard]] std::optional<Error> nameless(const Site& asked);
/// "the register says 'Poetshulp', not 'Strijkhulp'"; empty when the typed name is that, or none.
[[nodiscard]] std::string name_remark(std::string_view kept, std::string_view typed);

/// A conflict when what is there differs from what is asked for; what the request leaves out says
/// nothing. `known` is the name of the register, which may stand there instead of the typed one.
[[nodiscard]] std::optional<Error> difference(const Organisation& there,
                                              const NewOrganisation& asked, std::string_view known);
/// The same for a site; also when another organisation has one of that number.
[[nodiscard]] std::optional<Error> difference(const std::vector<Site>& there, const Site& asked,
                                              std::string_view known);
/// Which of the sites of one number is meant; several without an organisation are a usage error.
[[nodiscard]] Site chosen(const std::vector<Site>& sites, SiteNumber number,
                          std::optional<EnterpriseNumber> org);

/// not_found, about `field`, with the command that adds the organisation.
[[nodiscard]] Error unknown(EnterpriseNumber number, std::string_view field);

}  // namespace dcadmin::organisations
