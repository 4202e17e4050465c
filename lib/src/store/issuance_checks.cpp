// SPDX-License-Identifier: Apache-2.0
#include "store/check_list.h"

#include <dcadmin/base/say.h>

#include <array>

namespace dcadmin::store {

namespace {

// Vouchers and cents: what was allocated, handed in and paid, each counted from both its sides.
constexpr auto checks = std::to_array<Check>({
    {"a service's counts are those of its vouchers", "d-{}", R"(
        SELECT s.id
        FROM service s
        LEFT JOIN (
            SELECT a.service_id, sum(a.vouchers) AS allocated,
                   sum(CASE WHEN a.issuance_id <> 0 THEN a.vouchers ELSE 0 END) AS issued,
                   sum(CASE WHEN r.paid_on <> '' THEN a.vouchers ELSE 0 END) AS paid,
                   min(CASE WHEN a.issuance_id = 0 THEN a.hand_in_until END) AS hand_in_until
            FROM allocation a
            LEFT JOIN refund r ON r.issuance_id = a.issuance_id AND a.issuance_id <> 0
            GROUP BY a.service_id) x ON x.service_id = s.id
        WHERE length($1) > 0
            AND (s.allocated <> coalesce(x.allocated, 0) OR s.issued <> coalesce(x.issued, 0)
                OR s.paid <> coalesce(x.paid, 0)
                OR s.hand_in_until <> coalesce(x.hand_in_until, '')))"},
    {"a service is issued or refunded exactly when all of its vouchers are", to_say("d-{} is {}"),
     R"(
        SELECT s.id, s.state
        FROM service s
        WHERE length($1) > 0
            AND ((s.state = 'refunded') <> (s.paid = s.hours)
                OR (s.state = 'issued') <> (s.issued = s.hours AND s.paid < s.hours)))"},
    {"an issuance has the vouchers and services that its row says", "i-{}", R"(
        SELECT i.id
        FROM issuance i
        LEFT JOIN (
            SELECT issuance_id, sum(vouchers) AS vouchers, count(DISTINCT service_id) AS services
            FROM allocation WHERE issuance_id <> 0 GROUP BY issuance_id) x ON x.issuance_id = i.id
        WHERE length($1) > 0 AND i.kind = 'electronic'
            AND (i.vouchers <> coalesce(x.vouchers, 0) OR i.services <> coalesce(x.services, 0)))"},
    {"what is in an issuance is of its company and region, and was in time", to_say("d-{} in i-{}"),
     R"(
        SELECT a.service_id, a.issuance_id
        FROM allocation a
        LEFT JOIN issuance i ON i.id = a.issuance_id
        LEFT JOIN service s ON s.id = a.service_id
        WHERE length($1) > 0 AND a.issuance_id <> 0
            AND (i.id IS NULL OR s.id IS NULL OR i.organisation_id <> s.organisation_id
                OR i.region <> s.region OR i.kind <> 'electronic'
                OR a.hand_in_until < i.made_on))"},
    {"an automatic issuance has a period, and no other has", "i-{}", R"(
        SELECT i.id
        FROM issuance i
        WHERE length($1) > 0
            AND ((i.mode = 'automatic') <> (i.period <> '')
                OR (i.period = '') <> (i.period_until = '')))"},
    {"an issuance that was received has a refund, and no other has", to_say("i-{} is {}"), R"(
        SELECT i.id, i.state
        FROM issuance i LEFT JOIN refund r ON r.issuance_id = i.id
        WHERE length($1) > 0
            AND ((r.id IS NOT NULL) <> (i.state IN ('received', 'in-control',
                    'partly-to-correct', 'payable', 'blocked', 'paid', 'closed'))
                OR (coalesce(r.paid_on, '') <> '') <> (i.state IN ('paid', 'closed'))))"},
    {"an issuance is blocked exactly while a block that holds concerns it", to_say("i-{} is {}"),
     R"(
        SELECT i.id, i.state
        FROM issuance i
        WHERE length($1) > 0 AND i.state IN ('payable', 'blocked')
            AND (i.state = 'blocked') <> EXISTS (
                SELECT 1 FROM block b
                WHERE b.organisation_id = i.organisation_id AND b.region = i.region
                    AND b.released_at = '' AND (b.issuance_id = 0 OR b.issuance_id = i.id)))"},
    {"a refund is the sum of its lines", to_say("the refund of i-{}"), R"(
        SELECT r.issuance_id
        FROM refund r
        LEFT JOIN (
            SELECT l.refund_id, sum(l.vouchers * t.amount) AS cents,
                   sum(CASE WHEN t.kind = 'exchange' THEN l.vouchers ELSE 0 END) AS priced
            FROM refund_line l JOIN tariff t ON t.id = l.tariff_id
            GROUP BY l.refund_id) x ON x.refund_id = r.id
        WHERE length($1) > 0
            AND (r.cents <> coalesce(x.cents, 0)
                OR r.vouchers - r.unpriced <> coalesce(x.priced, 0)
                OR (r.paid_on <> '' AND r.unpriced > 0)))"},
    {"what was handed in is paid, blocked or pending", to_say("organisation {} in {}"), R"(
        SELECT i.organisation_id, i.region
        FROM issuance i LEFT JOIN refund r ON r.issuance_id = i.id
        WHERE length($1) > 0 AND i.kind = 'electronic'
            AND i.state NOT IN ('draft', 'cancelled', 'empty')
        GROUP BY i.organisation_id, i.region
        HAVING sum(i.vouchers)
            <> sum(CASE WHEN r.paid_on <> '' THEN r.vouchers ELSE 0 END)
               + sum(CASE WHEN r.paid_on = '' AND i.state = 'blocked' THEN r.vouchers ELSE 0 END)
               + sum(CASE WHEN r.paid_on = '' AND i.state = 'payable' THEN r.vouchers ELSE 0 END))"},
});

}  // namespace

std::span<const Check> issuance_checks() {
    return checks;
}

}  // namespace dcadmin::store
