// SPDX-License-Identifier: Apache-2.0
// How a request's word for a person becomes his row: who acts, whom a notice is to, whom a register
// was asked about and who holds a right are all found here.
#pragma once

#include <dcadmin/base/ids.h>

#include <cstdint>
#include <optional>

namespace dcadmin::store {

class Db;

/// By national number, or by public id; not an erased person.
[[nodiscard]] std::optional<std::int64_t> find_person_id(Db& db, const PersonRef& person);

}  // namespace dcadmin::store
