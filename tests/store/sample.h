// SPDX-License-Identifier: Apache-2.0
// A small store in which everything has happened that the log tells of: all kinds of records, made,
// changed and ended through the public operations, by two users, one of whom names himself.
#pragma once

#include <dcadmin/env.h>
#include <dcadmin/store.h>

namespace dcadmin::testing {

void fill_sample(Store& store);

}  // namespace dcadmin::testing
