// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/company/find.h"

#include "secure_zone/company/company_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <algorithm>

namespace dcadmin::secure_zone {

void require_accredited(store::Db& db, std::int64_t organisation_id, Region region,
                        std::optional<Activity> activity, Date day) {
    const auto found = find_accreditation(db, organisation_id, region);
    if (!found || !found->valid.contains(day)) {
        throw Error(
            Kind::rule,
            say("the company is not accredited for {} on {}", name_of(region), day.formatted()),
            "see its accreditations: dcadmin company show", "region");
    }
    if (!activity) return;
    const auto words = text::split(found->activities, '|');
    if (std::ranges::find(words, name_of(*activity)) != words.end()) return;
    throw Error(Kind::rule,
                say("the company's accreditation for {} is not for {}", name_of(region),
                    name_of(*activity)),
                "see for what it is: dcadmin company show", "activity");
}

}  // namespace dcadmin::secure_zone
