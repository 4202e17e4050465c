// SPDX-License-Identifier: Apache-2.0
// Finding the organisation that a request names; for this context and those above it, so that an
// unknown one is refused everywhere in the same words.
#pragma once

#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin {
struct Env;
namespace store {
class Tx;
}  // namespace store
}  // namespace dcadmin

namespace dcadmin::organisations {

struct Found {
    std::int64_t id;
    std::string name;
};
[[nodiscard]] std::optional<Found> find(store::Db& db, EnterpriseNumber number);
/// not_found, about `field`, with the command that adds it.
[[nodiscard]] Found get(store::Db& db, EnterpriseNumber number, std::string_view field = "org");
[[nodiscard]] std::int64_t get_id(store::Db& db, EnterpriseNumber number,
                                  std::string_view field = "org");
/// The same for what who acts may see: another organisation than his session's is not there.
[[nodiscard]] Found get(store::Tx& tx, EnterpriseNumber number, std::string_view field = "org");
[[nodiscard]] std::int64_t get_id(store::Tx& tx, EnterpriseNumber number,
                                  std::string_view field = "org");
[[nodiscard]] std::int64_t get_id(const Env& env, EnterpriseNumber number,
                                  std::string_view field = "org");

}  // namespace dcadmin::organisations
