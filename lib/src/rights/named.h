// SPDX-License-Identifier: Apache-2.0
// Finding what a request names, or saying well that it is not there: rights by code, context
// values, persons. Every refusal is not_found with the nearest thing that is there.
#pragma once

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
void require_organisation(store::Db& db, EnterpriseNumber org);
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

}  // namespace dcadmin::rights
