// SPDX-License-Identifier: Apache-2.0
// Persons, as lists show them.
#pragma once

#include "output/view.h"

#include <dcadmin/persons.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Person> person_view();

}  // namespace dcadmin::views
