// SPDX-License-Identifier: Apache-2.0
// Working relations, as lists show them.
#pragma once

#include "output/view.h"

#include <dcadmin/persons.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Relation> relation_view();

}  // namespace dcadmin::views
