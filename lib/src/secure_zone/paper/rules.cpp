// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/paper/rules.h"

#include <dcadmin/base/say.h>

namespace dcadmin::secure_zone {

bool blocks_payment(Region region, std::string_view field) {
    return region == Region::brussels || field != "activity";
}

std::vector<std::string> empty_fields(const PaperRow& row) {
    std::vector<std::string> fields;
    if (row.day.empty()) fields.emplace_back("date");
    if (row.worker_id == 0) fields.emplace_back("worker");
    if (row.activity.empty()) fields.emplace_back("activity");
    return fields;
}

std::string fields_text(const std::vector<std::string>& fields) {
    std::string all;
    for (const std::string& field : fields) all += (all.empty() ? "" : "|") + field;
    return all;
}

std::string why_not_on(Date day, Date read_on, std::optional<Date> usable_until,
                       std::optional<Date> first) {
    if (day > read_on) {
        return say("{} lies after the day on which the issuer read it, {}", day.formatted(),
                   read_on.formatted());
    }
    if (usable_until && day > *usable_until) {
        return say("it could be used until {}", usable_until->formatted());
    }
    if (first && day < *first) {
        return say("it pays for no service before {}", first->formatted());
    }
    return {};
}

}  // namespace dcadmin::secure_zone
