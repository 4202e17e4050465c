// SPDX-License-Identifier: Apache-2.0
#include "policies/policies_sql.h"

#include "store/db.h"

namespace dcadmin::policies {

std::optional<StoredPolicy> find_policy(store::Db& db, std::string_view name) {
    auto& found = db.statement("SELECT id, value FROM policy WHERE name = $1");
    if (!found.first({name})) return std::nullopt;
    StoredPolicy policy{.id = found.integer(0), .value = found.string(1)};
    found.reset();
    return policy;
}

std::int64_t insert_policy(store::Db& db, std::string_view name, std::string_view value) {
    return db.statement("INSERT INTO policy (name, value) VALUES ($1, $2) RETURNING id")
        .insert({name, value});
}

void update_policy(store::Db& db, std::int64_t id, std::string_view value) {
    db.statement("UPDATE policy SET value = $2 WHERE id = $1").run({id, value});
}

bool owns_store(store::Db& db) {
    const bool in_a_file = db.role_statements("nobody").empty();
    if (in_a_file) return true;
    auto& found = db.statement(
        "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'policy' "
        "AND pg_has_role(current_user, tableowner, 'USAGE')");
    const bool owns = found.first({});
    found.reset();
    return owns;
}

}  // namespace dcadmin::policies
