// SPDX-License-Identifier: Apache-2.0
#include "audit/pickup_images.h"

#include "audit/image_text.h"
#include "audit/keyed.h"

namespace dcadmin::audit {

std::string image_of(const PickupSeriesFields& series) {
    const Keyed keyed(series.key);
    std::string out;
    add(out, "organisation", series.organisation_id);
    add(out, "context", series.context_id);
    add(out, "region", series.region);
    add(out, "every", series.every);
    add(out, "on_day", series.on_day);
    add(out, "on_holiday", series.on_holiday);
    add(out, "valid_from", series.valid_from);
    add(out, "valid_until", series.valid_until);
    add(out, "person", series.person_id);
    keyed.add(out, "phone", series.phone);
    add(out, "bags", series.bags);
    add(out, "ended_at", series.ended_at);
    return out;
}

std::string image_of(const DeactivationFields& deactivation) {
    std::string out;
    add(out, "organisation", deactivation.organisation_id);
    add(out, "deactivated_on", deactivation.deactivated_on);
    add(out, "forced", deactivation.forced);
    return out;
}

}  // namespace dcadmin::audit
