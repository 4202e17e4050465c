// SPDX-License-Identifier: Apache-2.0
// Until which last day to hand in a service is at risk, by company and region; a list asks for many
// services the same few questions.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/secure_zone/vocabulary.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <map>
#include <utility>

namespace dcadmin::secure_zone {

class RiskDays {
   public:
    RiskDays(store::Db& db, Date today) : db_(db), today_(today) {}

    [[nodiscard]] Date until(std::int64_t organisation_id, Region region);

   private:
    store::Db& db_;
    Date today_;
    std::map<std::pair<std::int64_t, Region>, Date> known_;
};

}  // namespace dcadmin::secure_zone
