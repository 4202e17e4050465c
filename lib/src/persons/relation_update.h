// SPDX-License-Identifier: Apache-2.0
// Changing how a person is reached for a working relation.
#pragma once

#include "bulk/run.h"

#include <dcadmin/persons.h>

namespace dcadmin::persons {

[[nodiscard]] Written<Relation> apply_update(bulk::Work& work, const RelationChange& request);

}  // namespace dcadmin::persons
