// SPDX-License-Identifier: Apache-2.0
#include "audit/zone_images.h"

#include "audit/image_text.h"
#include "audit/keyed.h"

namespace dcadmin::audit {

std::string image_of(const AccreditationFields& accreditation) {
    std::string out;
    add(out, "organisation", accreditation.organisation_id);
    add(out, "region", accreditation.region);
    add(out, "number", accreditation.number);
    add(out, "activities", accreditation.activities);
    add(out, "valid_from", accreditation.valid_from);
    add(out, "valid_until", accreditation.valid_until);
    return out;
}

std::string image_of(const ContactFields& contact) {
    std::string out;
    add(out, "organisation", contact.organisation_id);
    add(out, "person", contact.person_id);
    add(out, "purpose", contact.purpose);
    add(out, "consent_on", contact.consent_on);
    add(out, "ended_at", contact.ended_at);
    return out;
}

std::string image_of(const WorkerFields& worker) {
    const Keyed keyed(worker.key);
    std::string out;
    add(out, "login", worker.login);
    add(out, "organisation", worker.organisation_id);
    add(out, "person", worker.person_id);
    add(out, "context", worker.context_id);
    add(out, "region", worker.region);
    keyed.add(out, "email", worker.email);
    keyed.add(out, "phone", worker.phone);
    keyed.add(out, "password", worker.password_hash);
    add(out, "inactive_since", worker.inactive_since);
    return out;
}

std::string image_of(const ContractFields& contract) {
    std::string out;
    add(out, "worker", contract.worker_id);
    add(out, "context", contract.context_id);
    add(out, "valid_from", contract.valid_from);
    add(out, "valid_until", contract.valid_until);
    add(out, "hours", contract.hours);
    return out;
}

std::string image_of(const PickupFields& pickup) {
    const Keyed keyed(pickup.key);
    std::string out;
    add(out, "organisation", pickup.organisation_id);
    add(out, "context", pickup.context_id);
    add(out, "region", pickup.region);
    add(out, "day", pickup.day);
    add(out, "person", pickup.person_id);
    keyed.add(out, "phone", pickup.phone);
    add(out, "bags", pickup.bags);
    add(out, "cancelled_at", pickup.cancelled_at);
    if (pickup.series_id != 0) add(out, "series", pickup.series_id);
    if (!pickup.series_day.empty()) add(out, "series_day", pickup.series_day);
    if (pickup.postponed_to != 0) add(out, "postponed_to", pickup.postponed_to);
    return out;
}

std::string image_of(const ClosingDayFields& closing) {
    std::string out;
    add(out, "organisation", closing.organisation_id);
    add(out, "day", closing.day);
    add(out, "reason", closing.reason);
    add(out, "opened_at", closing.opened_at);
    return out;
}

std::string image_of(const ZoneTermFields& term) {
    std::string out;
    add(out, "kind", term.kind);
    add(out, "region", term.region);
    add(out, "entered_by", term.entered_by);
    add(out, "channel", term.channel);
    add(out, "length", term.length);
    add(out, "unit", term.unit);
    add(out, "valid_from", term.valid_from);
    add(out, "valid_until", term.valid_until);
    add(out, "source", term.source);
    return out;
}

std::string image_of(const TariffFields& tariff) {
    std::string out;
    add(out, "kind", tariff.kind);
    add(out, "region", tariff.region);
    add(out, "basis", tariff.basis);
    add(out, "amount", tariff.amount);
    add(out, "valid_from", tariff.valid_from);
    add(out, "valid_until", tariff.valid_until);
    add(out, "hand_in_until", tariff.hand_in_until);
    add(out, "source", tariff.source);
    return out;
}

}  // namespace dcadmin::audit
