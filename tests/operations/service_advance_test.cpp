// SPDX-License-Identifier: Apache-2.0
// What time decides about services when nobody else does, however late the timer comes.
#include "decisions_fixture.h"

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

struct Vector {
    std::string_view start, validated, confirmed, by_hand_of_user;
};

// Section 9 of the sheet: event day not counted, five working days, then four, then sixty days.
constexpr auto vectors = std::to_array<Vector>({
    {"2020-10-30", "2020-11-06", "2020-11-13", "2021-01-05"},
    {"2020-12-23", "2020-12-31", "2021-01-07", "2021-03-01"},
    {"2021-05-12", "2021-05-20", "2021-05-27", "2021-07-19"},
    {"2026-04-02", "2026-04-10", "2026-04-16", "2026-06-09"},
});

std::string day_after(std::string_view date) {
    return day(date).plus_days(1).iso();
}

}  // namespace

TEST_CASE("terms run out after weekends, holidays and year ends as the sheet has them") {
    for (const Vector& one : vectors) {
        CAPTURE(one.start);
        DecisionsFixture f;
        f.on(one.start);
        const ServiceId by_worker = f.registered(one.start, 2);
        const ServiceId by_company = f.registered(one.start, 3, 2, EnteredBy::company);
        CHECK(f.state(by_worker) == "registered " + std::string(one.validated) + " 3 0");
        f.on(one.validated);
        CHECK(f.decisions.advance({}) == Advanced{});
        f.on(day_after(one.validated));
        CHECK(f.decisions.advance({}).validated == 2);
        CHECK(f.state(by_worker) == "validated " + std::string(one.confirmed) + " 3 0");
        CHECK(f.state(by_company) == "validated " + std::string(one.by_hand_of_user) + " 2 0");
        f.on(one.confirmed);
        CHECK(f.decisions.advance({}) == Advanced{});
        f.on(day_after(one.confirmed));
        CHECK(f.decisions.advance({}).confirmed == 1);
        CHECK(f.state(by_worker) == "waiting  3 0");
        CHECK(f.whole());
    }
}

TEST_CASE("a term runs out at midnight in Brussels, in winter and in summer") {
    DecisionsFixture f;
    f.on("2026-11-16");
    const ServiceId winter = f.registered("2026-11-16", 2);
    f.at("2026-11-23T22:59:59Z");
    CHECK(f.decisions.advance({}).validated == 0);
    f.at("2026-11-23T23:00:00Z");
    CHECK(f.decisions.advance({}).validated == 1);
    CHECK(f.state(winter).starts_with("validated"));
    f.on("2027-06-07");
    f.registered("2027-06-07", 2);
    f.at("2027-06-14T21:59:59Z");
    CHECK(f.decisions.advance({}).validated == 0);
    f.at("2027-06-14T22:00:00Z");
    CHECK(f.decisions.advance({}).validated == 1);
}

TEST_CASE("three missed months are caught up with, each step on its own day and once") {
    DecisionsFixture late;
    late.on("2026-04-02");
    const ServiceId id = late.registered("2026-04-02", 2);
    late.on("2026-07-15");
    const auto done = late.decisions.advance({});
    CHECK(done.validated == 1);
    CHECK(done.confirmed == 1);
    CHECK(late.history(id) == Lines{"register 2026-04-02  registered",
                                    "validation-ran-out 2026-04-11 registered validated",
                                    "confirmation-ran-out 2026-04-17 validated confirmed",
                                    "find-no-voucher 2026-07-15 confirmed waiting"});
    const std::string trace = late.trace();
    CHECK(late.decisions.advance({}) == Advanced{});
    CHECK(late.trace() == trace);
    CHECK(late.whole());
}

TEST_CASE("a decision that comes after its term meets what time has made of the service") {
    DecisionsFixture f;
    f.on("2026-04-02");
    const ServiceId id = f.registered("2026-04-02", 2);
    f.on("2026-04-14");
    CHECK_FALSE(f.decisions.validate(DecisionsFixture::decision(id)).changed);
    CHECK(f.state(id) == "registered 2026-04-10 3 0");  // the timer writes it down
    CHECK(f.decisions.confirm(DecisionsFixture::decision(id)).changed);
    CHECK(f.history(id) == Lines{"register 2026-04-02  registered",
                                 "validation-ran-out 2026-04-11 registered validated",
                                 "confirm 2026-04-14 validated confirmed",
                                 "find-no-voucher 2026-04-14 confirmed waiting"});
    CHECK(f.whole());
}

TEST_CASE("in Flanders both terms run side by side since June 2025") {
    DecisionsFixture f;
    f.on("2025-06-05");
    const ServiceId silent = f.registered("2025-06-05");
    const ServiceId answered = f.registered("2025-06-05");
    f.decisions.confirm(DecisionsFixture::decision(answered));
    f.on("2025-06-13");
    CHECK(f.decisions.advance({}) == Advanced{});
    f.on("2025-06-14");
    const auto done = f.decisions.advance({});
    CHECK(done.validated == 2);
    CHECK(done.confirmed == 1);
    CHECK(f.state(silent) == "waiting  3 0");
    CHECK(f.state(answered) == "waiting  3 0");
    CHECK(f.whole());
}

TEST_CASE("the rules of the deck hold on any day when the store says so") {
    DecisionsFixture f;
    f.run("INSERT INTO policy (name, value) VALUES ('zone.profile', '2020')");
    f.on("2026-04-02");
    const ServiceId id = f.registered("2026-04-02");
    f.decisions.validate(DecisionsFixture::decision(id));
    CHECK(f.state(id) == "validated 2026-04-09 3 0");  // four working days, not five
    const ServiceId second = f.registered("2026-04-02");
    CHECK(refused([&] { f.decisions.confirm(DecisionsFixture::decision(second)); }) == "rule id");
}

TEST_CASE("where no source says how long a term is, nothing is guessed") {
    DecisionsFixture f;
    f.on("2016-01-04");
    CHECK(refused([&] { f.registered("2016-01-04", 1); }) == "rule term");
}

TEST_CASE("what no voucher may pay any more is given up, in Flanders after twelve months") {
    DecisionsFixture f;
    f.on("2025-10-01");
    const ServiceId flemish = f.registered("2025-10-01", 1, 3);
    const ServiceId walloon = f.registered("2025-10-01", 2, 3);
    f.on("2025-12-01");
    f.decisions.advance({});
    CHECK(f.state(flemish) == "waiting  3 0");
    f.on("2026-10-01");
    CHECK(f.decisions.advance({}).outside == 0);
    f.order(1, "2026-10-01");
    CHECK(f.state(flemish) == "partially-allocated  3 1");
    f.on("2026-10-02");
    f.order(5, "2026-10-02");
    const auto done = f.decisions.advance({});
    CHECK(done.outside == 1);
    CHECK(done.allocated == 0);
    CHECK(f.state(flemish) == "outside  3 1");
    CHECK(f.state(walloon) == "waiting  3 0");
    CHECK(f.whole());
}

TEST_CASE("one company's services are advanced apart from the others'") {
    DecisionsFixture f;
    f.on("2026-04-02");
    f.registered("2026-04-02", 2);
    f.on("2026-07-15");
    CHECK(f.decisions.advance(f.other) == Advanced{});
    CHECK(f.decisions.advance(f.org).confirmed == 1);
    CHECK(refused([&] { f.decisions.advance(org_number(77)); }) == "not_found org");
}

}  // namespace dcadmin::test
