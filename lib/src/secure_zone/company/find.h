// SPDX-License-Identifier: Apache-2.0
// Whether a company may serve: it is accredited by each region apart, and for each activity.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/secure_zone/vocabulary.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <optional>

namespace dcadmin::secure_zone {

/// rule, about `region` or `activity`, naming what is missing: no accreditation of that region
/// holds on that day, or it is not for that activity.
void require_accredited(store::Db& db, std::int64_t organisation_id, Region region,
                        std::optional<Activity> activity, Date day);

}  // namespace dcadmin::secure_zone
