// SPDX-License-Identifier: Apache-2.0
// Invariants of services: what one refers to is there, its state and its counts fit.
#include "store/check_list.h"

#include <dcadmin/base/say.h>

#include <array>

namespace dcadmin::store {

namespace {

constexpr auto checks = std::to_array<Check>({
    {"a service's worker, customer and site are there, and of its company", "d-{}", R"(
        SELECT s.id
        FROM service s
        LEFT JOIN worker w ON w.id = s.worker_id AND w.organisation_id = s.organisation_id
        LEFT JOIN customer c ON c.id = s.customer_id AND c.organisation_id = s.organisation_id
        LEFT JOIN context_value x ON x.id = s.context_id AND x.kind = 'site'
            AND x.organisation_id = s.organisation_id
        WHERE length($1) > 0
            AND (w.id IS NULL OR c.id IS NULL OR (s.context_id <> 0 AND x.id IS NULL)))"},
    {"a service has as many vouchers as its state says",
     to_say("d-{} is {} with {}, {} and {} of {}"), R"(
        SELECT s.id, s.state, s.allocated, s.issued, s.paid, s.hours
        FROM service s
        WHERE length($1) > 0 AND NOT CASE s.state
            WHEN 'partially-allocated' THEN s.allocated BETWEEN 1 AND s.hours - 1
            WHEN 'outside' THEN s.allocated < s.hours
            WHEN 'allocated' THEN s.allocated = s.hours AND s.issued < s.hours
            WHEN 'issued' THEN s.issued = s.hours AND s.paid < s.hours
            WHEN 'refunded' THEN s.paid = s.hours
            ELSE s.allocated = 0 AND s.state IN ('registered', 'validated', 'confirmed-first',
                                                 'disputed', 'confirmed', 'waiting', 'cancelled')
            END)"},
    {"a term of a service runs only while somebody is to answer",
     to_say("d-{} is {} and due on {}"), R"(
        SELECT s.id, s.state, s.due_on
        FROM service s
        WHERE length($1) > 0 AND s.due_on <> ''
            AND s.state NOT IN ('registered', 'confirmed-first', 'validated'))"},
    {"a last day to hand in is of vouchers that are not handed in", "d-{}", R"(
        SELECT s.id
        FROM service s
        WHERE length($1) > 0 AND (s.hand_in_until <> '') <> (s.allocated > s.issued))"},
    {"a cancelled service has a comment of the company", "d-{}", R"(
        SELECT s.id
        FROM service s
        WHERE s.state = 'cancelled' AND length($1) > 0
            AND NOT EXISTS (SELECT 1 FROM service_comment m
                            WHERE m.service_id = s.id AND m.party = 'company'))"},
    {"a service has a work id", "d-{}", R"(
        SELECT s.id FROM service s WHERE length($1) > 0 AND s.work_id = '')"},
    {"a line of history is of a service and a change set of its company", to_say("line {}"), R"(
        SELECT h.id
        FROM service_change h
        LEFT JOIN change_set x ON x.id = h.change_set_id
        LEFT JOIN service s ON s.id = h.service_id AND s.organisation_id = x.organisation_id
        WHERE length($1) > 0 AND s.id IS NULL)"},
});

}  // namespace

std::span<const Check> service_checks() {
    return checks;
}

}  // namespace dcadmin::store
