// SPDX-License-Identifier: Apache-2.0
// Recurring pickups at random: whatever is set, ended, taken out, taken back, postponed and asked
// for, while days go by, no day of a series is asked for twice, nothing that was taken out comes
// back, and nobody is asked to come on a day that is off.
#include "support/fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/calendar.h>
#include <dcadmin/secure_zone/pickup_series.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <random>
#include <set>

namespace dcadmin::test {

namespace {

class Office : public Fixture {
   public:
    explicit Office(unsigned seed) : random_(seed) {
        add_relation(lucas_.id, org_, "2020-01-01", "2030-12-31");
    }

    void step() {
        switch (below(12)) {
            case 0:
            case 1: set(); break;
            case 2: off(); break;
            case 3:
            case 4: skip(); break;
            case 5: cancel(); break;
            case 6: postpone(); break;
            case 7: close(); break;
            case 8: pass(); break;
            default: ask();
        }
    }
    /// What must hold after every step.
    [[nodiscard]] std::string wrong() {
        for (const std::string& twice :
             column("SELECT 'u-' || min(id) FROM pickup WHERE cancelled_at = '' GROUP BY "
                    "context_id, region, day HAVING count(*) > 1")) {
            return "twice: " + twice;
        }
        for (const std::string& key :
             column("SELECT series_id || ' ' || series_day FROM pickup WHERE series_id <> 0 AND "
                    "cancelled_at <> ''")) {
            out_.insert(key);
        }
        for (const std::string& key :
             column("SELECT series_id || ' ' || series_day FROM pickup WHERE series_id <> 0 AND "
                    "cancelled_at = ''")) {
            if (out_.contains(key)) return "came back: " + key;
        }
        return {};
    }
    [[nodiscard]] bool sound() {
        return problems().empty() && Audit(env).verify({}).problems.empty();
    }
    [[nodiscard]] std::size_t asked() const { return asked_; }

   private:
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }
    // Refusals are answers too; anything else is not.
    template <class Action>
    void try_it(Action action) {
        try {
            action();
        } catch (const Error& error) {
            const bool answer = error.kind() == Kind::rule || error.kind() == Kind::usage ||
                                error.kind() == Kind::not_found || error.kind() == Kind::conflict;
            CHECK_MESSAGE(answer, error.message());
        }
    }

    void set() {
        const auto every =
            one_of(std::vector{PickupRhythm::week, PickupRhythm::two_weeks, PickupRhythm::month});
        const int days = every == PickupRhythm::month ? 31 : 5;
        NewPickupSeries series{.org = org_,
                               .site = one_of(sites_),
                               .region = one_of(regions_),
                               .every = every,
                               .on = below(days) + 1,
                               .from = {},
                               .until = {},
                               .contact = lucas_.id,
                               .phone = PhoneNumber::parse("0470123456"),
                               .bags = {},
                               .on_holiday = below(2) == 0 ? OnHoliday::skip : OnHoliday::next,
                               .reason = ""};
        if (below(4) == 0) series.until = today().plus_days(below(60));
        try_it([&] { recurring_.set(series); });
    }
    void off() {
        try_it([&] {
            recurring_.off(
                {.org = org_, .site = one_of(sites_), .region = one_of(regions_), .reason = ""});
        });
    }
    void skip() {
        std::vector<std::pair<PickupSeriesId, Date>> days;
        recurring_.occurrences({.org = org_, .site = {}, .region = {}, .until = {}},
                               [&](const PickupOccurrence& one) {
                                   days.emplace_back(one.series.id, one.day);
                                   return days.size() < 40;
                               });
        if (days.empty()) return;
        const auto [series, day] = one_of(days);
        try_it([&, series = series, day = day] {
            recurring_.skip({.pickup = {}, .series = series, .day = day, .reason = ""});
        });
    }
    PickupRef any_pickup() {
        const auto last = column("SELECT coalesce(max(id), 1) FROM pickup").front();
        return {.id = PickupId::from_stored(below(std::stoi(last)) + 1), .reason = ""};
    }
    void cancel() {
        try_it([&] { pickups_.cancel(any_pickup()); });
    }
    void postpone() {
        try_it([&] { pickups_.postpone(any_pickup()); });
    }
    void close() {
        try_it([&] {
            Calendar(env).close(
                {.day = today().plus_days(below(40)), .org = org_, .reason = "dicht"});
        });
    }
    void pass() {
        clock.set(Timestamp::from_seconds(clock.now().seconds() + below(8 * 24) * 3600));
    }
    void ask() {
        const int ahead = below(30) + 1;
        const auto result = recurring_.run({.org = {}, .ahead = ahead});
        CHECK(result.problems.empty());
        asked_ += result.asked.size();
        std::set<Date> off;
        for (const int year : {today().year(), today().year() + 1}) {
            for (const DayOff& one : Calendar(env).days_off({.year = year, .org = org_})) {
                off.insert(one.day);
            }
        }
        for (const Pickup& one : result.asked) {
            CHECK_MESSAGE(!off.contains(one.day), one.day.iso());
            CHECK(one.day > today());
        }
        CHECK(recurring_.run({.org = {}, .ahead = ahead}).asked.empty());
        // What comes in that time is asked for, but for days whose last moment may have passed.
        constexpr int latest = 6;
        recurring_.occurrences(
            {.org = org_, .site = {}, .region = {}, .until = {}}, [&](const PickupOccurrence& one) {
                const bool due = one.comes_on && *one.comes_on > today().plus_days(latest) &&
                                 *one.comes_on <= today().plus_days(ahead);
                if (due) CHECK(one.pickup);
                return true;
            });
    }

    std::mt19937 random_;
    RecurringPickups recurring_{env};
    Pickups pickups_{env};
    EnterpriseNumber org_ = add_org(1);
    std::vector<SiteNumber> sites_{add_site(org_, 1), add_site(org_, 2, "Gent")};
    std::vector<Region> regions_{Region::flanders, Region::brussels};
    Person lucas_ = add_person(1);
    std::set<std::string> out_;
    std::size_t asked_ = 0;
};

}  // namespace

TEST_CASE("recurring pickups keep their promises whatever is done, seed by seed") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        Office office(seed);
        for (int i = 0; i < 250; ++i) {
            CAPTURE(i);
            office.step();
            const std::string wrong = office.wrong();
            REQUIRE_MESSAGE(wrong.empty(), wrong);
        }
        CHECK(office.sound());
        CHECK(office.asked() > 10);
    }
}

TEST_CASE("for a series, too, the last moment moves with the clocks of Brussels") {
    const auto asked_at = [](std::string_view now) {
        Fixture f;
        const auto org = f.add_org(1);
        const auto site = f.add_site(org, 1);
        const Person lucas = f.add_person(1);
        f.add_relation(lucas.id, org, "2020-01-01", "2030-12-31");
        RecurringPickups recurring(f.env);
        recurring.set({.org = org,
                       .site = site,
                       .region = Region::flanders,
                       .every = PickupRhythm::week,
                       .on = 3,
                       .from = {},
                       .until = {},
                       .contact = lucas.id,
                       .phone = PhoneNumber::parse("0470123456"),
                       .bags = {},
                       .on_holiday = {},
                       .reason = ""});
        f.clock.set(Timestamp::parse(now));
        const auto asked = recurring.run({.org = {}, .ahead = 1}).asked;
        return asked.empty() ? std::string("none") : asked.front().day.iso();
    };
    // Forward on Sunday 28/03/2027, back on 31/10/2027.
    CHECK(asked_at("2027-03-23T11:30:00Z") == "2027-03-24");
    CHECK(asked_at("2027-03-23T11:30:01Z") == "none");
    CHECK(asked_at("2027-03-30T10:30:00Z") == "2027-03-31");
    CHECK(asked_at("2027-03-30T10:30:01Z") == "none");
    CHECK(asked_at("2027-10-26T10:30:00Z") == "2027-10-27");
    CHECK(asked_at("2027-10-26T10:30:01Z") == "none");
    CHECK(asked_at("2027-11-02T11:30:00Z") == "2027-11-03");
    CHECK(asked_at("2027-11-02T11:30:01Z") == "none");
}

}  // namespace dcadmin::test
