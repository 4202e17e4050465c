// SPDX-License-Identifier: Apache-2.0
// What comparing persons reads: of one person at a time, the rights he holds on a day and the
// working relations that further rights could hang under.
#pragma once

#include "rights/grants_sql.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace dcadmin::rights {

struct HeldRight {
    std::int64_t organisation_id;
    std::int64_t right_id;
    std::int64_t context_id;
    EnterpriseNumber org;
    RightCode code;
    std::string title;
    std::optional<ContextValue> context;
    std::string context_name;
    Date until;
};

/// Tells each grant that the person holds live on that day; of one organisation, when it is given.
void each_held_right(store::Db& db, std::int64_t person_id,
                     std::optional<std::int64_t> organisation_id, const AsOf& as_of,
                     const std::function<void(HeldRight&&)>& each);
/// Organisation and target group of his working relations that are live on that day.
using Footings = std::set<std::pair<std::int64_t, std::string>>;
[[nodiscard]] Footings footings_of(store::Db& db, std::int64_t person_id, const AsOf& as_of);
[[nodiscard]] std::set<std::string> audiences_of(store::Db& db, std::int64_t right_id);
[[nodiscard]] std::string name_of_person(store::Db& db, std::int64_t person_id);

}  // namespace dcadmin::rights
