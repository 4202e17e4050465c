// SPDX-License-Identifier: Apache-2.0
// What the issuer reads on paper vouchers, what must be corrected and until when.
#include "paper_fixture.h"

namespace dcadmin::test {

TEST_CASE("a voucher that could be read goes on to be accepted and paid") {
    PaperFixture f;
    const auto one = f.sent();
    const auto written = f.paper.read(f.reading(one, "ok"));
    CHECK(written.changed);
    CHECK(written.item.state == PaperState::read_ok);
    CHECK(written.item.read_on == day("2026-11-23"));
    CHECK(f.told().back() == "paper_voucher read 1");
    CHECK_FALSE(f.paper.read(f.reading(one, "ok")).changed);
    CHECK(f.paper.read(f.reading(one, "accepted")).item.state == PaperState::accepted);
    CHECK_FALSE(f.paper.read(f.reading(one, "accepted")).changed);
    CHECK_FALSE(f.paper.read(f.reading(one, "ok")).changed);
    const auto pay = [&] {
        return f.with_tx([](store::Tx& tx) { return secure_zone::mark_refunded(tx, 1); });
    };
    CHECK(pay() == 1);
    CHECK(f.state(one) == "refunded");
    CHECK(pay() == 0);
    CHECK_FALSE(f.paper.read(f.reading(one, "accepted")).changed);
    f.check_whole();
}

TEST_CASE("a day or worker that could not be read is to be corrected; in Brussels any field is") {
    PaperFixture f;
    const auto lacks = [&](Region region, int n, auto change) {
        PaperReading reading = f.reading(f.sent(n, region), "unreadable");
        change(reading);
        const auto item = f.paper.read(reading).item;
        std::string all(name_of(item.state));
        for (const std::string& field : item.lacks) all += " " + field;
        return all;
    };
    const auto no_day = [](auto& r) { r.day.reset(); };
    const auto no_worker = [](auto& r) { r.worker = ""; };
    const auto no_activity = [](auto& r) { r.activity.reset(); };
    int n = 0;
    for (const Region region : {Region::flanders, Region::wallonia, Region::brussels}) {
        CAPTURE(name_of(region));
        CHECK(lacks(region, ++n, no_day) == "to-correct date");
        CHECK(lacks(region, ++n, no_worker) == "to-correct worker");
        CHECK(lacks(region, ++n, no_activity) ==
              (region == Region::brussels ? "to-correct activity" : "read-ok"));
        CHECK(lacks(region, ++n, [](auto&) {}) == "read-ok");
    }
    // A number that is nobody's, and one of somebody who is no worker there, say as little as none.
    CHECK(lacks(Region::flanders, ++n, [](auto& r) { r.worker = "85073003329"; }) ==
          "to-correct worker");
    CHECK(lacks(Region::flanders, ++n, [](auto& r) {
              r.worker = person_number(5).revealed_digits();
          }) == "to-correct worker");
    CHECK(lacks(Region::flanders, ++n, [](auto& r) { r.day = day("2026-12-24"); }) ==
          "to-correct date");
    CHECK(lacks(Region::flanders, ++n, [&](auto& r) { r.worker = f.zoe.digits(); }) == "read-ok");
    f.check_whole();
}

TEST_CASE("what was announced stands for what could not be read") {
    PaperFixture f;
    const auto one = f.received();
    f.paper.announce({.vouchers = {f.key(one)}, .fields = {}, .reason = ""});
    const auto id = f.issuance();
    f.bundle(id);
    f.send(id);
    PaperReading blank = f.reading(one, "unreadable");
    blank.day.reset();
    blank.worker = "";
    blank.activity.reset();
    const auto item = f.paper.read(blank).item;
    CHECK(item.state == PaperState::read_ok);
    CHECK(item.day == day("2026-11-20"));
    f.check_whole();
}

TEST_CASE("results that cannot be are refused and change nothing") {
    PaperFixture f;
    const auto two = f.sent(2);
    const auto one = f.received(1);
    const std::string before = f.trace();
    const auto with = [&](const PaperVoucher& voucher, auto change) {
        PaperReading reading = f.reading(voucher, "ok");
        change(reading);
        return refused([&] { f.paper.read(reading); });
    };
    CHECK(with(one, [](auto&) {}) == "rule id");
    CHECK(with(two, [](auto& r) { r.number = PaperFixture::number(9); }) == "not_found number");
    CHECK(with(two, [](auto& r) { r.region = Region::brussels; }) == "not_found number");
    CHECK(with(two, [](auto& r) { r.result = "goed"; }) == "usage result");
    CHECK(with(two, [](auto& r) { r.result = "rejected"; }) == "usage cause");
    CHECK(with(two, [](auto& r) {
              r.result = "rejected";
              r.cause = "uncorrected";
          }) == "usage cause");
    CHECK(with(two, [](auto& r) { r.read_on = day("2026-11-24"); }) == "rule read_on");
    CHECK(with(two, [](auto& r) { r.read_on = day("2026-11-22"); }) == "rule read_on");
    CHECK(f.trace() == before);
    f.paper.read(f.reading(two, "ok"));
    CHECK(with(two, [](auto& r) { r.day = day("2026-11-19"); }) == "conflict number");
    CHECK(with(two, [](auto& r) { r.read_on = day("2026-11-22"); }) == "conflict number");
    CHECK(with(two, [](auto& r) {
              r.result = "rejected";
              r.cause = "already-paid";
          }) == "accepted");
    CHECK(f.get(two).cause == "already-paid");
    CHECK(with(two, [](auto& r) {
              r.result = "rejected";
              r.cause = "other-region";
          }) == "rule id");
    f.check_whole();
}

TEST_CASE("where no source says how long one may correct, a reading that asks for it is refused") {
    PaperFixture f;
    f.clock.set(Timestamp::parse("2020-10-28T10:00:00Z"));
    NewPaperVoucher asked = f.voucher();
    asked.region = Region::brussels;
    asked.day = day("2020-10-20");
    asked.usable_until = day("2021-03-31");
    const auto one = f.paper.receive(asked).item;
    const auto id = f.issuance(Region::brussels, "2020-10");
    f.bundle(id, Region::brussels, "2020-10");
    f.send(id);
    PaperReading reading = f.reading(one, "unreadable");
    reading.day.reset();
    CHECK(refused([&] { f.paper.read(reading); }) == "rule term");
    f.clock.set(Timestamp::parse("2020-10-29T10:00:00Z"));
    CHECK(f.paper.read(reading).item.due_on == day("2020-11-28"));
}

TEST_CASE("a voucher is corrected with what lacks, within what it can pay") {
    PaperFixture f;
    const auto one = f.unread_day();
    CHECK(f.get(one).due_on == day("2026-12-23"));
    CHECK(f.paper.waiting({}).vouchers == 1);
    CHECK(f.paper.waiting(f.org).first_due == day("2026-12-23"));
    CHECK(f.paper.waiting(f.other).vouchers == 0);
    CHECK(f.list({.to_correct = true}) == Lines{"x-1 0000000001 to-correct"});
    f.clock.set(Timestamp::parse("2026-12-01T10:00:00Z"));
    const std::string before = f.trace();
    CHECK(f.corrected(one, day("2026-11-24")) == "rule date");
    CHECK(f.corrected(one, day("2025-02-28")) == "rule date");
    PaperCorrection activity{.voucher = f.key(one), .fields = {}, .reason = ""};
    activity.fields.activity = Activity::shopping;
    CHECK(refused([&] { f.paper.correct(activity); }) == "rule activity");
    activity.fields.worker = f.add_worker(f.other, 2);
    CHECK(refused([&] { f.paper.correct(activity); }) == "not_found worker");
    CHECK(f.state(one) == "to-correct");
    CHECK(f.corrected(one, day("2026-11-23")) == "accepted");
    CHECK(f.told().back() == "paper_voucher correct 1 nagekeken");
    CHECK(f.get(one).lacks.empty());
    CHECK(f.corrected(one, day("2026-11-23")) == "accepted");
    CHECK(f.corrected(one, day("2026-11-22")) == "rule id");
    CHECK(f.paper.waiting({}).vouchers == 0);
    CHECK_FALSE(f.paper.read(f.without_day(one)).changed);
    CHECK(f.paper.read(f.reading(one, "accepted")).item.state == PaperState::accepted);
    f.check_whole();
}

TEST_CASE("a Flemish voucher pays for services of a year before its month of issue, no earlier") {
    PaperFixture f;
    const auto one = f.unread_day();  // usable until March 2027: issued in March 2026
    CHECK(said([&] {
              PaperCorrection asked{.voucher = f.key(one), .fields = {}, .reason = ""};
              asked.fields.day = day("2025-02-28");
              f.paper.correct(asked);
          }) ==
          "voucher 0000000001: it pays for no service before 01/03/2025; give the day on "
          "which the service was performed");
    CHECK(f.corrected(one, day("2025-03-01")) == "accepted");
    const auto walloon = f.paper.read(f.without_day(f.sent(2, Region::wallonia))).item;
    CHECK(f.corrected(walloon, day("2024-02-28")) == "accepted");  // no source tells of a limit
}

TEST_CASE("what nobody told stays as it was entered, and must have been") {
    PaperFixture f;
    CHECK(f.corrected(f.unread_day(1)) == "accepted");
    f.clock.set(Timestamp::parse("2026-11-24T10:00:00Z"));
    NewPaperVoucher without_worker = f.voucher(2);
    without_worker.worker.reset();
    const auto two = f.paper.receive(without_worker).item;
    const auto id = f.issuance();
    f.bundle(id);
    f.send(id);
    PaperReading reading = f.reading(two, "unreadable");
    reading.worker = "";
    f.paper.read(reading);
    CHECK(f.corrected(two) == "rule worker");
}

TEST_CASE("one corrects through the last day in Brussels, whatever the clocks do") {
    struct Case {
        std::string_view read_at, due_on, last, first_late;
    };
    for (const Case& one : {
             Case{"2026-11-23T10:00:00Z", "2026-12-23", "2026-12-23T22:59:59Z",
                  "2026-12-23T23:00:00Z"},
             // Read after midnight in Brussels, still the day before elsewhere.
             Case{"2026-11-23T23:30:00Z", "2026-12-24", "2026-12-24T22:59:59Z",
                  "2026-12-24T23:00:00Z"},
             // The clocks go forward on the last day itself, 28/03/2027, and back on 31/10/2027.
             Case{"2027-02-26T10:00:00Z", "2027-03-28", "2027-03-28T21:59:59Z",
                  "2027-03-28T22:00:00Z"},
             Case{"2027-10-01T10:00:00Z", "2027-10-31", "2027-10-31T22:59:59Z",
                  "2027-10-31T23:00:00Z"},
             // Ends of months, a leap day, and a last day that is a holiday: it does not move.
             Case{"2027-01-31T10:00:00Z", "2027-03-02", "2027-03-02T22:59:59Z",
                  "2027-03-02T23:00:00Z"},
             Case{"2028-01-30T10:00:00Z", "2028-02-29", "2028-02-29T22:59:59Z",
                  "2028-02-29T23:00:00Z"},
             Case{"2026-11-25T10:00:00Z", "2026-12-25", "2026-12-25T22:59:59Z",
                  "2026-12-25T23:00:00Z"},
         }) {
        CAPTURE(one.read_at);
        PaperFixture f;
        f.clock.set(Timestamp::parse(one.read_at));
        const auto make = [&](int n) {
            NewPaperVoucher asked = f.voucher(n);
            asked.usable_until = day("2028-06-30");
            asked.day = day("2026-11-20");
            asked.region = Region::wallonia;
            const auto voucher = f.paper.receive(asked).item;
            const auto id = f.issuance(Region::wallonia);
            f.bundle(id, Region::wallonia);
            f.send(id);
            return f.paper.read(f.without_day(voucher)).item;
        };
        const auto first = make(1);
        const auto second = make(2);
        CHECK(first.due_on == day(one.due_on));
        f.clock.set(Timestamp::parse(one.last));
        CHECK(f.paper.advance({}).item.rejected == 0);
        CHECK(f.paper.waiting({}).vouchers == 2);
        CHECK(f.corrected(first, day("2026-11-19")) == "accepted");
        f.clock.set(Timestamp::parse(one.first_late));
        CHECK(f.paper.waiting({}).vouchers == 0);
        CHECK(f.corrected(second, day("2026-11-19")) == "rule id");
        CHECK(f.paper.advance({}).item.rejected == 1);
        CHECK(f.state(first) == "corrected");
        CHECK(f.state(second) == "rejected");
        f.check_whole();
    }
}

TEST_CASE("what nobody corrected is rejected once, however late and often that is asked") {
    PaperFixture f;
    const auto one = f.unread_day(1);
    const auto two = f.unread_day(2);
    f.clock.set(Timestamp::parse("2026-12-01T10:00:00Z"));
    const auto later = f.unread_day(3);
    f.clock.set(Timestamp::parse("2026-12-24T10:00:00Z"));
    CHECK(f.paper.advance(f.other).item.rejected == 0);
    const auto entries = f.told().size();
    CHECK(f.paper.advance({}).item.rejected == 2);
    CHECK(f.told().size() == entries + 2);
    CHECK(f.told().back() == "paper_voucher run_out 2");
    CHECK_FALSE(f.paper.advance({}).changed);
    CHECK(f.told().size() == entries + 2);
    CHECK(f.get(one).cause == "uncorrected");
    CHECK(f.corrected(two, day("2026-11-19")) == "rule id");
    CHECK_FALSE(f.paper.read(f.without_day(one)).changed);  // the file once more
    f.clock.set(Timestamp::parse("2027-06-01T10:00:00Z"));
    CHECK(f.paper.advance(f.org).item.rejected == 1);
    CHECK(f.state(later) == "rejected");
    f.check_whole();
}

TEST_CASE("a file of results is judged row by row, and changes nothing the second time") {
    PaperFixture f;
    const auto one = f.sent(1);
    const auto two = f.sent(2);
    const auto three = f.sent(3);
    PaperReading unknown = f.reading(one, "ok");
    unknown.number = PaperFixture::number(9);
    PaperReading bad = f.reading(three, "rejected");
    bad.cause = "expired";
    const std::vector<std::variant<PaperReading, Error>> rows{f.reading(one, "ok"),
                                                              f.without_day(two), bad, unknown};
    const auto read = [&](const bulk::Options& options) {
        return run_rows<PaperReading>(rows, options,
                                      [&](const auto& source, const auto& how, const auto& sink) {
                                          return f.paper.read_rows(source, how, sink);
                                      });
    };
    const std::string before = f.trace();
    CHECK_FALSE(read({}).summary.committed);
    CHECK(f.trace() == before);
    const auto outcome = read({.skip_invalid = true});
    CHECK(outcome.states() == "applied applied applied rejected");
    CHECK(outcome.results.at(2).message == "to be corrected until 23/12/2026: date");
    CHECK(read({.skip_invalid = true}).states() == "unchanged unchanged unchanged rejected");
    CHECK(f.corrected(two, day("2026-11-18")) == "accepted");
    CHECK(read({.skip_invalid = true}).states() == "unchanged unchanged unchanged rejected");
    f.check_whole();
}

TEST_CASE("an issuance counts what its vouchers came to, and what is paid by the day") {
    PaperFixture f;
    for (int n = 1; n <= 6; ++n) f.received(n);
    NewPaperVoucher earlier = f.voucher(7);
    earlier.day = day("2026-11-02");
    const auto seven = f.paper.receive(earlier).item;
    const auto id = f.issuance();
    f.bundle(id);
    const auto counted = [&] {
        const auto counts = secure_zone::count_bundle(f.store.db(), id);
        return fmt::format("{} {} {} {} {} {} {}", counts.bundled, counts.unread, counts.to_correct,
                           counts.payable, counts.claimed, counts.refunded, counts.rejected);
    };
    CHECK(counted() == "7 0 0 0 0 0 0");
    f.send(id);
    CHECK(counted() == "0 7 0 0 0 0 0");
    const auto voucher = [&](int n) {
        std::optional<PaperVoucher> found;
        f.paper.list({.number = PaperFixture::number(n)}, [&](const PaperVoucher& one) {
            found = one;
            return true;
        });
        return found.value();
    };
    f.paper.read(f.reading(voucher(1), "ok"));
    f.paper.read(f.reading(voucher(2), "accepted"));
    f.paper.read(f.without_day(voucher(3)));
    f.paper.claim({.voucher = f.key(voucher(4)), .outcome = "", .reason = ""});
    PaperReading bad = f.reading(voucher(5), "rejected");
    bad.cause = "expired";
    f.paper.read(bad);
    PaperReading good = f.reading(seven, "ok");
    good.day = day("2026-11-02");
    f.paper.read(good);
    CHECK(counted() == "0 1 1 3 1 0 1");
    const auto days = secure_zone::payable_days(f.store.db(), id);
    REQUIRE(days.size() == 2);
    CHECK(days.at(0).day == "2026-11-02");
    CHECK(days.at(1).vouchers == 2);
    Lines slip;
    secure_zone::list_bundle(f.store.db(), id, [&](const secure_zone::PaperLine& line) {
        slip.push_back(line.number + " " + line.day);
        return slip.size() < 2;
    });
    CHECK(slip == Lines{"0000000001 2026-11-20", "0000000002 2026-11-20"});
    CHECK(f.with_tx([&](store::Tx& tx) { return secure_zone::mark_refunded(tx, id); }) == 3);
    CHECK(counted() == "0 1 1 0 1 3 1");
    f.check_whole();
}

}  // namespace dcadmin::test
