// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/known_services.h"

#include "secure_zone/services/service_row_sql.h"

#include <utility>

namespace dcadmin::secure_zone {

void KnownServices::expect(std::vector<std::int64_t> ids) {
    expected_ = std::move(ids);
    rows_.clear();
}

std::optional<ServiceRow> KnownServices::find(ServiceId id) {
    if (!expected_.empty()) {
        read_services(db_, std::exchange(expected_, {}), [this](ServiceRow row) {
            const std::int64_t key = row.id;
            rows_.emplace(key, std::move(row));
        });
    }
    const auto known = rows_.find(id.value());
    return known == rows_.end() ? find_service(db_, id) : std::optional(known->second);
}

}  // namespace dcadmin::secure_zone
