// SPDX-License-Identifier: Apache-2.0
// Automatic issuances: their schedules, and that each period has one however late or often a run
// comes, and however many there are at once.
#include "support/bulk.h"
#include "support/signed_in.h"
#include "zone_fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/issuance_schedules.h>
#include <dcadmin/secure_zone/issuances.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct RunFixture : ZoneFixture {
    IssuanceSchedules schedules{env};

    NewSchedule monthly(std::optional<int> on = {}) {
        return {.org = org,
                .region = Region::flanders,
                .every = Every::month,
                .on = on,
                .reason = "afspraak"};
    }
    void now(std::string_view moment) { clock.set(Timestamp::parse(moment)); }
    /// "2 made, 1 empty, 5 vouchers", and what was left out.
    std::string run(const RunRequest& request = {}) {
        const RunSummary done = schedules.run(request);
        std::string text =
            fmt::format("{} made, {} empty, {} vouchers", done.made, done.empty, done.vouchers);
        for (const Error& problem : done.problems)
            text += fmt::format(", {}", name_of(problem.kind()));
        return text;
    }
    std::string catch_up() { return run({.org = {}, .period = {}, .catch_up = true}); }
    using Fixture::run;
    Lines made() {
        return column(
            "SELECT id || ' ' || region || ' ' || period || ' ' || made_on || ' ' || "
            "state || ' ' || vouchers FROM issuance ORDER BY id");
    }
    Lines status(const StatusFilter& filter = {}) {
        Lines all;
        schedules.status(filter, [&](const PeriodStatus& one) {
            all.push_back(fmt::format("{} {} {} {}", name_of(one.region), one.period,
                                      one.due_on.iso(), one.state));
            return true;
        });
        return all;
    }
    Lines list() {
        Lines all;
        schedules.list({}, [&](const IssuanceSchedule& one) {
            all.push_back(fmt::format("{} {} {} {}", name_of(one.region), name_of(one.every),
                                      one.on, one.next.empty() ? "" : one.next.front().iso()));
            return true;
        });
        return all;
    }
};

}  // namespace

TEST_CASE("a schedule is set for each accredited region, replaced and turned off") {
    RunFixture f;
    NewSchedule all = f.monthly();
    all.region = {};
    const auto written = f.schedules.set(all);
    CHECK(written.changed);
    CHECK(written.item.size() == 2);
    CHECK(f.last_entry() == "issuance_schedule set 2 afspraak");
    CHECK(f.list() == Lines{"brussels month 31 2026-11-30", "flanders month 31 2026-11-30"});
    CHECK_FALSE(f.schedules.set(all).changed);
    CHECK(f.schedules
              .set({.org = f.org,
                    .region = Region::brussels,
                    .every = Every::week,
                    .on = 5,
                    .reason = ""})
              .changed);
    CHECK(f.list() == Lines{"brussels week 5 2026-11-27", "flanders month 31 2026-11-30"});
    CHECK(f.column("SELECT region FROM issuance_schedule WHERE ended_at <> ''") ==
          Lines{"brussels"});
    CHECK(f.schedules.off({.org = f.org, .region = Region::brussels, .reason = "met de hand"})
              .changed);
    CHECK(f.last_entry() == "issuance_schedule end 3 met de hand");
    CHECK_FALSE(f.schedules.off({.org = f.org, .region = Region::brussels, .reason = ""}).changed);
    CHECK(f.list() == Lines{"flanders month 31 2026-11-30"});
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE issuance_schedule SET on_day = 5 WHERE ended_at = ''");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("a schedule that cannot be is refused and leaves no trace") {
    RunFixture f;
    const auto with = [&](auto change) {
        NewSchedule asked = f.monthly();
        change(asked);
        return refused([&] { f.schedules.set(asked); });
    };
    const std::string before = f.trace();
    CHECK(with([](auto& s) { s.region = Region::wallonia; }) == "rule region");
    CHECK(with([](auto& s) { s.on = 0; }) == "usage on");
    CHECK(with([](auto& s) { s.on = 32; }) == "usage on");
    CHECK(with([](auto& s) {
              s.every = Every::week;
              s.on = 8;
          }) == "usage on");
    CHECK(with([](auto& s) {
              s.every = Every::day;
              s.on = 1;
          }) == "usage on");
    CHECK(with([&](auto& s) {
              s.org = f.other;
              s.region = {};
          }) == "rule org");
    CHECK(with([](auto& s) { s.org = org_number(9); }).starts_with("not_found"));
    CHECK(f.trace() == before);
}

TEST_CASE("an automatic issuance takes what was allocated until its period's end, once") {
    RunFixture f;
    f.schedules.set(f.monthly());
    f.add_service({.hours = 3, .allocated_on = "2026-11-30"});
    f.add_service({.hours = 2, .allocated_on = "2026-12-01"});
    f.add_service({.region = Region::brussels});
    CHECK(f.run() == "0 made, 0 empty, 0 vouchers");
    f.now("2026-11-29T22:59:59Z");
    CHECK(f.run() == "0 made, 0 empty, 0 vouchers");
    f.now("2026-12-02T08:00:00Z");
    CHECK(f.run() == "1 made, 0 empty, 3 vouchers");
    CHECK(f.last_entry() == "issuance run 1");
    CHECK(f.run() == "0 made, 0 empty, 0 vouchers");
    CHECK(f.catch_up() == "0 made, 0 empty, 0 vouchers");
    CHECK(f.column("SELECT period || ' ' || period_until || ' ' || made_on || ' ' || mode "
                   "FROM issuance") == Lines{"2026-11 2026-11-30 2026-12-02 automatic"});
    CHECK(f.status() == Lines{"flanders 2026-11 2026-11-30 blocked"});
}

TEST_CASE("of three missed months the last is made, or with catch-up each exactly once") {
    RunFixture f;
    f.schedules.set(f.monthly());
    f.add_service({.hours = 3, .allocated_on = "2026-12-15"});
    f.add_service({.hours = 2, .allocated_on = "2027-01-15"});
    f.now("2027-02-02T08:00:00Z");
    const Lines missing{"flanders 2026-11 2026-11-30 missing",
                        "flanders 2026-12 2026-12-31 missing",
                        "flanders 2027-01 2027-02-01 missing"};
    CHECK(f.status({.missing = true}) == missing);
    CHECK(f.catch_up() == "2 made, 1 empty, 5 vouchers");
    CHECK(f.made() == Lines{"1 flanders 2026-11 2027-02-02 empty 0",
                            "2 flanders 2026-12 2027-02-02 blocked 3",
                            "3 flanders 2027-01 2027-02-02 blocked 2"});
    CHECK(f.catch_up() == "0 made, 0 empty, 0 vouchers");
    CHECK(f.status({.missing = true}).empty());
    CHECK(f.status({.from = day("2026-12-01"), .until = day("2026-12-31")}) ==
          Lines{"flanders 2026-12 2026-12-31 blocked"});
}

TEST_CASE("without catch-up the last period takes it all, and a month may be named") {
    RunFixture f;
    f.schedules.set(f.monthly());
    f.add_service({.hours = 3, .allocated_on = "2026-12-15"});
    f.now("2027-02-02T08:00:00Z");
    CHECK(f.run({.org = f.org, .period = Month::parse("2027-03"), .catch_up = false}) ==
          "0 made, 0 empty, 0 vouchers");
    CHECK(f.run({.org = f.org, .period = {}, .catch_up = false}) == "1 made, 0 empty, 3 vouchers");
    CHECK(f.run({.org = f.org, .period = Month::parse("2026-11"), .catch_up = false}) ==
          "0 made, 1 empty, 0 vouchers");
    CHECK(f.status({.missing = true}) == Lines{"flanders 2026-12 2026-12-31 missing"});
}

TEST_CASE("vouchers past their last day are in no automatic issuance, and counted") {
    RunFixture f;
    f.schedules.set(f.monthly());
    f.add_service({.hours = 3, .hand_in_until = "2026-11-30"});
    f.now("2026-12-01T08:00:00Z");
    const RunSummary done = f.schedules.run({});
    CHECK(done.empty == 1);
    CHECK(done.expired == 3);
}

TEST_CASE("a company that is not accredited any more is left out, and does not keep the others") {
    RunFixture f;
    f.accredit(f.other, "V54321");
    f.schedules.set(f.monthly());
    NewSchedule others = f.monthly();
    others.org = f.other;
    f.schedules.set(others);
    f.add_service({}, f.other);
    f.accredit(f.org, "V12345", "2026-11-29");
    f.now("2026-11-30T08:00:00Z");
    CHECK(f.run() == "1 made, 0 empty, 3 vouchers, rule");
    CHECK(f.status({.missing = true}) == Lines{"flanders 2026-11 2026-11-30 missing"});
}

TEST_CASE("a company at which another run is at work is left to it, until that run is dead") {
    RunFixture f;
    f.schedules.set(f.monthly());
    f.add_service({});
    f.now("2026-11-30T08:00:00Z");
    f.run("UPDATE issuance_schedule SET state = 'claimed', state_at = '2026-11-30T08:00:00Z'");
    const std::string before = f.trace();
    CHECK(f.run() == "0 made, 0 empty, 0 vouchers, busy");
    f.now("2026-11-30T08:09:59Z");
    CHECK(f.run() == "0 made, 0 empty, 0 vouchers, busy");
    CHECK(f.trace() == before);
    f.now("2026-11-30T08:10:00Z");
    CHECK(f.run() == "1 made, 0 empty, 3 vouchers");
    CHECK(f.column("SELECT state FROM issuance_schedule") == Lines{"waiting"});
}

TEST_CASE("a run that is refused in the middle gives its claim back and leaves nothing") {
    RunFixture f;
    f.schedules.set(f.monthly());
    f.accredit(f.org, "V12345", "2026-11-29");
    f.now("2026-11-30T08:00:00Z");
    const auto entries = f.entries().size();
    CHECK(f.run() == "0 made, 0 empty, 0 vouchers, rule");
    CHECK(f.column("SELECT state FROM issuance_schedule") == Lines{"waiting"});
    CHECK(f.entries().size() == entries);
    CHECK(f.made().empty());
}

TEST_CASE("files of schedules tell what came of each row") {
    RunFixture f;
    NewSchedule wallonia = f.monthly();
    wallonia.region = Region::wallonia;
    const std::vector<std::variant<NewSchedule, Error>> rows{f.monthly(5), f.monthly(5), wallonia};
    CHECK(run_rows<NewSchedule>(rows, {.skip_invalid = true},
                                [&](const auto& source, const auto& how, const auto& sink) {
                                    return f.schedules.set_rows(source, how, sink);
                                })
              .states() == "applied unchanged rejected");
    const ScheduleRef all{.org = f.org, .region = {}, .reason = ""};
    const std::vector<std::variant<ScheduleRef, Error>> refs{all, all};
    CHECK(
        run_rows<ScheduleRef>(refs, {}, [&](const auto& source, const auto& how, const auto& sink) {
            return f.schedules.off_rows(source, how, sink);
        }).states() == "applied unchanged");
}

}  // namespace dcadmin::test
