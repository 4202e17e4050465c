// SPDX-License-Identifier: Apache-2.0
// The person whom a request describes, for operations that add somebody together with what he is to
// them: a worker, say.
#pragma once

#include "bulk/run.h"

#include <dcadmin/persons.h>

namespace dcadmin::persons {

/// Adds him, recorded in the system chain, or finds him by number; refused as Persons::add. Who may
/// is for the caller to ask.
[[nodiscard]] Written<Person> add_or_find(bulk::Work& work, const NewPerson& request,
                                          bool registers_in_use);

}  // namespace dcadmin::persons
