// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/allocate.h"

#include "secure_zone/services/open_sql.h"
#include "secure_zone/services/service_row_sql.h"
#include "secure_zone/vouchers/wallet.h"

#include <algorithm>

namespace dcadmin::secure_zone {

namespace {

ServiceEvent event_of(const ServiceRow& service, std::int64_t found) {
    if (found == 0) return ServiceEvent::find_no_voucher;
    return found == service.missing() ? ServiceEvent::allocate_all : ServiceEvent::allocate_some;
}

std::string earliest(const std::string& one, const std::string& other) {
    return one.empty() ? other : std::min(one, other);
}

}  // namespace

std::int64_t allocate(ServiceChanges& changes, store::Tx& tx, const ServiceRow& service) {
    const auto taken =
        changes.wallet().take(service.customer_id, static_cast<int>(service.missing()),
                              service.region, service.day, tx.today());
    std::int64_t found = 0;
    std::string hand_in_until = service.hand_in_until;
    for (const TakenVouchers& part : taken) {
        const std::string until = part.hand_in_until.iso();
        changes.allocate(service.organisation_id, {.service_id = service.id,
                                                   .order_id = part.order_id,
                                                   .first_number = part.first_number,
                                                   .vouchers = part.vouchers,
                                                   .allocated_on = tx.today(),
                                                   .hand_in_until = until});
        found += part.vouchers;
        hand_in_until = earliest(hand_in_until, until);
    }
    if (found == 0 && service.state != ServiceState::confirmed) return 0;
    ServiceStep step = step_of(service, event_of(service, found), tx.today(), changes.due());
    step.now.allocated += found;
    step.now.hand_in_until = hand_in_until;
    changes.change(step);
    return found;
}

void allocate_to_waiting(ServiceChanges& changes, store::Tx& tx, std::int64_t customer_id) {
    for (const std::int64_t id : ids_to_allocate_of(tx.db(), customer_id)) {
        const auto service = find_service(tx.db(), ServiceId::from_stored(id));
        if (service) allocate(changes, tx, *service);
    }
}

}  // namespace dcadmin::secure_zone
