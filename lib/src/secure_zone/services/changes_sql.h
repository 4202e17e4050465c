// SPDX-License-Identifier: Apache-2.0
// How lines of history, allocations and notices to customers are written, very many at once.
#pragma once

#include "audit/service_images.h"
#include "store/appender.h"
#include "store/db.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace dcadmin::secure_zone {

class ChangeTables {
   public:
    explicit ChangeTables(store::Db& db) : db_(db) {}

    void add(std::int64_t set, const audit::ServiceLineFields& line);
    void add(std::int64_t set, const audit::AllocationFields& allocation);
    void flush();

   private:
    store::Db& db_;
    std::unique_ptr<store::Appender> lines_;
    std::unique_ptr<store::Appender> allocations_;
};

[[nodiscard]] std::int64_t insert_change_set(store::Db& db, std::int64_t organisation_id,
                                             std::string_view verb, std::int64_t operation);
/// For customers who have an address.
void insert_customer_notice(store::Db& db, std::int64_t customer_id, std::string_view kind,
                            std::int64_t operation, std::string_view now);

}  // namespace dcadmin::secure_zone
