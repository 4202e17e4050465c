// SPDX-License-Identifier: Apache-2.0
// Paper issuances: from the slip to the refund, as far as their vouchers let them.
#include "paper_fixture.h"
#include "secure_zone/paper/slips.h"

#include <dcadmin/policies.h>
#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/refunds.h>
#include <dcadmin/secure_zone/tariffs.h>

namespace dcadmin::test {

namespace {

struct SlipsFixture : PaperFixture {
    explicit SlipsFixture(bool first_block = false) {
        if (!first_block)
            Policies(env).set({.name = "zone.first_block", .value = "off", .reason = "test"});
    }
    secure_zone::Slip slip(bool draft = false, std::string_view month = "2026-11") {
        return with_tx([&](store::Tx& tx) {
            return secure_zone::make_slip(tx, {.organisation_id = id_of(org),
                                               .region = Region::flanders,
                                               .month = Month::parse(month),
                                               .draft = draft,
                                               .reason = "maand vol"});
        });
    }
    std::string issuance_state(std::int64_t id = 1) {
        return column(fmt::format("SELECT state || ' ' || vouchers || ' ' || received_on FROM "
                                  "issuance WHERE id = {}",
                                  id))
            .front();
    }
    /// "2 vouchers, 2 unpriced, expected 2026-11-26"
    std::string refund(std::int64_t id = 1) {
        const auto all =
            column(fmt::format("SELECT vouchers || ' vouchers, ' || unpriced || "
                               "' unpriced, expected ' || expected_on FROM refund "
                               "WHERE issuance_id = {}",
                               id));
        return all.empty() ? "none" : all.front();
    }
    PaperVoucher voucher_of(int n) {
        std::optional<PaperVoucher> found;
        paper.list({.number = number(n)}, [&](const PaperVoucher& one) {
            found = one;
            return true;
        });
        return found.value();
    }
};

}  // namespace

TEST_CASE("a slip that nothing waits for is refused, and says what was left out") {
    SlipsFixture f;
    NewPaperVoucher late = f.voucher(1);
    late.usable_until = day("2026-09-30");
    const std::string before = f.trace();
    CHECK(said([&] { f.slip(); }) ==
          "no paper voucher of flanders and 2026-11 waits to be handed in; see what is there: "
          "dcadmin paper list --state received");
    CHECK(f.trace() == before);
    f.paper.receive(late);
    CHECK(said([&] { f.slip(); }) ==
          "no paper voucher of flanders and 2026-11 waits to be handed in; 1 is left out, x-1: its "
          "last day to be handed in was 31/10/2026; see what is there: dcadmin paper list --state "
          "received");
}

TEST_CASE("a slip is a draft until it is submitted, in time, and then has left the company") {
    SlipsFixture f;
    const auto one = f.received(1);
    NewPaperVoucher soon = f.voucher(2);
    soon.usable_until = day("2026-10-31");
    f.paper.receive(soon);
    const auto slip = f.slip(true);
    CHECK(slip.bundle.vouchers == 2);
    CHECK(f.issuance_state(slip.issuance_id) == "draft 2 ");
    CHECK(f.state(one) == "bundled");
    f.clock.set(Timestamp::parse("2026-12-01T10:00:00Z"));
    const auto submit = [&](std::int64_t id) {
        f.change_draft(id, [&](store::Tx& tx, auto& row) {
            secure_zone::step(row, secure_zone::IssuanceEvent::submit);
            secure_zone::submit_slip(tx, row);
        });
    };
    CHECK(said([&] { submit(slip.issuance_id); }) ==
          "1 voucher is in i-1 past the last day to hand in; make another of what waits: dcadmin "
          "issuance cancel i-1, then create");
    f.change_draft(slip.issuance_id, [&](store::Tx& tx, auto& row) {
        secure_zone::step(row, secure_zone::IssuanceEvent::cancel);
        secure_zone::cancel_slip(tx, row);
    });
    CHECK(f.issuance_state(slip.issuance_id) == "cancelled 0 ");
    CHECK(f.state(one) == "received");
    const auto again = f.slip(true);
    CHECK(again.bundle.left_out.size() == 1);
    submit(again.issuance_id);
    CHECK(f.issuance_state(again.issuance_id) == "submitted 1 ");
    CHECK(f.state(one) == "sent");
    f.check_whole();
}

TEST_CASE("an issuance goes with what was read: in control, partly to correct, payable") {
    SlipsFixture f;
    for (int n = 1; n <= 3; ++n) f.received(n);
    f.slip();
    CHECK(f.issuance_state() == "submitted 3 ");
    CHECK(f.refund() == "none");
    f.paper.read(f.reading(f.voucher_of(1), "ok"));
    CHECK(f.issuance_state() == "in-control 3 2026-11-23");
    CHECK(f.last_entry() == "issuance control 1");
    f.paper.read(f.without_day(f.voucher_of(2)));
    CHECK(f.issuance_state() == "partly-to-correct 3 2026-11-23");
    PaperReading bad = f.reading(f.voucher_of(3), "rejected");
    bad.cause = "already-paid";
    f.paper.read(bad);
    CHECK(f.issuance_state() == "partly-to-correct 3 2026-11-23");
    CHECK(f.corrected(f.voucher_of(2), day("2026-11-19")) == "accepted");
    CHECK(f.issuance_state() == "payable 3 2026-11-23");
    // No sourced tariff tells what a service of November 2026 is worth; paper is paid in 3 days.
    CHECK(f.refund() == "2 vouchers, 2 unpriced, expected 2026-11-26");
    CHECK(f.state(f.voucher_of(1)) == "read-ok");
    f.check_whole();
}

TEST_CASE("what nobody corrected holds an issuance up no longer than its term") {
    SlipsFixture f;
    f.received(1);
    f.received(2);
    f.slip();
    f.paper.read(f.reading(f.voucher_of(1), "ok"));
    f.paper.read(f.without_day(f.voucher_of(2)));
    f.clock.set(Timestamp::parse("2026-12-24T10:00:00Z"));
    CHECK(f.issuance_state().starts_with("partly-to-correct"));
    f.paper.advance({});
    CHECK(f.issuance_state().starts_with("payable"));
    CHECK(f.refund().starts_with("1 vouchers"));
    f.check_whole();
}

TEST_CASE("the first issuance of an accreditation is blocked once it has passed the controls") {
    SlipsFixture f(true);
    f.received(1);
    f.slip();
    f.paper.read(f.reading(f.voucher_of(1), "ok"));
    CHECK(f.issuance_state().starts_with("blocked"));
    CHECK(f.column("SELECT cause FROM block") == Lines{"first-hand-in"});
    f.check_whole();
}

TEST_CASE("a file of results looks at each issuance once, when all of its rows are done") {
    SlipsFixture f;
    for (int n = 1; n <= 4; ++n) f.received(n);
    f.slip();
    f.paper.claim({.voucher = f.key(f.voucher_of(4)), .outcome = "", .reason = ""});
    std::vector<std::variant<PaperReading, Error>> rows;
    for (int n = 1; n <= 3; ++n) rows.emplace_back(f.reading(f.voucher_of(n), "ok"));
    const auto entries = [&] {
        return f.column("SELECT count(*) FROM audit_entry WHERE subject = 'issuance'").front();
    };
    CHECK(entries() == "1");  // it was made; a claim says nothing of it
    const auto outcome = run_rows<PaperReading>(
        rows, {}, [&](const auto& source, const auto& how, const auto& sink) {
            return f.paper.read_rows(source, how, sink);
        });
    CHECK(outcome.states() == "applied applied applied");
    CHECK(entries() == "2");
    CHECK(f.issuance_state().starts_with("payable"));
    CHECK(f.refund().starts_with("3 vouchers"));
    f.check_whole();
}

TEST_CASE("paper is handed in by its month, received, read, and paid to the cent") {
    SlipsFixture f;
    Issuances issuances(f.env);
    Tariffs(f.env).add({.kind = TariffKind::exchange,
                        .region = Region::flanders,
                        .basis = TariffBasis::service,
                        .amount = Money::parse("28.05"),
                        .from = day("2026-01-01"),
                        .until = day("2026-12-31"),
                        .source = "besluit"});
    f.received(1);
    f.received(2);
    const NewIssuance november{.org = f.org,
                               .region = Region::flanders,
                               .month = Month::parse("2026-11"),
                               .reason = "maand vol"};
    const auto made = issuances.create(november).item;
    CHECK(made.kind == "paper");
    CHECK(made.state == IssuanceState::submitted);
    CHECK(made.vouchers == 2);
    CHECK(f.last_entry() == "issuance create 1 maand vol");
    const IssuanceReceipt bag{.id = made.id, .on = {}, .reason = "zak"};
    CHECK(issuances.receive(bag).item.state == IssuanceState::received);
    CHECK(f.last_entry() == "issuance receive 1 zak");
    CHECK_FALSE(issuances.receive(bag).changed);
    CHECK(f.refund() == "0 vouchers, 0 unpriced, expected 2026-11-26");
    f.paper.read(f.reading(f.voucher_of(1), "ok"));
    f.paper.read(f.reading(f.voucher_of(2), "accepted"));
    CHECK(f.issuance_state() == "payable 2 2026-11-23");
    const auto pay = [&](std::string_view amount) {
        return Refunds(f.env).pay({.issuance = made.id,
                                   .on = day("2026-11-23"),
                                   .reference = "R1",
                                   .amount = Money::parse(amount),
                                   .reason = ""});
    };
    CHECK(refused([&] { pay("56.09"); }) == "rule amount");
    CHECK(pay("56.10").changed);
    CHECK(f.issuance_state() == "closed 2 2026-11-23");
    CHECK(f.list({.state = PaperState::refunded}).size() == 2);
    f.check_whole();
}

TEST_CASE("paper that cannot be handed in or received is refused and leaves no trace") {
    SlipsFixture f;
    Issuances issuances(f.env);
    f.received(1);
    NewIssuance november{.org = f.org,
                         .region = Region::flanders,
                         .draft = true,
                         .month = Month::parse("2026-11"),
                         .reason = ""};
    const auto draft = issuances.create(november).item;
    const std::string before = f.trace();
    CHECK(refused([&] { issuances.create(november); }) == "rule month");
    const auto with = [&](auto change) {
        NewIssuance asked = november;
        change(asked);
        return refused([&] { issuances.create(asked); });
    };
    CHECK(with([](auto& i) { i.at_risk = true; }) == "usage month");
    CHECK(with([&](auto& i) {
              i.org = f.other;
              i.region = Region::brussels;
          }) == "rule region");
    const auto receive = [&](std::optional<Date> on) {
        return refused([&] { issuances.receive({.id = draft.id, .on = on, .reason = ""}); });
    };
    CHECK(receive({}) == "rule id");
    CHECK(refused([&] {
              issuances.receive({.id = IssuanceId::from_stored(9), .on = {}, .reason = ""});
          }) == "not_found id");
    CHECK(f.trace() == before);
    CHECK(issuances.submit({.id = draft.id, .reason = ""}).item.state == IssuanceState::submitted);
    CHECK(f.state(f.voucher_of(1)) == "sent");
    CHECK(receive(day("2026-11-22")) == "rule on");
    CHECK(receive(day("2026-11-24")) == "rule on");
    CHECK(refused([&] { issuances.cancel({.id = draft.id, .reason = ""}); }) == "rule id");
    f.received(2);
    const auto second = issuances.create(november).item;
    CHECK(issuances.cancel({.id = second.id, .reason = "toch niet"}).item.vouchers == 0);
    CHECK(f.state(f.voucher_of(2)) == "received");
    f.check_whole();
}

}  // namespace dcadmin::test
