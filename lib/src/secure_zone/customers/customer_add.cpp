// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/customers/customer_add.h"

#include "access/require.h"
#include "audit/images.h"
#include "organisations/find.h"
#include "secure_zone/customers/customer_record.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

template <class Value>
std::string text_or_empty(const std::optional<Value>& value) {
    return value ? value->text() : std::string();
}

// What is left out agrees with anything.
bool same(const CustomerRow& there, const NewCustomer& request, const CustomerRow& asked) {
    return there.name == asked.name && there.region == asked.region &&
           (!request.language || there.language == asked.language) &&
           (!request.channel || there.channel == asked.channel) &&
           (!request.email || there.email == asked.email) &&
           (!request.phone || there.phone == asked.phone) &&
           (!request.person || there.person_id == asked.person_id);
}

Error there_already(const CustomerRow& there, EnterpriseNumber org) {
    const std::string number = there.number.digits();
    const std::string named = fmt::format("{} --org {}", number, org.digits());
    if (there.erased()) {
        return {Kind::conflict, say("the data of customer {} were erased", number),
                "he needs another number of the issuer", "number"};
    }
    if (!there.active()) {
        return {Kind::conflict, say("{} is a customer there, and not active", number),
                fmt::format("dcadmin customer activate {}", named), "number"};
    }
    return {Kind::conflict, say("{} is a customer there already, otherwise", number),
            say("change what is to be changed: dcadmin customer update {}", named), "number"};
}

CustomerRow row_of(store::Tx& tx, const NewCustomer& request, std::int64_t organisation_id) {
    const bool french = request.region == Region::wallonia;
    CustomerRow row{.organisation_id = organisation_id,
                    .number = request.number,
                    .name = name_from(request.name),
                    .region = request.region,
                    .language = request.language.value_or(french ? Language::fr : Language::nl),
                    .channel = request.channel.value_or(Channel::online),
                    .email = text_or_empty(request.email),
                    .phone = text_or_empty(request.phone),
                    .person_id = {},
                    .inactive_since = {},
                    .key = audit::new_key()};
    if (request.person) row.person_id = person_from(tx, *request.person);
    return row;
}

}  // namespace

Written<Customer> apply_add(bulk::Work& work, const NewCustomer& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    const std::int64_t organisation = organisations::get_id(tx, request.org);
    access::require(tx, access::Operation::customers, {.organisation = organisation});
    CustomerRow row = row_of(tx, request, organisation);
    if (const auto there = find_customer(tx.db(), organisation, request.number)) {
        if (!there->active() || !same(*there, request, row)) {
            throw there_already(*there, request.org);
        }
        return {.changed = false, .item = shown_customer(tx.db(), there->id), .remark = {}};
    }
    row.id = insert_customer(tx.db(), row, tx.operation());
    record_customer(tx, "add", row, {}, request.reason);
    return {.changed = true,
            .item = shown_customer(tx.db(), row.id),
            .remark = row.number.warning().value_or("")};
}

}  // namespace dcadmin::secure_zone
