// SPDX-License-Identifier: Apache-2.0
// Statements of organisations and their sites. A site is a row of context_value, since it is what a
// grant can be limited to.
#pragma once

#include <dcadmin/organisations.h>

#include "access/require.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dcadmin::organisations {

struct StoredOrganisation {
    std::int64_t id;
    Organisation item;
};

[[nodiscard]] std::optional<StoredOrganisation> find_organisation(store::Db& db,
                                                                  EnterpriseNumber number);
/// `parent_id` 0: none.
[[nodiscard]] std::int64_t insert_organisation(store::Db& db, const Organisation& organisation,
                                               std::int64_t parent_id);
std::uint64_t list_organisations(store::Db& db, const OrganisationFilter& filter,
                                 std::optional<std::int64_t> parent_id,
                                 const access::Sight& sight, const Each<Organisation>& each);

/// All sites of that number, whoever has them.
[[nodiscard]] std::vector<Site> find_sites(store::Db& db, SiteNumber number);
[[nodiscard]] std::int64_t insert_site(store::Db& db, std::int64_t organisation_id,
                                       const Site& site);
std::uint64_t list_sites(store::Db& db, const SiteFilter& filter,
                         std::optional<std::int64_t> organisation_id,
                         const access::Sight& sight, const Each<Site>& each);

}  // namespace dcadmin::organisations
