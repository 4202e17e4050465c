// SPDX-License-Identifier: Apache-2.0
// Steps that many services take alike: of a million that are validated today, few differ in more
// than their number. They are held together and written as sets, hundreds by one statement.
#pragma once

#include "secure_zone/services/steps.h"

#include <dcadmin/base/date.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_set>
#include <vector>

namespace dcadmin::secure_zone {

/// What a step does, whichever service takes it.
struct AlikeStep {
    std::int64_t organisation_id;
    ServiceEvent event;
    ServiceState before;
    ServiceState after;
    Date day;
    std::optional<Date> validated_on;
    std::optional<Date> confirmed_on;
    std::optional<Date> due_on;

    auto operator<=>(const AlikeStep&) const = default;
};

class AlikeSteps {
   public:
    using Services = std::vector<std::int64_t>;

    /// One step of a service that has none here.
    void add(const ServiceStep& step);
    /// The same step for others of its company that stand as it does.
    void add(const ServiceStep& step, const Services& services);
    [[nodiscard]] bool has(std::int64_t service_id) const { return ids_.contains(service_id); }
    [[nodiscard]] std::size_t size() const { return size_; }
    /// All of them, the services of each in the order of their ids; none are left.
    [[nodiscard]] std::map<AlikeStep, Services> take();

   private:
    std::map<AlikeStep, Services> steps_;
    std::unordered_set<std::int64_t> ids_;  // of those that came one by one
    std::size_t size_ = 0;
};

}  // namespace dcadmin::secure_zone
