// SPDX-License-Identifier: Apache-2.0
// What pickups cost, and those for which the carrier did not come.
#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/calendar.h>
#include <dcadmin/secure_zone/pickup_invoice.h>
#include <dcadmin/secure_zone/pickups.h>
#include <dcadmin/secure_zone/tariffs.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct InvoiceFixture : Fixture {
    Pickups pickups{env};
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    SiteNumber aalst = add_site(org, 1);
    Person lucas = add_person(1);

    InvoiceFixture() { add_relation(lucas.id, org, "2020-01-01", "2030-12-31"); }

    PickupId ask(std::string_view on, Region region = Region::flanders) {
        return pickups
            .request({.org = org,
                      .site = aalst,
                      .day = day(on),
                      .contact = lucas.id,
                      .phone = PhoneNumber::parse("0470123456"),
                      .region = region,
                      .bags = 1,
                      .next_when_late = false,
                      .reason = ""})
            .item.id;
    }
    void now(std::string_view at) { clock.set(Timestamp::parse(at)); }
    std::vector<PickupInvoice> invoices(std::string_view month) {
        return PickupInvoices(env).of({.month = Month::parse(month), .org = {}});
    }
    std::string sums(std::string_view month) {
        std::string all;
        for (const PickupInvoice& one : invoices(month)) {
            all += fmt::format("{}: {} + {} ({}%) = {}{}; ", one.lines.size(),
                               one.excluding.decimal(), one.vat.decimal(), one.vat_percent,
                               one.including.decimal(), one.complete ? "" : " so far");
        }
        return all;
    }
    Lines list(std::string_view state) {
        Lines all;
        PickupFilter filter;
        filter.state = state;
        pickups.list(filter, [&](const Pickup& one) {
            all.push_back(one.id.text() + " " + one.day.iso() + " " + one.state +
                          (one.postponed_to ? " " + one.postponed_to->text() : ""));
            return true;
        });
        return all;
    }
    bool sound() { return problems().empty() && Audit(env).verify({}).problems.empty(); }
};

PickupRef ref(PickupId id) {
    return {.id = id, .reason = "niemand gekomen"};
}

}  // namespace

TEST_CASE("pickups that were carried out are invoiced at the tariff of their day, with VAT") {
    InvoiceFixture f;
    f.ask("2026-11-24");
    f.ask("2026-11-25");
    f.pickups.cancel(ref(f.ask("2026-11-26")));
    f.ask("2026-12-01");
    CHECK(f.sums("2026-11").empty());
    f.now("2026-11-25T23:30:00Z");
    CHECK(f.sums("2026-11") == "2: 36.00 + 7.56 (21%) = 43.56 so far; ");
    f.now("2026-12-02T09:00:00Z");
    CHECK(f.sums("2026-11") == "2: 36.00 + 7.56 (21%) = 43.56; ");
    CHECK(f.sums("2026-12") == "1: 18.00 + 3.78 (21%) = 21.78 so far; ");
    CHECK(f.invoices("2026-11").front().lines.front().source ==
          "dienstencheques.vlaanderen.be, ophalingen, conditions of 01/03/2024");
    CHECK(f.sums("2027-01").empty());
}

TEST_CASE("one for which the carrier did not come is postponed, and counts once") {
    InvoiceFixture f;
    const auto id = f.ask("2026-11-24");
    CHECK(refused([&] { f.pickups.postpone(ref(id)); }) == "rule id");
    f.now("2026-11-24T16:30:00Z");
    const auto written = f.pickups.postpone(ref(id));
    CHECK(written.changed);
    CHECK(written.item.day == day("2026-11-25"));
    CHECK(written.remark == "u-1 of 24/11/2026 is postponed to 25/11/2026");
    CHECK(f.last_entry() == "pickup postpone 1 niemand gekomen");
    CHECK_FALSE(f.pickups.postpone(ref(id)).changed);
    CHECK(f.list("postponed") == Lines{"u-1 2026-11-24 postponed u-2"});
    CHECK(f.list("coming") == Lines{"u-2 2026-11-25 coming"});
    f.now("2026-12-02T09:00:00Z");
    CHECK(f.list("past") == Lines{"u-2 2026-11-25 past"});
    CHECK(f.sums("2026-11") == "1: 18.00 + 3.78 (21%) = 21.78; ");
    CHECK(f.invoices("2026-11").front().lines.front().postponed);
    CHECK(f.sound());
    f.run("UPDATE pickup SET postponed_to = 0");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("what is postponed comes on the next working day of carrier and company") {
    InvoiceFixture f;
    Calendar(f.env).close({.day = day("2026-12-28"), .org = f.org, .reason = "kerstverlof"});
    const auto id = f.ask("2026-12-24");
    f.now("2026-12-24T16:30:00Z");
    CHECK(f.pickups.postpone(ref(id)).item.day == day("2026-12-29"));
    // Nobody came that day either, and for the day after one was asked for already.
    const auto asked = f.ask("2026-12-30");
    f.now("2026-12-29T16:30:00Z");
    CHECK(f.pickups.postpone(ref(PickupId::from_stored(2))).item.id == asked);
    f.now("2027-01-05T09:00:00Z");
    CHECK(f.sums("2026-12") == "1: 18.00 + 3.78 (21%) = 21.78; ");
    CHECK(f.sound());
}

TEST_CASE("over a month's end it is paid in the month in which the carrier came") {
    InvoiceFixture f;
    const auto id = f.ask("2026-11-30");
    f.now("2026-12-01T09:00:00Z");
    CHECK(f.pickups.postpone(ref(id)).item.day == day("2026-12-01"));
    f.now("2027-01-05T09:00:00Z");
    CHECK(f.sums("2026-11").empty());
    CHECK(f.sums("2026-12") == "1: 18.00 + 3.78 (21%) = 21.78; ");
}

TEST_CASE("a pickup that was taken back is not postponed; another company's is not there") {
    InvoiceFixture f;
    const auto id = f.ask("2026-11-24");
    f.pickups.cancel(ref(id));
    const std::string before = f.trace();
    CHECK(refused([&] { f.pickups.postpone(ref(id)); }) == "rule id");
    CHECK(refused([&] { f.pickups.postpone(ref(PickupId::from_stored(9))); }) == "not_found id");
    CHECK(f.trace() == before);
    const Person anna = f.add_person(2, "Anna", "Peeters");
    f.add_relation(anna.id, f.other);
    const ActingAs acting(f, open_session(f, {.person = anna.id.value(), .org = f.other}));
    CHECK(refused([&] { f.pickups.postpone(ref(id)); }) == "not_found id");
}

TEST_CASE("where no sourced tariff covers the day there is no invoice but the reason") {
    InvoiceFixture f;
    f.ask("2026-11-24", Region::wallonia);
    f.now("2026-12-01T09:00:00Z");
    CHECK(said([&] { static_cast<void>(f.invoices("2026-11")); }) ==
          "no sourced row says what the price of u-1 for wallonia was on 24/11/2026; add one with "
          "its source: dcadmin tariff import");
    CHECK(refused([&] { static_cast<void>(f.invoices("2026-11")); }) == "rule month");
    Tariffs(f.env).add({.kind = TariffKind::pickup,
                        .region = Region::wallonia,
                        .basis = TariffBasis::pickup,
                        .amount = Money::parse("17.53"),
                        .from = day("2026-11-24"),
                        .until = day("2026-11-24"),
                        .hand_in_until = {},
                        .source = "brief van de uitgever"});
    CHECK(f.sums("2026-11") == "1: 17.53 + 3.68 (21%) = 21.21; ");  // 3.6813
    // Before the conditions of 1 March 2024 no source tells the price in Flanders.
    f.run("UPDATE pickup SET region = 'flanders', day = '2024-02-29'");
    CHECK(refused([&] { static_cast<void>(f.invoices("2024-02")); }) == "rule month");
    f.run("UPDATE pickup SET day = '2024-03-01'");
    CHECK(f.sums("2024-03") == "1: 18.00 + 3.78 (21%) = 21.78; ");
}

TEST_CASE("VAT is rounded once for the whole invoice, half a cent up") {
    InvoiceFixture f;
    // 21 % of 0.50 is 0.105: of one half a cent up, of three together 0.315, and not 3 times 0.11.
    for (const char* const on : {"2026-11-24", "2026-11-25", "2026-11-26"}) {
        f.ask(on, Region::brussels);
    }
    Tariffs(f.env).add({.kind = TariffKind::pickup,
                        .region = Region::brussels,
                        .basis = TariffBasis::pickup,
                        .amount = Money::parse("0.50"),
                        .from = day("2026-01-01"),
                        .until = {},
                        .hand_in_until = {},
                        .source = "proef"});
    f.now("2026-11-25T09:00:00Z");
    CHECK(f.sums("2026-11") == "1: 0.50 + 0.11 (21%) = 0.61 so far; ");
    f.now("2026-12-01T09:00:00Z");
    CHECK(f.sums("2026-11") == "3: 1.50 + 0.32 (21%) = 1.82; ");
    // Another rate from the 26th on.
    Tariffs(f.env).add({.kind = TariffKind::vat,
                        .region = {},
                        .basis = TariffBasis::pickup,
                        .amount = Money::parse("6"),
                        .from = day("2026-11-26"),
                        .until = {},
                        .hand_in_until = {},
                        .source = "proef"});
    CHECK(f.sums("2026-11") == "3: 1.50 + 0.24 (21, 6%) = 1.74; ");
}

TEST_CASE("a file of postponed pickups tells what came of each row") {
    InvoiceFixture f;
    const auto id = f.ask("2026-11-24");
    f.now("2026-11-24T16:30:00Z");
    const std::vector<std::variant<PickupRef, Error>> rows{ref(id), ref(id),
                                                           ref(PickupId::from_stored(9))};
    CHECK(run_rows<PickupRef>(rows, {.skip_invalid = true},
                              [&](const auto& source, const auto& how, const auto& sink) {
                                  return f.pickups.postpone_rows(source, how, sink);
                              })
              .states() == "applied unchanged rejected");
}

}  // namespace dcadmin::test
