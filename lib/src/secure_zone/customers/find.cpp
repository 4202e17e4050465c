// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/customers/find.h"

#include "organisations/find.h"
#include "secure_zone/customers/customers_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

FoundCustomer found_from(const CustomerRow& row) {
    return {.id = row.id,
            .organisation_id = row.organisation_id,
            .region = row.region,
            .channel = row.channel,
            .person_id = row.person_id,
            .active = row.active()};
}

template <class Where>
FoundCustomer get(store::Db& db, Where& where, EnterpriseNumber org, CustomerNumber number) {
    if (const auto company = organisations::find(db, org)) {
        const auto row = find_customer(db, company->id, number);
        if (row && access::sees(where, company->id, row->person_id)) return found_from(*row);
    }
    static_cast<void>(organisations::get_id(where, org));
    throw Error(Kind::not_found, say("{} is no customer of that company", number.digits()),
                say("look for him: dcadmin customer list --org {}; add him: dcadmin "
                    "customer add",
                    org.digits()),
                "customer");
}

}  // namespace

FoundCustomer get_customer(store::Tx& tx, EnterpriseNumber org, CustomerNumber number) {
    return get(tx.db(), tx, org, number);
}

FoundCustomer get_customer(const Env& env, EnterpriseNumber org, CustomerNumber number) {
    return get(env.store.db(), env, org, number);
}

std::optional<FoundCustomer> find_customer_of(store::Tx& tx, std::int64_t organisation_id,
                                              CustomerNumber number) {
    const auto row = find_customer(tx.db(), organisation_id, number);
    return row ? std::optional(found_from(*row)) : std::nullopt;
}

access::Subject subject_of(const FoundCustomer& customer) {
    access::Subject subject{.organisation = customer.organisation_id};
    subject.person = customer.person_id;
    return subject;
}

void require_active(const FoundCustomer& customer, CustomerNumber number) {
    if (customer.active) return;
    throw Error(Kind::rule, say("customer {} is not active", number.digits()),
                fmt::format("dcadmin customer activate {} --org …", number.digits()), "customer");
}

}  // namespace dcadmin::secure_zone
