// SPDX-License-Identifier: Apache-2.0
// The statement behind the list of what ends soon: a union with one part a kind, so that another
// kind is another part.
#pragma once

#include "tasks/tasks_sql.h"

namespace dcadmin::tasks {

struct ExpiringQuery {
    const ExpiringFilter& filter;
    Window window;
    std::optional<std::int64_t> organisation_id;
    std::optional<Administered> only;
    access::Sight sight;
};
std::uint64_t list_expiring(store::Db& db, const ExpiringQuery& query, const Each<Expiring>& each);

}  // namespace dcadmin::tasks
