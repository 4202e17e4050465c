// SPDX-License-Identifier: Apache-2.0
// How lines of history, allocations and notices to customers are written, very many at once.
#pragma once

#include "audit/service_images.h"
#include "secure_zone/services/alike.h"
#include "store/appender.h"
#include "store/db.h"

#include <cstdint>
#include <memory>
#include <span>
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
/// What many services become alike, in their rows and in their lines, which stand in the order of
/// `services`. False where one of them is another than the step says it was before.
[[nodiscard]] bool change_alike(store::Db& db, std::int64_t set, const AlikeStep& step,
                                std::span<const std::int64_t> services);
/// To those of the customers who have an address.
void insert_customer_notices(store::Db& db, std::span<const std::int64_t> customers,
                             std::string_view kind, std::int64_t operation, std::string_view now);

}  // namespace dcadmin::secure_zone
