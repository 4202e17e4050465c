// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/parties.h"

#include "organisations/find.h"
#include "secure_zone/services/service_row_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

namespace dcadmin::secure_zone {

namespace {

Error unknown(const ServiceRef& ref) {
    const std::string name =
        ref.id ? ref.id->text() : say("with Work ID {}", text::quoted(*ref.work_id));
    return {Kind::not_found, say("there is no service {}", name),
            "look for it: dcadmin service list", ref.id ? "id" : "work_id"};
}

std::optional<ServiceRow> find(store::Tx& tx, const ServiceRef& ref, KnownServices& known) {
    if (ref.id) return known.find(*ref.id);
    if (!ref.work_id || !ref.org) {
        throw Error(Kind::usage, "no service is named",
                    "give its id, or the company and the Work ID: --org NUMBER --work-id ID", "id");
    }
    return find_service(tx.db(), organisations::get_id(tx, *ref.org), *ref.work_id);
}

}  // namespace

ServiceParties seen_service(store::Tx& tx, const ServiceRef& ref) {
    KnownServices none(tx.db());
    return seen_service(tx, ref, none);
}

ServiceParties seen_service(store::Tx& tx, const ServiceRef& ref, KnownServices& known) {
    access::enter(tx);
    auto found = find(tx, ref, known);
    if (!found) throw unknown(ref);
    ServiceParties parties{.service = std::move(*found), .customer_person = {}};
    if (access::signed_in(tx.env())) {
        parties.customer_person = person_of_customer(tx.db(), parties.service.customer_id);
    }
    if (!access::sees(tx, parties.service.organisation_id, parties.customer_person)) {
        throw unknown(ref);
    }
    return parties;
}

void require_companys(store::Tx& tx, const ServiceRow& service, access::Operation operation) {
    access::Subject subject{.organisation = service.organisation_id};
    if (service.context_id != 0) subject.contexts = {service.context_id};
    access::require(tx, operation, subject);
}

void require_customers(store::Tx& tx, const ServiceParties& parties) {
    access::require(tx, access::Operation::answer_service,
                    {.organisation = parties.service.organisation_id,
                     .person = parties.customer_person.value_or(0)});
}

}  // namespace dcadmin::secure_zone
