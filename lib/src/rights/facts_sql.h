// SPDX-License-Identifier: Apache-2.0
// What judging a grant needs to know from the store: the person with his working relations and live
// grants, the rights, the context values.
#pragma once

#include "rights/rules.h"
#include "store/db.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::rights {

struct PersonFacts {
    std::int64_t id;
    std::string email;
    std::vector<RelationFacts> relations;  // by organisation, then id
    std::vector<HeldGrant> held;           // live ones of all his relations
};

/// The person with that national or BIS number; none when unknown. Grants are read only when asked.
[[nodiscard]] std::optional<PersonFacts> find_person_facts(store::Db& db, std::int64_t number,
                                                           std::string_view now, bool with_grants);
[[nodiscard]] std::optional<std::int64_t> number_of_person(store::Db& db, std::int64_t person_id);
[[nodiscard]] std::optional<std::int64_t> person_of_number(store::Db& db, std::int64_t number);
[[nodiscard]] bool organisation_exists(store::Db& db, EnterpriseNumber number);

[[nodiscard]] std::vector<RightFacts> all_right_facts(store::Db& db);
[[nodiscard]] std::optional<RightFacts> find_right_facts(store::Db& db, std::string_view code);

[[nodiscard]] std::optional<std::int64_t> find_site_value(store::Db& db,
                                                          std::int64_t organisation_id,
                                                          SiteNumber site);
[[nodiscard]] std::optional<std::int64_t> find_role_value(store::Db& db, std::int64_t right_id,
                                                          const RoleCode& role);
/// The sites of an organisation, to suggest one; at most `limit`.
[[nodiscard]] std::vector<std::string> some_sites(store::Db& db, std::int64_t organisation_id,
                                                  std::int64_t limit);
[[nodiscard]] std::vector<std::string> roles_of(store::Db& db, std::int64_t right_id);
[[nodiscard]] bool any_grants(store::Db& db);

}  // namespace dcadmin::rights
