// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/alike.h"

#include <algorithm>
#include <utility>

namespace dcadmin::secure_zone {

namespace {

AlikeStep alike_of(const ServiceStep& step) {
    return {.organisation_id = step.now.organisation_id,
            .event = step.event,
            .before = step.before.state,
            .after = step.now.state,
            .day = step.day,
            .validated_on = step.now.validated_on,
            .confirmed_on = step.now.confirmed_on,
            .due_on = step.now.due_on};
}

}  // namespace

void AlikeSteps::add(const ServiceStep& step) {
    steps_[alike_of(step)].push_back(step.now.id);
    ids_.insert(step.now.id);
    ++size_;
}

void AlikeSteps::add(const ServiceStep& step, const Services& services) {
    Services& those = steps_[alike_of(step)];
    those.insert(those.end(), services.begin(), services.end());
    size_ += services.size();
}

std::map<AlikeStep, AlikeSteps::Services> AlikeSteps::take() {
    for (auto& [step, services] : steps_) std::ranges::sort(services);
    ids_.clear();
    size_ = 0;
    return std::exchange(steps_, {});
}

}  // namespace dcadmin::secure_zone
