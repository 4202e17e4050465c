// SPDX-License-Identifier: Apache-2.0
// Statements of the catalogue of rights, and the way between its rows and structs.
#pragma once

#include "store/db.h"

#include <dcadmin/rights.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::rights {

struct StoredRight {
    std::int64_t id;
    Right right;
};

[[nodiscard]] std::optional<StoredRight> find_right(store::Db& db, const RightCode& code);
[[nodiscard]] std::vector<std::string> all_codes(store::Db& db);
[[nodiscard]] bool has_domain(store::Db& db, const DomainCode& code);
[[nodiscard]] std::int64_t insert_right(store::Db& db, const Right& right);
void update_right(store::Db& db, std::int64_t id, const Right& right);
void insert_audience(store::Db& db, std::int64_t right_id, Audience audience);
void delete_audiences(store::Db& db, std::int64_t right_id);
std::int64_t insert_role(store::Db& db, std::int64_t right_id, const RoleCode& role);
std::uint64_t list_rights(store::Db& db, const RightFilter& filter, const Each<Right>& each);

/// The image that the log keeps of a right.
[[nodiscard]] std::string image_of(const Right& right);

}  // namespace dcadmin::rights
