// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/pickups/asking.h"

#include "audit/zone_images.h"
#include "persons/find.h"
#include "secure_zone/contacts/contacts_sql.h"
#include "secure_zone/record_change.h"

#include <dcadmin/base/say.h>

namespace dcadmin::secure_zone {

std::string image_of(const PickupRow& row) {
    const std::string day = row.day.iso();
    return audit::image_of(audit::PickupFields{.key = row.key,
                                               .organisation_id = row.organisation_id,
                                               .context_id = row.context_id,
                                               .region = name_of(row.region),
                                               .day = day,
                                               .person_id = row.person_id,
                                               .phone = row.phone,
                                               .bags = row.bags,
                                               .cancelled_at = row.cancelled_at,
                                               .series_id = row.series_id,
                                               .series_day = row.series_day,
                                               .postponed_to = row.postponed_to});
}

void record_pickup(store::Tx& tx, std::string_view verb, const PickupRow& row,
                   const std::string& before, const std::string& reason) {
    const std::string after = image_of(row);
    record_change(tx, {.organisation_id = row.organisation_id,
                       .subject = "pickup",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = reason});
}

void require_bags(int bags) {
    constexpr int most = 999;
    if (bags >= 1 && bags <= most) return;
    throw Error(Kind::usage, say("{} bags cannot be picked up", bags), say("from 1 to {}", most),
                "bags");
}

std::int64_t require_contact(store::Tx& tx, const PersonRef& contact, EnterpriseNumber org,
                             std::int64_t organisation_id) {
    const std::int64_t person = persons::get_id(tx, contact, "contact");
    if (works_there(tx.db(), person, organisation_id, tx.now())) return person;
    throw Error(Kind::rule, say("{} does not work for {}", shown(contact), org.formatted()),
                "name somebody whom the driver finds there", "contact");
}

PickupRow require_pickup(store::Tx& tx, PickupId id) {
    access::enter(tx);
    const auto row = find_pickup(tx.db(), id);
    if (!row || !access::sees(tx, row->organisation_id)) {
        throw Error(Kind::not_found, say("there is no pickup {}", id.text()),
                    "see which there are: dcadmin pickup list --state all", "id");
    }
    access::require(tx, access::Operation::pickups,
                    {.organisation = row->organisation_id, .contexts = {{row->context_id}}});
    return *row;
}

bool take_back(store::Tx& tx, PickupRow& row, std::string_view verb, const std::string& reason) {
    if (!row.cancelled_at.empty()) return false;
    if (row.day <= tx.today()) {
        throw Error(Kind::rule,
                    say("{} was for {}", PickupId::from_stored(row.id).text(), row.day.formatted()),
                    "a pickup is taken back until the day before", "id");
    }
    const std::string before = image_of(row);
    row.cancelled_at = tx.now().iso();
    cancel_pickup(tx.db(), row.id, row.cancelled_at);
    record_pickup(tx, verb, row, before, reason);
    return true;
}

}  // namespace dcadmin::secure_zone
