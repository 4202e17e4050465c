// SPDX-License-Identifier: Apache-2.0
// Finding the person that a request names, by number or public id; for this context and those above
// it, so that an unknown one is refused everywhere in the same words.
#pragma once

#include <dcadmin/base/ids.h>
#include <dcadmin/error.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace dcadmin::persons {

[[nodiscard]] std::optional<std::int64_t> find_id(store::Db& db, const PersonRef& person);
/// not_found, about `field`, with what to do next.
[[nodiscard]] std::int64_t get_id(store::Db& db, const PersonRef& person,
                                  std::string_view field = "person");
[[nodiscard]] Error unknown(const PersonRef& person, std::string_view field = "person");

}  // namespace dcadmin::persons
