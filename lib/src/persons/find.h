// SPDX-License-Identifier: Apache-2.0
// Finding the person that a request names, by number or public id; for this context and those above
// it, so that an unknown one is refused everywhere in the same words.
#pragma once

#include <dcadmin/base/ids.h>
#include <dcadmin/base/national_number.h>
#include <dcadmin/error.h>
#include <dcadmin/persons.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace dcadmin::store {
class Tx;
}  // namespace dcadmin::store

namespace dcadmin::persons {

/// An erased person keeps his row, for others point at it, with a number below zero: so it is read
/// everywhere as "there is none".
inline constexpr std::string_view erased_name = "(erased)";
[[nodiscard]] inline std::optional<NationalNumber> number_of(std::int64_t stored) {
    if (stored <= 0) return std::nullopt;
    return NationalNumber::from_stored(static_cast<std::uint64_t>(stored));
}

/// Nobody who was erased.
[[nodiscard]] std::optional<std::int64_t> find_id(store::Db& db, const PersonRef& person);
/// not_found, about `field`, with what to do next.
[[nodiscard]] std::int64_t get_id(store::Db& db, const PersonRef& person,
                                  std::string_view field = "person");
/// Throws as get_id() does.
[[nodiscard]] Person get(store::Db& db, const PersonRef& person);
/// The same for whom who acts may see: somebody else's people are not there.
[[nodiscard]] std::int64_t get_id(store::Tx& tx, const PersonRef& person,
                                  std::string_view field = "person");
[[nodiscard]] std::int64_t get_id(const Env& env, const PersonRef& person,
                                  std::string_view field = "person");
[[nodiscard]] Error unknown(const PersonRef& person, std::string_view field = "person");

}  // namespace dcadmin::persons
