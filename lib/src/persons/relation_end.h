// SPDX-License-Identifier: Apache-2.0
// Ending a working relation: with it end the grants under it, the same day and in the same
// transaction (sheet U11), so that nobody keeps access in the name of an organisation that he left.
#pragma once

#include "bulk/run.h"

#include <dcadmin/persons.h>

namespace dcadmin::persons {

[[nodiscard]] Written<EndedRelation> apply_end(bulk::Work& work, const RelationEnd& request);
/// The result of a row; names the grants that ended.
[[nodiscard]] bulk::Result result_of(const Written<EndedRelation>& written);

}  // namespace dcadmin::persons
