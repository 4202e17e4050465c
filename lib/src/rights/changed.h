// SPDX-License-Identifier: Apache-2.0
// What an operation on grants came to, and how it is answered: the same for granting, extending and
// revoking, for one request and for a row of a file.
#pragma once

#include "rights/facts_sql.h"

#include <dcadmin/bulk.h>
#include <dcadmin/rights.h>

#include <cstdint>
#include <string>
#include <vector>

namespace dcadmin::rights {

struct Changed {
    bool changed = false;
    std::vector<std::int64_t> ids;  // of the grants that were made, moved or found
    std::string remark;
};

[[nodiscard]] bulk::Result result_of(const Changed& changed);
/// The grants as they stand now; ids that are not in the store are left out.
[[nodiscard]] Written<std::vector<Grant>> written_of(const Env& env, const Changed& changed);
/// Where the person is told: at the working relation's address, else at his own.
[[nodiscard]] const std::string& address_of(const PersonFacts& person,
                                            const RelationFacts& relation);

}  // namespace dcadmin::rights
