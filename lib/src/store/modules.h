// SPDX-License-Identifier: Apache-2.0
// Drivers that are not part of the library, loaded when a store first asks for one: start-up is
// for everyone, libpq for those who have a server.
#pragma once

#include "store/driver.h"

#include <string>

namespace dcadmin::store {

/// The driver in <where this library lies>/dcadmin/dcadmin-NAME.so. Throws failed when it is not
/// installed, naming the package, or is of another version.
[[nodiscard]] const Driver& load_driver(const std::string& name);

}  // namespace dcadmin::store
