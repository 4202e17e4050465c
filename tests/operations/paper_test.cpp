// SPDX-License-Identifier: Apache-2.0
// Paper vouchers as a company receives, announces and withdraws them, and hands them in.
#include "paper_fixture.h"

namespace dcadmin::test {

TEST_CASE("a paper voucher is kept by its number, leading zeros and all, in the company's log") {
    PaperFixture f;
    const auto written = f.paper.receive(f.voucher());
    CHECK(written.changed);
    CHECK(written.remark.empty());
    CHECK(written.item.id.text() == "x-1");
    CHECK(written.item.number.text() == "0000000001");
    CHECK(written.item.hand_in_until == day("2027-04-30"));
    CHECK(written.item.state == PaperState::received);
    CHECK(f.last_entry() == "paper_voucher receive 1 zak 1");
    CHECK_FALSE(f.paper.receive(f.voucher()).changed);
    NewPaperVoucher little{
        .org = f.org, .region = Region::flanders, .number = PaperFixture::number(1)};
    CHECK_FALSE(f.paper.receive(little).changed);
    little.number = PaperFixture::number(2);
    CHECK(f.paper.receive(little).changed);
    CHECK(f.received(1, Region::wallonia).region == Region::wallonia);
    CHECK(f.list() ==
          Lines{"x-1 0000000001 received", "x-2 0000000002 received", "x-3 0000000001 received"});
    CHECK(f.list({.region = Region::wallonia}) == Lines{"x-3 0000000001 received"});
    CHECK(f.list({.site = f.aalst, .number = PaperFixture::number(2)}).empty());
    f.check_whole();
    f.run("UPDATE paper_voucher SET day = '2026-11-19' WHERE id = 1");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("a number is kept once in its region, wherever it was received") {
    PaperFixture f;
    f.received();
    const std::string before = f.trace();
    NewPaperVoucher again = f.voucher();
    again.day = day("2026-11-19");
    CHECK(said([&] { f.paper.receive(again); }) ==
          "voucher 0000000001 of flanders is kept already, otherwise: x-1, received; see it: "
          "dcadmin paper list --number 0000000001");
    NewPaperVoucher theirs{
        .org = f.other, .region = Region::flanders, .number = PaperFixture::number(1)};
    CHECK(refused([&] { f.paper.receive(theirs); }) == "conflict number");
    CHECK(f.trace() == before);
}

TEST_CASE("a voucher that cannot be what is said of it is refused and leaves no trace") {
    PaperFixture f;
    const auto theirs = f.add_worker(f.other, 2);
    const SiteNumber elsewhere = f.add_site(f.other, 3, "Luik");
    const std::string before = f.trace();
    const auto with = [&](auto change) {
        NewPaperVoucher asked = f.voucher();
        change(asked);
        return refused([&] { f.paper.receive(asked); });
    };
    CHECK(with([](auto& v) { v.day = day("2026-11-24"); }) == "rule date");
    CHECK(with([](auto& v) { v.day = day("2019-12-31"); }) == "rule region");
    CHECK(with([](auto& v) { v.activity = Activity::transport; }) == "rule activity");
    CHECK(with([&](auto& v) {
              v.org = f.other;
              v.site.reset();
              v.region = Region::brussels;
              v.worker.reset();
          }) == "rule region");
    CHECK(with([&](auto& v) { v.worker = theirs; }) == "not_found worker");
    CHECK(with([&](auto& v) { v.site = elsewhere; }) == "not_found site");
    CHECK(with([](auto& v) { v.org = org_number(9); }).starts_with("not_found"));
    CHECK(f.trace() == before);
    Workers(f.env).deactivate({.login = f.zoe, .reason = "weg"});
    CHECK(f.received().state == PaperState::received);  // until today, that day was his
    f.clock.set(Timestamp::parse("2026-11-25T10:00:00Z"));
    CHECK(with([](auto& v) {
              v.number = PaperFixture::number(2);
              v.day = day("2026-11-24");
          }) == "rule worker");
}

TEST_CASE("a voucher after its last day is kept with a remark that says so") {
    PaperFixture f;
    const auto remark = [&](int n, std::string_view usable_until) {
        NewPaperVoucher asked = f.voucher(n);
        asked.usable_until = day(usable_until);
        return f.paper.receive(asked).remark;
    };
    CHECK(remark(1, "2026-11-23") == "");
    CHECK(remark(2, "2026-11-22") ==
          "its customer could use it until 22/11/2026; hand it in until 31/12/2026");
    CHECK(remark(3, "2026-09-30") == "its last day to be handed in was 31/10/2026");
    NewPaperVoucher odd = f.voucher(4);
    odd.customer = CustomerNumber::parse("123456789012");
    CHECK(f.paper.receive(odd).remark.find("check digits") != std::string::npos);
}

TEST_CASE("vouchers are announced once day, worker and activity are known") {
    PaperFixture f;
    NewPaperVoucher little{
        .org = f.org, .region = Region::flanders, .number = PaperFixture::number(1)};
    const auto first = f.paper.receive(little).item;
    const auto second = f.received(2);
    PaperAnnouncement both{.vouchers = {f.key(second), f.key(first)}, .fields = {}, .reason = "op"};
    const std::string before = f.trace();
    CHECK(refused([&] { f.paper.announce(both); }) == "rule date");
    both.fields.day = day("2026-11-19");
    CHECK(refused([&] { f.paper.announce(both); }) == "rule worker");
    both.fields.worker = f.zoe;
    CHECK(said([&] { f.paper.announce(both); }) ==
          "voucher 0000000001 cannot be announced without activity; give it: --activity");
    CHECK(f.trace() == before);
    both.fields.activity = Activity::ironing;
    const auto written = f.paper.announce(both);
    CHECK(written.changed);
    CHECK(written.item.at(0).state == PaperState::announced);
    CHECK(written.item.at(1).activity == Activity::ironing);
    CHECK(f.last_entry() == "paper_voucher announce 1 op");
    CHECK_FALSE(f.paper.announce(both).changed);
    both.fields.day = day("2026-11-18");
    CHECK(f.paper.announce(both).changed);
    CHECK(refused([&] { f.paper.announce({.vouchers = {}, .fields = {}, .reason = ""}); }) ==
          "usage id");
    CHECK(refused([&] {
              f.paper.announce(
                  {.vouchers = {{.number = PaperFixture::number(1)}}, .fields = {}, .reason = ""});
          }) == "usage id");
    f.check_whole();
}

TEST_CASE("what was entered by mistake is withdrawn, and its number is free again") {
    PaperFixture f;
    const auto one = f.received();
    const PaperRef by_number{
        .voucher = {.id = {}, .region = Region::flanders, .number = PaperFixture::number(1)},
        .reason = "tikfout"};
    CHECK(f.paper.withdraw(by_number).item.state == PaperState::withdrawn);
    CHECK(f.last_entry() == "paper_voucher withdraw 1 tikfout");
    CHECK_FALSE(f.paper.withdraw(by_number).changed);
    CHECK(refused([&] {
              f.paper.announce({.vouchers = {f.key(one)}, .fields = {}, .reason = ""});
          }) == "rule id");
    const auto again = f.received();
    CHECK(again.id.text() == "x-2");
    f.bundle(f.issuance());
    CHECK(said([&] { f.paper.withdraw(by_number); }) ==
          "voucher 0000000001 cannot be withdrawn: it is in an issuance already; it is bundled: "
          "dcadmin paper list --number 0000000001");
    CHECK(refused([&] {
              f.paper.withdraw({.voucher = {.id = PaperVoucherId::from_stored(9)}, .reason = ""});
          }) == "not_found id");
    f.check_whole();
}

TEST_CASE("a slip takes the vouchers of one region and month that can still be handed in") {
    PaperFixture f;
    f.received(1);
    f.paper.announce({.vouchers = {f.key(f.received(2))}, .fields = {}, .reason = ""});
    f.received(3, Region::brussels);
    const auto of = [&](int n, std::optional<Date> on, std::optional<Date> usable_until) {
        NewPaperVoucher asked = f.voucher(n);
        asked.day = on;
        asked.usable_until = usable_until;
        f.paper.receive(asked);
    };
    of(4, day("2026-10-31"), day("2027-03-31"));  // of another month
    of(5, day("2026-11-01"), day("2026-10-31"));  // handed in until the last of November
    of(6, day("2026-11-01"), day("2026-09-30"));
    of(7, {}, day("2027-03-31"));
    of(8, day("2026-11-01"), {});
    const auto id = f.issuance();
    const auto bundle = f.bundle(id);
    CHECK(bundle.vouchers == 3);
    Lines left;
    for (const auto& one : bundle.left_out) left.push_back(one.number + " " + one.why);
    CHECK(left == Lines{"0000000006 its last day to be handed in was 31/10/2026",
                        "0000000007 nobody told the day of the service",
                        "0000000008 nobody told until when it could be used"});
    CHECK(f.list({.state = PaperState::bundled}) ==
          Lines{"x-1 0000000001 bundled", "x-2 0000000002 bundled", "x-5 0000000005 bundled"});
    CHECK(f.list({.issuance = IssuanceId::from_stored(id)}).size() == 3);
    CHECK(f.told().back() == "paper_voucher bundle 5");
    CHECK(f.bundle(id).vouchers == 0);
    f.check_whole();
    f.run("UPDATE issuance SET month = '2026-12'");
    CHECK(f.problems().size() == 3);
}

TEST_CASE("on the company's last day a voucher is still taken along, the day after it is not") {
    PaperFixture f;
    NewPaperVoucher asked = f.voucher();
    asked.usable_until = day("2026-10-31");
    f.paper.receive(asked);
    f.clock.set(Timestamp::parse("2026-11-30T22:59:59Z"));
    const auto id = f.issuance();
    CHECK(f.bundle(id).vouchers == 1);
    CHECK(f.cancel(id) == 1);
    f.clock.set(Timestamp::parse("2026-11-30T23:00:00Z"));
    const auto late = f.bundle(f.issuance());
    CHECK(late.vouchers == 0);
    CHECK(late.left_out.size() == 1);
}

TEST_CASE("vouchers of an issuance that is cancelled are as they were; sent ones stay") {
    PaperFixture f;
    const auto plain = f.received(1);
    const auto announced = f.received(2);
    f.paper.announce({.vouchers = {f.key(announced)}, .fields = {}, .reason = ""});
    const auto id = f.issuance();
    f.bundle(id);
    CHECK(f.cancel(id) == 2);
    CHECK(f.state(plain) == "received");
    CHECK(f.state(announced) == "announced");
    const auto again = f.issuance();
    f.bundle(again);
    CHECK(f.send(again) == 2);
    CHECK(f.send(again) == 0);
    CHECK(f.cancel(again) == 0);
    CHECK(f.state(plain) == "sent");
    CHECK(f.get(plain).issuance->text() == "i-2");
    f.check_whole();
    f.run("UPDATE paper_voucher SET issuance_id = 0 WHERE id = 1");
    CHECK(f.problems().size() == 2);
}

TEST_CASE("a voucher that got lost is claimed on its left strip, and the issuer's word is kept") {
    PaperFixture f;
    const auto received = f.received(3);
    const auto claim = [&](const PaperVoucher& one, std::string outcome) {
        return f.paper.claim(
            {.voucher = f.key(one), .outcome = std::move(outcome), .reason = "zak kwijt"});
    };
    CHECK(refused([&] { claim(received, ""); }) == "rule id");
    const auto one = f.sent(1);
    const auto two = f.sent(2);
    CHECK(claim(one, "").item.state == PaperState::lost_claimed);
    CHECK(f.last_entry() == "paper_voucher claim 2 zak kwijt");
    CHECK_FALSE(claim(one, "").changed);
    CHECK(refused([&] { claim(one, "weg"); }) == "usage outcome");
    CHECK(refused([&] { claim(two, "refunded"); }) == "rule id");
    CHECK(refused([&] { f.paper.read(f.reading(one, "ok")); }) == "rule id");
    CHECK(refused([&] {
              NewPaperVoucher again = f.voucher(1);
              again.day = day("2026-11-19");
              f.paper.receive(again);
          }) == "conflict number");
    CHECK(claim(one, "refunded").item.state == PaperState::refunded);
    claim(two, "");
    CHECK(claim(two, "refused").item.cause == "claim-refused");
    CHECK(f.state(two) == "rejected");
    CHECK(refused([&] { claim(two, ""); }) == "rule id");
    f.check_whole();
}

TEST_CASE("files of vouchers tell what came of each row, and change nothing the second time") {
    PaperFixture f;
    NewPaperVoucher late = f.voucher(2);
    late.day = day("2026-12-01");
    const std::vector<std::variant<NewPaperVoucher, Error>> rows{f.voucher(1), f.voucher(1), late};
    const auto receive = [&] {
        return run_rows<NewPaperVoucher>(
            rows, {.skip_invalid = true},
            [&](const auto& source, const auto& how, const auto& sink) {
                return f.paper.receive_rows(source, how, sink);
            });
    };
    CHECK(receive().states() == "applied unchanged rejected");
    const auto again = receive();
    CHECK(again.states() == "unchanged unchanged rejected");
    CHECK(again.results.at(1).id == "x-1");
    const PaperAnnouncement announcement{
        .vouchers = {{.region = Region::flanders, .number = PaperFixture::number(1)}},
        .fields = {},
        .reason = ""};
    const std::vector<std::variant<PaperAnnouncement, Error>> announced{announcement, announcement};
    CHECK(run_rows<PaperAnnouncement>(announced, {},
                                      [&](const auto& source, const auto& how, const auto& sink) {
                                          return f.paper.announce_rows(source, how, sink);
                                      })
              .states() == "applied unchanged");
    const PaperRef ref{.voucher = announcement.vouchers.front(), .reason = ""};
    const std::vector<std::variant<PaperRef, Error>> refs{ref, ref};
    CHECK(run_rows<PaperRef>(refs, {}, [&](const auto& source, const auto& how, const auto& sink) {
              return f.paper.withdraw_rows(source, how, sink);
          }).states() == "applied unchanged");
    f.check_whole();
}

TEST_CASE("who holds the zone's right at a site keeps its vouchers; others see nothing of them") {
    constexpr std::string_view zone = "dienstencheques-erkende-onderneming";
    PaperFixture f;
    const Person lucas = f.add_person(7);
    const SiteNumber gent = f.add_site(f.org, 2, "Gent");
    f.add_right(zone);
    f.add_relation(lucas.id, f.org, "2020-01-01", "2030-12-31");
    f.run(
        "INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until, "
        "first_until, revoked_at, reason, operation_id) VALUES ((SELECT max(id) FROM "
        "working_relation), (SELECT max(id) FROM right_definition), (SELECT id FROM "
        "context_value WHERE kind = 'site' AND number = " +
        f.aalst.digits() +
        "), '2026-01-01', '2027-01-01', '2027-01-01', '', '', (SELECT min(id) FROM operation))");
    NewPaperVoucher there = f.voucher(1);
    there.site = gent;
    const auto foreign = f.paper.receive(there).item;
    const auto others =
        f.paper
            .receive(
                {.org = f.other, .region = Region::flanders, .number = PaperFixture::number(9)})
            .item;
    const ActingAs acting(f, open_session(f, {.person = lucas.id.value(), .org = f.org}));
    const auto own = f.received(2);
    CHECK(f.list() == Lines{"x-3 0000000002 received"});
    CHECK(refused([&] { f.paper.withdraw({.voucher = f.key(foreign), .reason = ""}); }) ==
          "not_allowed ");
    CHECK(said([&] { f.paper.withdraw({.voucher = f.key(others), .reason = ""}); }) ==
          "there is no paper voucher x-2; see which there are: dcadmin paper list");
    CHECK(said([&] { f.received(9); }) ==
          "voucher 0000000009 of flanders is kept already; look at "
          "its number: it was received elsewhere");
    there.number = PaperFixture::number(3);
    CHECK(refused([&] { f.paper.receive(there); }) == "not_allowed ");
    CHECK(refused([&] { f.paper.read(f.reading(own, "ok")); }) == "not_allowed ");
    CHECK(f.paper.withdraw({.voucher = f.key(own), .reason = ""}).changed);
    CHECK(f.paper.advance({}).item.rejected == 0);
    CHECK(refused([&] { f.paper.advance(f.other); }).starts_with("not_found"));
}

}  // namespace dcadmin::test
