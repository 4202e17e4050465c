// SPDX-License-Identifier: Apache-2.0
#include "sample_parts.h"

#include "access/require.h"
#include "bulk/run.h"
#include "secure_zone/services/changes.h"

#include <dcadmin/secure_zone/service_decisions.h>

namespace dcadmin::testing {

namespace {

// Registered on 20 November 2026: for the first customer, by the worker who was let out since.
ServiceId registered(const Env& env, int hours) {
    secure_zone::ServiceRow row{.organisation_id = 1,
                                .worker_id = 2,
                                .customer_id = 1,
                                .day = Date::parse("2026-11-20"),
                                .hours = hours,
                                .registered_on = Date::parse("2026-11-20")};
    return bulk::run_one(env, "service.register", [&](bulk::Work& work) {
        access::require(work.tx, access::Operation::register_service, {.organisation = 1});
        auto& changes = secure_zone::ServiceChanges::of(work, "register");
        row.due_on = changes.due().to_validate(row);
        changes.add(row);
        return ServiceId::from_stored(row.id);
    });
}

ServiceDecision decision(ServiceId id, std::string comment = {}) {
    return {.service = {.id = id, .work_id = {}, .org = {}},
            .comment = std::move(comment),
            .reason = "gezien"};
}

}  // namespace

// One paid, one in dispute, one changed, one cancelled.
void add_services(const Env& env) {
    ServiceDecisions decisions(env);
    const ServiceId paid = registered(env, 3);
    decisions.validate(decision(paid));
    decisions.confirm(decision(paid));
    const ServiceId disputed = registered(env, 2);
    decisions.validate(decision(disputed));
    decisions.dispute(decision(disputed, "een uur"));
    decisions.comment(decision(disputed, "wij bellen u"));
    decisions.update({.service = {.id = registered(env, 4), .work_id = {}, .org = {}},
                      .day = Date::parse("2026-11-19"),
                      .hours = 5,
                      .activity = Activity::ironing,
                      .comment = {},
                      .reason = "verbeterd"});
    decisions.cancel(decision(registered(env, 1), "dubbel"));
}

}  // namespace dcadmin::testing
