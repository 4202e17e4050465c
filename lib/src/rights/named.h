// SPDX-License-Identifier: Apache-2.0
// Finding what a request names, or saying well that it is not there: rights by code, context
// values, persons. Every refusal is not_found with the nearest thing that is there.
#pragma once

#include "access/require.h"
#include "rights/facts_sql.h"
#include "rights/rules.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dcadmin::rights {

/// The rights by code, read once: for runs, where every row asks.
class RightIndex {
   public:
    explicit RightIndex(store::Db& db);
    RightIndex(const RightIndex&) = delete;
    RightIndex& operator=(const RightIndex&) = delete;
    [[nodiscard]] const RightFacts& get(std::string_view code) const;
    [[nodiscard]] const RightFacts& get(std::int64_t id) const { return *by_id_.at(id); }

   private:
    std::vector<RightFacts> rights_;
    std::unordered_map<std::string_view, const RightFacts*> by_code_;
    std::unordered_map<std::int64_t, const RightFacts*> by_id_;
};

[[nodiscard]] RightFacts require_right_facts(store::Db& db, std::string_view code);
[[nodiscard]] NationalNumber require_number(store::Db& db, const PersonRef& person);
/// Nobody whom who acts may not see.
[[nodiscard]] NationalNumber require_number(const Env& env, const PersonRef& person);
void require_organisation(store::Db& db, EnterpriseNumber org);
/// The same for one that who acts may not see.
void require_organisation(const Env& env, EnterpriseNumber org);
[[nodiscard]] std::optional<std::int64_t> find_role(const RightFacts& right, const RoleCode& role);
/// The context value's id: a site of that organisation, or a role of that right.
[[nodiscard]] std::int64_t require_context(store::Db& db, const RightFacts& right,
                                           std::int64_t organisation_id, EnterpriseNumber org,
                                           const ContextValue& context);
/// For one that is not there.
[[nodiscard]] Error unknown_context(store::Db& db, const RightFacts& right,
                                    std::int64_t organisation_id, EnterpriseNumber org,
                                    const ContextValue& context);
[[nodiscard]] Error unknown_person(NationalNumber number);
[[nodiscard]] Error unknown(const PersonRef& person);
[[nodiscard]] Error unknown_organisation(EnterpriseNumber org);

/// What a request about a grant names.
struct Named {
    std::int64_t person_id;
    std::int64_t organisation_id;
};
/// As who acts may see it: refused as what is not there. Who did not sign in sees all and is asked
/// about at once; nothing is looked up for him.
[[nodiscard]] std::optional<Named> require_visible(store::Tx& tx, access::Operation operation,
                                                   const PersonRef& person, EnterpriseNumber org);
/// Asks whether who acts may do this to such a grant; sites that are no sites of the organisation
/// are nobody's. `contexts` none: those that it has are not known yet.
void require_allowed(store::Tx& tx, access::Operation operation, const Named& named,
                     const RightCode& right, std::optional<std::vector<std::int64_t>> contexts);
/// Who administers it grants it.
[[nodiscard]] std::string domain_of_right(store::Db& db, std::string_view code);
[[nodiscard]] std::vector<std::int64_t> context_ids(store::Db& db, std::int64_t organisation_id,
                                                    const std::vector<ContextValue>& contexts);

}  // namespace dcadmin::rights
