// SPDX-License-Identifier: Apache-2.0
#include "store/check_list.h"

#include <dcadmin/base/say.h>

#include <array>

namespace dcadmin::store {

namespace {

constexpr auto checks = std::to_array<Check>({
    {"a customer is of an organisation, and who signs in as him is there", "c-{}", R"(
        SELECT c.id
        FROM customer c
        LEFT JOIN organisation o ON o.id = c.organisation_id
        LEFT JOIN person p ON p.id = c.person_id
        WHERE length($1) > 0 AND (o.id IS NULL OR (p.id IS NULL AND c.person_id IS NOT NULL)))"},
    {"a customer without a key has no data and is not active", "c-{}", R"(
        SELECT id
        FROM customer
        WHERE length($1) > 0 AND audit_key = ''
            AND (name <> '' OR folded <> '' OR email <> '' OR phone <> ''
                 OR inactive_since = ''))"},
    {"no voucher is ordered twice", to_say("o-{} ends behind voucher {}"), R"(
        SELECT id, next
        FROM (SELECT id, first_number + vouchers AS ends,
                     lead(first_number) OVER (ORDER BY first_number) AS next
              FROM voucher_order) AS run
        WHERE length($1) > 0 AND next < ends)"},
    {"what was used of an order pays services", to_say("o-{} says {}, allocated are {}"), R"(
        SELECT o.id, o.used, coalesce(a.vouchers, 0)
        FROM voucher_order o
        LEFT JOIN (SELECT voucher_order_id, sum(vouchers) AS vouchers
                   FROM allocation GROUP BY voucher_order_id) a ON a.voucher_order_id = o.id
        WHERE length($1) > 0 AND o.used <> coalesce(a.vouchers, 0))"},
    {"an order is used from the front, each voucher once", to_say("o-{} from voucher {}"), R"(
        SELECT a.voucher_order_id, a.first_number
        FROM (SELECT voucher_order_id, first_number,
                     sum(vouchers) OVER (PARTITION BY voucher_order_id
                                         ORDER BY first_number, id) - vouchers AS before
              FROM allocation) a
        LEFT JOIN voucher_order o ON o.id = a.voucher_order_id
        WHERE length($1) > 0 AND (o.id IS NULL OR a.first_number <> o.first_number + a.before))"},
    {"vouchers pay services of the customer who ordered them, while they can be used",
     to_say("o-{} pays d-{}"), R"(
        SELECT o.id, s.id
        FROM allocation a
        JOIN voucher_order o ON o.id = a.voucher_order_id
        JOIN service s ON s.id = a.service_id
        WHERE length($1) > 0
            AND (o.customer_id <> s.customer_id OR a.hand_in_until <> o.hand_in_until
                 OR a.allocated_on < o.issued_on OR a.allocated_on > o.usable_until))"},
    {"what a notice to a customer refers to is there", to_say("customer notice {}"), R"(
        SELECT n.id
        FROM customer_notice n
        LEFT JOIN customer c ON c.id = n.customer_id
        LEFT JOIN operation o ON o.id = n.operation_id
        WHERE length($1) > 0 AND (c.id IS NULL OR o.id IS NULL))"},
});

}  // namespace

std::span<const Check> customer_checks() {
    return checks;
}

}  // namespace dcadmin::store
