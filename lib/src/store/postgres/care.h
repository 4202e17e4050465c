// SPDX-License-Identifier: Apache-2.0
// What a store on a server needs besides statements and transactions: a look at what the database
// holds, ids that keep ahead of the rows, the migration lock, the rights of the application's role,
// the check of constraints, and the backup by pg_dump.
#pragma once

#include "store/appender.h"
#include "store/driver.h"
#include "store/postgres/connection.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::store::postgres {

/// Throws unless the database holds what this way of opening it needs.
void require_contents(Db& db, Opening how);
[[nodiscard]] bool has_table(Connection& connection, const std::string& name);
[[nodiscard]] std::uint64_t database_bytes(Connection& connection);

/// Waits for other migrations, until the end of the transaction.
void lock_migrations(Connection& connection);
/// The tables whose ids the database gives.
[[nodiscard]] std::set<std::string> tables_with_ids(Connection& connection);
/// Lets the ids that the database gives begin behind those that are there.
void pass_ids(Connection& connection, const std::string& table);
/// New ids of a table, that nobody else is given.
[[nodiscard]] IdStock take_ids(Connection& connection, std::string_view table, std::int64_t count);

[[nodiscard]] std::vector<std::string> role_statements(Connection& connection,
                                                       const std::string& role);
[[nodiscard]] std::vector<std::string> own_problems(Connection& connection);
/// Writes the database into the file by pg_dump. Throws failed with a hint when it is not there.
void dump(const OpenRequest& request, const std::string& file);

}  // namespace dcadmin::store::postgres
