// SPDX-License-Identifier: Apache-2.0
// Statements about customers.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/secure_zone/customers.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::secure_zone {

struct CustomerRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    CustomerNumber number;
    std::string name;
    Region region = Region::flanders;
    Language language = Language::nl;
    Channel channel = Channel::online;
    std::string email;
    std::string phone;
    std::optional<std::int64_t> person_id;
    std::string inactive_since;
    std::string key;  // of his fields in the log; empty: he was erased

    [[nodiscard]] bool active() const { return inactive_since.empty(); }
    [[nodiscard]] bool erased() const { return key.empty(); }
};

[[nodiscard]] std::optional<CustomerRow> find_customer(store::Db& db, std::int64_t organisation_id,
                                                       CustomerNumber number);
[[nodiscard]] std::int64_t insert_customer(store::Db& db, const CustomerRow& row,
                                           std::int64_t operation);
/// All but organisation and number.
void change_customer(store::Db& db, const CustomerRow& row);
/// Notices that still wait fail, and what relays said of all of them goes: they repeat addresses.
void forget_notices(store::Db& db, std::int64_t id, std::string_view now);
[[nodiscard]] Customer shown_customer(store::Db& db, std::int64_t id);
/// Of services that are not over.
[[nodiscard]] std::vector<CustomerCard::Services> open_services(store::Db& db, std::int64_t id);
std::uint64_t list_customers(store::Db& db, const CustomerFilter& filter,
                             std::optional<std::int64_t> organisation_id,
                             const access::Sight& sight, const Each<Customer>& each);

}  // namespace dcadmin::secure_zone
