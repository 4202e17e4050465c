// SPDX-License-Identifier: Apache-2.0
// Refunds: what an issuance is worth, what keeps it from being paid, and its payment to the cent.
#include "support/bulk.h"
#include "support/signed_in.h"
#include "zone_fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/policies.h>
#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/refunds.h>
#include <dcadmin/secure_zone/tariffs.h>
#include <dcadmin/staff.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct RefundsFixture : ZoneFixture {
    Issuances issuances{env};
    Refunds refunds{env};

    void tariff(std::string_view amount, std::string_view from, std::string_view until,
                TariffKind kind = TariffKind::exchange, TariffBasis basis = TariffBasis::service,
                std::optional<Date> hand_in_until = {}) {
        Tariffs(env).add({.kind = kind,
                          .region = Region::flanders,
                          .basis = basis,
                          .amount = Money::parse(amount),
                          .from = day(from),
                          .until = day(until),
                          .hand_in_until = hand_in_until,
                          .source = "proef"});
    }
    void without_first_block() {
        Policies(env).set({.name = "zone.first_block", .value = "off", .reason = "bestaand"});
    }
    IssuanceId issue(Region region = Region::flanders) {
        return issuances
            .create({.org = org,
                     .region = region,
                     .services = {},
                     .at_risk = false,
                     .draft = false,
                     .reason = ""})
            .item.id;
    }
    /// "payable 3 vouchers, 0 unpriced, 82.56 pending 2026-11-24"
    std::string refund(IssuanceId id) {
        const Refund one = refunds.get(id);
        return fmt::format("{} {} vouchers, {} unpriced, {} {} {}",
                           name_of(issuances.get(id).state), one.vouchers, one.unpriced,
                           one.amount.decimal(), one.state,
                           one.expected_on ? one.expected_on->iso() : "");
    }
    BlockRequest of_flanders(BlockCause cause) {
        return {.org = org,
                .region = Region::flanders,
                .issuance = {},
                .cause = cause,
                .reason = "besluit"};
    }
    static BlockRequest of(IssuanceId id, BlockCause cause) {
        return {.org = {}, .region = {}, .issuance = id, .cause = cause, .reason = "besluit"};
    }
    Payment payment(IssuanceId id, std::string_view amount) {
        return {.issuance = id,
                .on = today(),
                .reference = "26-0117",
                .amount = Money::parse(amount),
                .reason = "bank"};
    }
    std::string pay(const Payment& payment) {
        return refused([&] { refunds.pay(payment); });
    }
    Lines blocks() {
        Lines all;
        refunds.blocks({}, [&](const Block& one) {
            all.push_back(fmt::format("{} {} {} {}/{} {}", one.id.text(), name_of(one.region),
                                      name_of(one.cause), one.issuances, one.vouchers,
                                      one.amount.decimal()));
            return true;
        });
        return all;
    }
    Lines blocked() {
        Lines all;
        refunds.blocked({}, [&](const BlockedIssuance& one) {
            all.push_back(fmt::format("{} {} {} {}", name_of(one.cause), one.issuance.text(),
                                      one.vouchers, one.amount.decimal()));
            return true;
        });
        return all;
    }
    Lines lines(IssuanceId id) {
        Lines all;
        refunds.lines(id, [&](const RefundLine& one) {
            all.push_back(fmt::format("{} {} {} x {} = {}", name_of(one.kind), name_of(one.basis),
                                      one.vouchers, one.tariff.decimal(), one.amount.decimal()));
            return true;
        });
        return all;
    }
    [[nodiscard]] std::size_t differences() { return Audit(env).verify({}).problems.size(); }
};

}  // namespace

TEST_CASE("the sourced amounts of Brussels in spring 2020 are paid until 15 September") {
    RefundsFixture f;
    f.without_first_block();
    f.clock.set(Timestamp::parse("2020-09-15T10:00:00Z"));
    const ServiceOf spring{.region = Region::brussels,
                           .day = "2020-03-18",
                           .allocated_on = "2020-09-01",
                           .issued_on = "2020-03-01",
                           .hand_in_until = "2020-12-31"};
    f.add_service(spring);
    const auto in_time = f.issue(Region::brussels);
    CHECK(f.lines(in_time) ==
          Lines{"exchange service 3 x 23.60 = 70.80", "supplement service 3 x 2.00 = 6.00"});
    // 5 working days in Brussels.
    CHECK(f.refund(in_time) == "payable 3 vouchers, 0 unpriced, 76.80 pending 2020-09-22");
    f.clock.set(Timestamp::parse("2020-09-16T10:00:00Z"));
    f.add_service(spring);
    CHECK(f.refund(f.issue(Region::brussels)) ==
          "payable 3 vouchers, 0 unpriced, 70.80 pending 2020-09-23");
    ServiceOf before = spring;
    before.day = "2020-03-17";
    f.add_service(before);
    CHECK(f.refund(f.issue(Region::brussels)) ==
          "payable 3 vouchers, 3 unpriced, 0.00 pending 2020-09-23");
    CHECK(f.problems().empty());
}

TEST_CASE("the first issuance of a company in a region waits for its release, and those after it") {
    RefundsFixture f;
    f.tariff("27.52", "2026-01-01", "2026-12-31");
    f.add_service({});
    const auto first = f.issue();
    CHECK(f.refund(first) == "blocked 3 vouchers, 0 unpriced, 82.56 blocked 2026-11-24");
    CHECK(f.entries().back() == "issuance create 1");
    f.add_service({.hours = 2});
    const auto second = f.issue();
    f.add_service({.region = Region::brussels});
    const auto brussels = f.issue(Region::brussels);
    CHECK(f.blocks() ==
          Lines{"b-1 flanders first-hand-in 2/5 137.60", "b-2 brussels first-hand-in 1/3 0.00"});
    CHECK(f.pay(f.payment(first, "82.56")) == "rule id");
    const auto released = f.refunds.release(f.of_flanders(BlockCause::first_hand_in));
    CHECK(released.changed);
    CHECK(released.item.released);
    CHECK(f.column("SELECT verb || ' ' || subject_id FROM audit_entry WHERE subject = 'issuance' "
                   "ORDER BY id DESC LIMIT 2") == Lines{"release 2", "release 1"});
    CHECK_FALSE(f.refunds.release(f.of_flanders(BlockCause::first_hand_in)).changed);
    CHECK(f.refund(first) == "payable 3 vouchers, 0 unpriced, 82.56 pending 2026-11-24");
    CHECK(f.refund(second).starts_with("payable"));
    CHECK(f.refund(brussels).starts_with("blocked"));
    f.add_service({});
    CHECK(f.refund(f.issue()).starts_with("payable"));
    CHECK(f.problems().empty());
    CHECK(f.column("SELECT count(*) FROM block") == Lines{"2"});
}

TEST_CASE("blocks of several causes each hold for themselves") {
    RefundsFixture f;
    f.without_first_block();
    f.tariff("20.00", "2026-01-01", "2026-12-31");
    f.add_service({});
    const auto one = f.issue();
    CHECK(f.refund(one).starts_with("payable"));
    CHECK(f.refunds.block(f.of_flanders(BlockCause::social_debt)).item.issuances == 1);
    CHECK_FALSE(f.refunds.block(f.of_flanders(BlockCause::social_debt)).changed);
    f.add_service({.hours = 1});
    const auto two = f.issue();
    f.refunds.block(RefundsFixture::of(two, BlockCause::control));
    CHECK(f.blocked() ==
          Lines{"control i-2 1 20.00", "social-debt i-1 3 60.00", "social-debt i-2 1 20.00"});
    CHECK(f.blocks() ==
          Lines{"b-1 flanders social-debt 2/4 80.00", "b-2 flanders control 1/1 20.00"});
    f.refunds.release(f.of_flanders(BlockCause::social_debt));
    CHECK(f.refund(one).starts_with("payable"));
    CHECK(f.refund(two).starts_with("blocked"));
    CHECK(f.problems().empty());
    f.refunds.release(RefundsFixture::of(two, BlockCause::control));
    CHECK(f.refund(two).starts_with("payable"));
    CHECK(f.refunds.block(f.of_flanders(BlockCause::social_debt)).changed);
    CHECK(f.refund(one).starts_with("blocked"));
    CHECK(f.problems().empty());
}

TEST_CASE("a block that cannot be is refused and leaves no trace") {
    RefundsFixture f;
    f.without_first_block();
    f.tariff("20.00", "2026-01-01", "2026-12-31");
    f.add_service({});
    const auto id = f.issue();
    f.refunds.pay(f.payment(id, "60.00"));
    const std::string before = f.trace();
    const auto block = [&](const BlockRequest& request) {
        return refused([&] { f.refunds.block(request); });
    };
    BlockRequest request = f.of_flanders(BlockCause::other);
    request.reason = " ";
    CHECK(block(request) == "usage reason");
    request = f.of_flanders(BlockCause::other);
    request.region = {};
    CHECK(block(request) == "usage org");
    request = f.of_flanders(BlockCause::other);
    request.issuance = id;
    CHECK(block(request) == "usage issuance");
    CHECK(block(RefundsFixture::of(id, BlockCause::control)) == "rule issuance");
    CHECK(block(RefundsFixture::of(IssuanceId::from_stored(9), BlockCause::control)) ==
          "not_found id");
    CHECK(refused([&] { f.refunds.release(f.of_flanders(BlockCause::other)); }) ==
          "not_found cause");
    CHECK_THROWS(static_cast<void>(parse_block_cause("weg")));
    for (const BlockCause cause : all_block_causes)
        CHECK(parse_block_cause(name_of(cause)) == cause);
    CHECK(f.trace() == before);
}

TEST_CASE("what no sourced tariff covers is counted, and paid only once it is priced") {
    RefundsFixture f;
    f.without_first_block();
    f.tariff("20.00", "2026-11-01", "2026-11-30");
    f.add_service({.day = "2026-11-02"});
    f.add_service({.day = "2026-10-30", .hours = 2});
    const auto id = f.issue();
    CHECK(f.refund(id) == "payable 5 vouchers, 2 unpriced, 60.00 pending 2026-11-24");
    CHECK(f.pay(f.payment(id, "60.00")) == "rule issuance");
    CHECK_FALSE(f.refunds.price(id).changed);
    f.tariff("19.00", "2026-10-01", "2026-10-31");
    f.tariff("0.13", "2026-06-01", "2026-06-30", TariffKind::supplement, TariffBasis::issue);
    const auto priced = f.refunds.price({});
    CHECK(priced.item.refunds == 1);
    CHECK(priced.item.changed == 1);
    CHECK(priced.item.unpriced == 0);
    CHECK(f.last_entry() == "refund price 1");
    CHECK(f.refund(id) == "payable 5 vouchers, 0 unpriced, 98.65 pending 2026-11-24");
    CHECK(f.lines(id) == Lines{"exchange service 2 x 19.00 = 38.00",
                               "exchange service 3 x 20.00 = 60.00",
                               "supplement issue 5 x 0.13 = 0.65"});
    CHECK(f.pay(f.payment(id, "98.65")) == "accepted");
    CHECK(f.refunds.price({}).item.refunds == 0);
    CHECK(refused([&] { f.refunds.price(id); }) == "rule issuance");
    CHECK(f.problems().empty());
}

TEST_CASE("a payment is the refund's to the cent, and closes issuance and services") {
    RefundsFixture f;
    f.without_first_block();
    f.tariff("27.52", "2026-01-01", "2026-12-31");
    const auto whole = f.add_service({});
    const auto part = f.add_service({.hours = 5, .allocated = 2});
    const auto id = f.issue();
    const std::string before = f.trace();
    CHECK(f.pay(f.payment(id, "137.59")) == "rule amount");
    CHECK(f.pay(f.payment(id, "137.61")) == "rule amount");
    Payment wrong = f.payment(id, "137.60");
    wrong.reference = "";
    CHECK(f.pay(wrong) == "usage reference");
    wrong = f.payment(id, "137.60");
    wrong.on = f.today().plus_days(1);
    CHECK(f.pay(wrong) == "usage on");
    wrong.on = f.today().plus_days(-1);
    CHECK(f.pay(wrong) == "usage on");
    CHECK(f.pay(f.payment(IssuanceId::from_stored(9), "1.00")) == "not_found id");
    CHECK(f.trace() == before);
    const auto paid = f.refunds.pay(f.payment(id, "137.60"));
    CHECK(paid.item.state == "paid");
    CHECK(f.last_entry() == "issuance pay 1 bank");
    CHECK(f.refund(id) == "closed 5 vouchers, 0 unpriced, 137.60 paid 2026-11-24");
    CHECK(f.service(whole) == "refunded 3/3/3 ");
    CHECK(f.service(part) == "partially-allocated 2/2/2 ");
    CHECK_FALSE(f.refunds.pay(f.payment(id, "137.60")).changed);
    Payment other = f.payment(id, "137.60");
    other.reference = "26-0118";
    CHECK(f.pay(other) == "conflict issuance");
    f.add_vouchers(part.value(), {.hours = 5}, 3);
    const auto rest = f.issue();
    CHECK(f.refunds.pay(f.payment(rest, "82.56")).changed);
    CHECK(f.service(part) == "refunded 5/5/5 ");
    CHECK(f.problems().empty());
}

TEST_CASE("a refund is late the day after it was expected") {
    RefundsFixture f;
    f.without_first_block();
    f.add_service({});
    const auto id = f.issue();
    f.clock.set(Timestamp::parse("2026-11-24T22:59:59Z"));
    CHECK_FALSE(f.refunds.get(id).late);
    f.clock.set(Timestamp::parse("2026-11-24T23:00:00Z"));
    CHECK(f.refunds.get(id).late);
    RefundFilter late;
    late.late = true;
    CHECK(f.refunds.list(late, [](const Refund&) { return true; }) == 1);
    late.state = "weg";
    CHECK(refused([&] { f.refunds.list(late, [](const Refund&) { return true; }); }) ==
          "usage state");
}

TEST_CASE("files of payments and blocks tell what came of each row") {
    RefundsFixture f;
    f.without_first_block();
    f.tariff("20.00", "2026-01-01", "2026-12-31");
    f.add_service({});
    const auto id = f.issue();
    const std::vector<std::variant<Payment, Error>> rows{
        f.payment(id, "60.00"), f.payment(id, "60.00"), f.payment(id, "61.00")};
    CHECK(run_rows<Payment>(rows, {.skip_invalid = true},
                            [&](const auto& source, const auto& how, const auto& sink) {
                                return f.refunds.pay_rows(source, how, sink);
                            })
              .states() == "applied unchanged rejected");
    const std::vector<std::variant<BlockRequest, Error>> blocks{f.of_flanders(BlockCause::control),
                                                                f.of_flanders(BlockCause::control)};
    CHECK(run_rows<BlockRequest>(blocks, {},
                                 [&](const auto& source, const auto& how, const auto& sink) {
                                     return f.refunds.block_rows(source, how, sink);
                                 })
              .states() == "applied unchanged");
    CHECK(run_rows<BlockRequest>(blocks, {},
                                 [&](const auto& source, const auto& how, const auto& sink) {
                                     return f.refunds.release_rows(source, how, sink);
                                 })
              .states() == "applied unchanged");
    CHECK(f.problems().empty());
}

TEST_CASE("the issuer blocks, releases and pays; the company sees its own, and does not") {
    RefundsFixture f;
    f.tariff("20.00", "2026-01-01", "2026-12-31");
    f.add_service({});
    const auto id = f.issue();
    const Person lucas = f.add_person(1);
    f.add_relation(lucas.id, f.org, "2020-01-01", "2030-12-31");
    f.add_right("dienstencheques-erkende-onderneming");
    f.run(
        "INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until, "
        "first_until, revoked_at, reason, operation_id) VALUES ((SELECT max(id) FROM "
        "working_relation), (SELECT max(id) FROM right_definition), (SELECT id FROM "
        "context_value WHERE kind = 'site' AND number = " +
        f.aalst.digits() +
        "), '2026-01-01', '2027-01-01', '2027-01-01', '', '', (SELECT min(id) FROM operation))");
    const Person olga = f.add_person(2, "Olga", "Operator");
    Staff(f.env).add({.person = olga.id,
                      .role = StaffRole::issuer,
                      .from = {},
                      .until = {},
                      .reason = "in dienst"});
    {
        const ActingAs acting(f, open_session(f, {.person = lucas.id.value(), .org = f.org}));
        CHECK(f.refund(id).starts_with("blocked"));
        CHECK(f.blocks().size() == 1);
        CHECK(refused([&] { f.refunds.release(f.of_flanders(BlockCause::first_hand_in)); }) ==
              "not_allowed ");
        CHECK(f.pay(f.payment(id, "60.00")) == "not_allowed ");
        CHECK(refused([&] { f.refunds.price({}); }) == "not_allowed ");
    }
    const ActingAs acting(f, open_session(f, {.person = olga.id.value()}));
    CHECK(f.refunds.release(f.of_flanders(BlockCause::first_hand_in)).changed);
    CHECK(f.pay(f.payment(id, "60.00")) == "accepted");
    CHECK(refused([&] { f.issue(); }) == "not_allowed ");
}

TEST_CASE("the log tells of blocks, amounts and payments, and when a hand has been at them") {
    RefundsFixture f;
    f.tariff("20.00", "2026-01-01", "2026-12-31");
    f.add_service({});
    const auto id = f.issue();
    f.refunds.release(f.of_flanders(BlockCause::first_hand_in));
    f.refunds.pay(f.payment(id, "60.00"));
    const auto clean = f.differences();
    const auto after = [&](std::string_view change, std::string_view back) {
        f.run(change);
        const auto found = f.differences();
        f.run(back);
        return found - clean;
    };
    CHECK(after("UPDATE refund SET cents = 6001", "UPDATE refund SET cents = 6000") == 1);
    CHECK(after("UPDATE refund SET paid_on = '2026-11-22'",
                "UPDATE refund SET paid_on = '2026-11-23'") == 1);
    CHECK(after("UPDATE refund_line SET vouchers = 2", "UPDATE refund_line SET vouchers = 3") == 1);
    CHECK(after("UPDATE block SET cause = 'other'", "UPDATE block SET cause = 'first-hand-in'") ==
          1);
    CHECK(f.differences() == clean);
    f.run("UPDATE refund SET cents = 6001");
    CHECK_FALSE(f.problems().empty());
}

}  // namespace dcadmin::test
