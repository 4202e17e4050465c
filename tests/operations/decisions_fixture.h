// SPDX-License-Identifier: Apache-2.0
// A company that is accredited in the three regions, with workers, customers and services.
#pragma once

#include "bulk/run.h"
#include "customers_fixture.h"
#include "secure_zone/services/changes.h"

#include <dcadmin/secure_zone/service_decisions.h>
#include <dcadmin/secure_zone/workers.h>

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::test {

struct DecisionsFixture : CustomersFixture {
    Workers workers{env};
    ServiceDecisions decisions{env};
    AffiliationNumber anna = add_worker(1);

    DecisionsFixture() {
        add_customer(1, Region::flanders);
        add_customer(2, Region::wallonia);
        add_customer(3, Region::brussels);
    }

    AffiliationNumber add_worker(std::uint64_t n) {
        return workers
            .add({.login = {},
                  .number = person_number(100 + n),
                  .first_name = "Anna",
                  .last_name = fmt::format("Peeters{}", n),
                  .org = org,
                  .site = aalst,
                  .region = Region::flanders,
                  .email = {},
                  .phone = {},
                  .reason = {}})
            .item.login;
    }

    /// Registered on that day, for the n-th customer, whose region is n's: Flanders, Wallonia,
    /// Brussels.
    ServiceId registered(std::string_view on, std::int64_t n = 1, int hours = 3,
                         EnteredBy by = EnteredBy::worker) {
        secure_zone::ServiceRow row{.organisation_id = 1,
                                    .worker_id = 1,
                                    .customer_id = n,
                                    .region = all_regions.at(static_cast<std::size_t>(n - 1)),
                                    .day = day(on),
                                    .hours = hours,
                                    .entered_by = by,
                                    .registered_on = day(on)};
        bulk::run_one(env, "service.register", [&](bulk::Work& work) {
            work.tx.allow();
            auto& changes = secure_zone::ServiceChanges::of(work, "register");
            row.due_on = changes.due().to_validate(row);
            changes.add(row);
            return 0;
        });
        return ServiceId::from_stored(row.id);
    }

    static ServiceDecision decision(ServiceId id, std::string comment = {}) {
        return {.service = {.id = id, .work_id = {}, .org = {}},
                .comment = std::move(comment),
                .reason = "r"};
    }
    void at(std::string_view now) { clock.set(Timestamp::parse(now)); }
    void on(std::string_view day) { at(fmt::format("{}T10:00:00Z", day)); }

    /// "validated 2026-11-27 3 0": state, the last day of its term, hours, and how many have
    /// vouchers.
    std::string state(ServiceId id) {
        const auto rows = column(fmt::format(
            "SELECT state || ' ' || due_on || ' ' || hours || ' ' || allocated FROM service WHERE "
            "id = {}",
            id.value()));
        return rows.empty() ? "gone" : rows.front();
    }
    /// "validate 2026-11-23 registered validated" a line.
    Lines history(ServiceId id) {
        return column(fmt::format(
            "SELECT event || ' ' || day || ' ' || state_before || ' ' || state_after FROM "
            "service_change WHERE service_id = {} ORDER BY id",
            id.value()));
    }
    bool whole() { return problems().empty() && verified(); }
};

}  // namespace dcadmin::test
