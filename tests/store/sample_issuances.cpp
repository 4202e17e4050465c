// SPDX-License-Identifier: Apache-2.0
#include "sample_parts.h"

#include <dcadmin/secure_zone/issuance_schedules.h>
#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/refunds.h>
#include <dcadmin/secure_zone/tariffs.h>

namespace dcadmin::testing {

// A schedule that holds, one that was turned off; the first issuance of Flanders, blocked, released
// and paid; a draft that was dropped; a block of Brussels.
void add_issuances(const Env& env) {
    IssuanceSchedules schedules(env);
    schedules.set(
        {.org = company, .region = {}, .every = Every::month, .on = {}, .reason = "afspraak"});
    schedules.off({.org = company, .region = Region::brussels, .reason = "met de hand"});
    Tariffs(env).add({.kind = TariffKind::exchange,
                      .region = Region::flanders,
                      .basis = TariffBasis::service,
                      .amount = Money::parse("27.52"),
                      .from = Date::parse("2026-11-01"),
                      .until = Date::parse("2026-11-30"),
                      .hand_in_until = {},
                      .source = "besluit"});
    Issuances issuances(env);
    NewIssuance all{.org = company,
                    .region = Region::flanders,
                    .services = {},
                    .at_risk = false,
                    .draft = true,
                    .reason = "maand"};
    issuances.cancel({.id = issuances.create(all).item.id, .reason = "eerst nazien"});
    all.draft = false;
    const IssuanceId id = issuances.create(all).item.id;
    Refunds refunds(env);
    BlockRequest block{.org = company,
                       .region = Region::flanders,
                       .issuance = {},
                       .cause = BlockCause::first_hand_in,
                       .reason = "nagezien"};
    refunds.release(block);
    refunds.pay({.issuance = id,
                 .on = env.clock.today(),
                 .reference = "26-0117",
                 .amount = refunds.get(id).amount,
                 .reason = "bank"});
    block.region = Region::brussels;
    block.cause = BlockCause::social_debt;
    refunds.block(block);
}

}  // namespace dcadmin::testing
