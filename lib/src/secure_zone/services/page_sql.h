// SPDX-License-Identifier: Apache-2.0
// A page of services. The list is put together from parts (one per company, region and state that
// is asked for) of which each is a stretch of one index in the order of the list, so that the page
// costs its own rows and no others, however many services there are and wherever it lies.
#pragma once

#include "access/require.h"
#include "secure_zone/services/risk_days.h"
#include "store/db.h"

#include <dcadmin/secure_zone/services.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

/// A filter whose names are looked up.
struct ServicesWanted {
    std::vector<std::int64_t> organisations = {};         // of one of these
    std::optional<std::vector<std::int64_t>> sites = {};  // that are seen, when these are few
    std::optional<std::int64_t> worker = {};
    std::optional<std::vector<std::int64_t>> customers =
        {};                                          // the same number at several companies
    std::vector<std::int64_t> own_as_worker = {};    // of one of these,
    std::vector<std::int64_t> own_as_customer = {};  // or of one of these
    bool own = false;
    std::vector<ServiceState> states = {};
    std::vector<Region> regions = {};
    std::optional<Date> from = {};
    std::optional<Date> until = {};
    enum class Order { day, hand_in, id } order = Order::day;
    bool at_risk = false;
    bool modified = false;
    bool nothing = false;        // what is asked for excludes each other
    std::string after_key = {};  // of the service that the page follows
    std::optional<std::int64_t> after_id = {};
    bool reverse = false;
    std::optional<std::uint64_t> limit = {};
    std::uint64_t offset = 0;
    bool counted = true;
};

[[nodiscard]] ServiceCount page_of_services(store::Db& db, const ServicesWanted& wanted,
                                            const access::Sight& sight, RiskDays& risk,
                                            const Each<Service>& each);

}  // namespace dcadmin::secure_zone
