// SPDX-License-Identifier: Apache-2.0
// What the server answers, as kinds of Error: every SQLSTATE that a user can meet has its words and
// its way out.
#pragma once

#include <dcadmin/error.h>

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>

namespace dcadmin::store::postgres {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ClearResult>;

/// The SQLSTATE of a result; empty when the server did not give it (the connection was lost).
[[nodiscard]] std::string_view state_of(const PGresult* result);
/// The error that a refused statement means.
[[nodiscard]] Error error_of(const PGresult* result);
/// The connection was lost before anything was asked to be kept.
[[nodiscard]] Error lost(std::string_view said);
/// The connection was lost, or gave no plain answer, while the commit was under way.
[[nodiscard]] Error not_known(std::string_view said);
/// What libpq says, its lines in one.
[[nodiscard]] std::string one_line(std::string_view said);

}  // namespace dcadmin::store::postgres
