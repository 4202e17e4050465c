// SPDX-License-Identifier: Apache-2.0
// Regions as people call them, for what is printed; tables have their codes.
#pragma once

#include <dcadmin/secure_zone/vocabulary.h>

#include <string>

namespace dcadmin::views {

[[nodiscard]] std::string region_words(Region region);

}  // namespace dcadmin::views
