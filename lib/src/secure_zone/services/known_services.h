// SPDX-License-Identifier: Apache-2.0
// Services that a run over a file will soon ask for, read together: hundreds by one statement. Who
// changes one at once makes it be read anew.
#pragma once

#include "secure_zone/services/service_row.h"
#include "store/tx.h"

#include <dcadmin/secure_zone/service.h>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dcadmin::secure_zone {

class KnownServices {
   public:
    explicit KnownServices(store::Db& db) : db_(db) {}

    /// Those that are asked for next; what was known of others is let go.
    void expect(std::vector<std::int64_t> ids);
    [[nodiscard]] std::optional<ServiceRow> find(ServiceId id);
    void forget(std::int64_t id) { rows_.erase(id); }

   private:
    store::Db& db_;
    std::vector<std::int64_t> expected_;  // and not read yet
    std::unordered_map<std::int64_t, ServiceRow> rows_;
};

}  // namespace dcadmin::secure_zone
