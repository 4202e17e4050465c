// SPDX-License-Identifier: Apache-2.0
#include "designation/office_records.h"

#include "audit/images.h"
#include "audit/recorder.h"
#include "registers/functions.h"

#include <optional>

namespace dcadmin::designation {

namespace {

std::string image_of(const OfficeRow& office, std::string_view person_key) {
    const std::string from = office.period.first().iso();
    const std::string until = office.period.last().iso();
    return audit::image_of(audit::AdministratorFields{.key = person_key,
                                                      .organisation_id = office.organisation_id,
                                                      .person_id = office.person_id,
                                                      .role = name_of(office.role),
                                                      .domain_id = office.domain_id,
                                                      .context_id = office.context_id,
                                                      .email = office.email,
                                                      .phone = office.phone,
                                                      .valid_from = from,
                                                      .valid_until = until,
                                                      .ended_at = office.ended_at,
                                                      .appointer_id = office.appointer_id,
                                                      .request_id = office.request_id,
                                                      .reason = office.reason});
}

std::string address_of(store::Db& db, const OfficeRow& office) {
    return office.email.empty() ? person_facts(db, office.person_id).email : office.email;
}

}  // namespace

Standing standing_of(store::Tx& tx, const PersonFacts& person, std::int64_t organisation_id,
                     EnterpriseNumber org, Date day) {
    return {.person = PersonId::from_stored(person.id),
            .org = org,
            .day = day,
            .functions = registers::functions_of(tx.db(), person.number, org),
            .categories = categories_of(tx.db(), person.id, organisation_id, day, tx.now())};
}

void record_office(store::Tx& tx, std::string_view verb, const OfficeRow* before,
                   const OfficeRow& after, std::string_view reason) {
    const std::string key = person_facts(tx.db(), after.person_id).audit_key;
    const std::string before_image = before == nullptr ? std::string() : image_of(*before, key);
    const std::string after_image = image_of(after, key);
    std::optional<std::string_view> was;
    if (before != nullptr) was = before_image;
    std::optional<std::string_view> why;
    if (!reason.empty()) why = reason;
    audit::record(tx, {.chain = audit::chain_of(tx, after.organisation_id),
                       .subject = "administrator",
                       .verb = verb,
                       .subject_id = after.id,
                       .before = was,
                       .after = after_image,
                       .reason = why});
}

void add_office(bulk::Work& work, OfficeRow& office) {
    store::Db& db = work.tx.db();
    office.id = insert_office(db, office, work.tx.operation());
    record_office(work.tx, "add", nullptr, office, office.reason);
    work.notices.add(office.person_id, address_of(db, office),
                     AdministratorId::from_stored(office.id).text());
}

void tell_end(bulk::Work& work, const OfficeRow& office, Date day) {
    work.notices.add(office.person_id, address_of(work.tx.db(), office),
                     AdministratorId::from_stored(office.id).text() + "@" + day.iso());
}

}  // namespace dcadmin::designation
