// SPDX-License-Identifier: Apache-2.0
// A service as the store has it, for who judges and changes it.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/secure_zone/service.h>

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin::secure_zone {

struct ServiceRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    std::string work_id = {};
    std::int64_t worker_id = 0;
    std::int64_t context_id = 0;  // the worker's site; 0: none
    std::int64_t customer_id = 0;
    Region region = Region::flanders;
    Date day = Date::from_days(0);
    std::int64_t hours = 1;
    Activity activity = Activity::household;
    EnteredBy entered_by = EnteredBy::worker;
    Channel channel = Channel::online;
    ServiceState state = ServiceState::registered;
    Date registered_on = Date::from_days(0);
    std::optional<Date> validated_on = {};
    std::optional<Date> confirmed_on = {};
    std::optional<Date> due_on = {};
    std::int64_t allocated = 0;
    std::int64_t issued = 0;
    std::int64_t paid = 0;
    std::string hand_in_until = {};

    [[nodiscard]] std::int64_t missing() const { return hours - allocated; }
};

}  // namespace dcadmin::secure_zone
