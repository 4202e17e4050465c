// SPDX-License-Identifier: Apache-2.0
// What a question "as it is on that day" means: the day as a whole, up to its last second in
// Brussels; without a day, this moment.
#pragma once

#include <dcadmin/base/clock.h>

#include <optional>

namespace dcadmin::persons {

struct AskedMoment {
    Date day;
    Timestamp moment;
};

[[nodiscard]] inline AskedMoment asked_moment(const Clock& clock, std::optional<Date> at) {
    if (at) return {*at, Timestamp::from_seconds(Timestamp::end_of(*at).seconds() - 1)};
    const Timestamp now = clock.now();
    return {now.brussels_day(), now};
}

}  // namespace dcadmin::persons
