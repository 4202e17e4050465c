// SPDX-License-Identifier: Apache-2.0
// Statements about notices to customers.
#pragma once

#include "access/require.h"
#include "outbox/customer_facts.h"
#include "outbox/notices_sql.h"
#include "store/db.h"

#include <dcadmin/customer_notices.h>
#include <dcadmin/outbox.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace dcadmin::outbox {

/// A notice to a customer as the sender has those to persons: `person` of its notice says nothing,
/// `address` is the customer's present one.
[[nodiscard]] std::optional<StoredNotice> find_customer_notice(store::Db& db, std::int64_t id);
/// `id`: that one alone.
std::uint64_t list_customer_notices(store::Db& db, const CustomerNoticeFilter& filter,
                                    std::optional<std::int64_t> id, const access::Sight& sight,
                                    const Each<CustomerNotice>& each);
/// Those that have failed and whose customer has an address.
[[nodiscard]] std::vector<std::int64_t> failed_customer_notices(store::Db& db);
void make_customer_notice_wait(store::Db& db, std::int64_t id, std::string_view now);
[[nodiscard]] std::size_t count_told(store::Db& db, std::int64_t customer_id,
                                     std::int64_t operation_id, std::string_view kind);
[[nodiscard]] CustomerFacts customer_facts_of(store::Db& db, const StoredNotice& stored);

}  // namespace dcadmin::outbox
