// SPDX-License-Identifier: Apache-2.0
// The list of services: in which order, which page, for whom; and what is told of one.
#include "secure_zone/services/shelf.h"
#include "services_fixture.h"

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

ServiceFilter with(auto change) {
    ServiceFilter filter;
    change(filter);
    return filter;
}

}  // namespace

TEST_CASE("services are listed by day, those of one day by id, across regions and companies") {
    ServicesFixture f;
    CHECK(f.list().empty());
    CHECK(f.counted.all == 0);
    f.put({.day = "2026-11-20"});
    f.put({.day = "2026-11-18", .region = "brussels"});
    f.put({.day = "2026-11-20", .region = "wallonia"});
    f.put({.day = "2026-11-19", .worker = 3, .customer = 3});
    CHECK(f.ids() == "2 4 1 3");
    CHECK(f.counted.all == 4);
    CHECK_FALSE(f.counted.last);
    CHECK(f.ids(with([](auto& x) { x.reverse = true; })) == "3 1 4 2");
    CHECK(f.ids(with([&](auto& x) { x.org = f.org; })) == "2 1 3");
    CHECK(f.ids(with([](auto& x) { x.region = Region::wallonia; })) == "3");
    CHECK(f.ids(with([](auto& x) { x.from = day("2026-11-19"); })) == "4 1 3");
    CHECK(f.ids(with([](auto& x) { x.until = day("2026-11-19"); })) == "2 4");
}

TEST_CASE("any page follows the service that is named, and says how to go on") {
    ServicesFixture f;
    for (int i = 0; i < 10; ++i) {
        f.put({.day = i < 5 ? "2026-11-20" : "2026-11-19",
               .region = i % 2 == 0 ? "flanders" : "brussels"});
    }
    const auto page = [&](std::optional<std::int64_t> after, bool reverse = false) {
        return f.ids(with([&](auto& x) {
            x.limit = 4;
            x.reverse = reverse;
            if (after) x.after = ServiceId::from_stored(*after);
        }));
    };
    CHECK(page({}) == "6 7 8 9");
    CHECK(f.counted.all == 10);
    REQUIRE(f.counted.last);
    CHECK(f.counted.last->value() == 9);
    CHECK(page(9) == "10 1 2 3");
    CHECK_FALSE(f.counted.all);
    CHECK(page(3) == "4 5");
    CHECK_FALSE(f.counted.last);
    CHECK(page({}, true) == "5 4 3 2");
    CHECK(page(2, true) == "1 10 9 8");
    CHECK(page(8, true) == "7 6");
    CHECK(f.ids(with([](auto& x) { x.offset = 7; })) == "3 4 5");
    CHECK(f.ids(with([](auto& x) {
        x.offset = 3;
        x.limit = 2;
    })) == "9 10");
    CHECK(f.ids(with([](auto& x) { x.limit = 0; })).empty());
    CHECK(refused([&] { f.ids(with([](auto& x) { x.offset = 10'001; })); }) == "usage offset");
    CHECK(refused([&] { page(99); }) == "not_found after");
}

TEST_CASE("a long list is told in stretches, and counted until ten thousand") {
    ServicesFixture f;
    f.put();
    f.run(
        "INSERT INTO service (organisation_id, work_id, worker_id, context_id, customer_id, "
        "region, day, hours, activity, entered_by, channel, state, registered_on, validated_on, "
        "confirmed_on, due_on, allocated, issued, paid, hand_in_until, operation_id) "
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001) "
        "SELECT s.organisation_id, 'n' || n.i, s.worker_id, s.context_id, s.customer_id, "
        "s.region, s.day, s.hours, s.activity, s.entered_by, s.channel, s.state, "
        "s.registered_on, '', '', '', 0, 0, 0, '', 1 FROM service s, n");
    std::int64_t last = 0;
    bool in_order = true;
    auto count = f.services.list({}, [&](const Service& one) {
        in_order = in_order && one.id.value() == last + 1;
        last = one.id.value();
        return true;
    });
    CHECK(in_order);
    CHECK(count.all == 10'002);
    count = f.services.list({.limit = 2}, [](const Service&) { return true; });
    CHECK(count.more_than_most);
    CHECK_FALSE(count.all);
    f.run("DELETE FROM service WHERE id > 10000");
    count = f.services.list({.limit = 2}, [](const Service&) { return true; });
    CHECK(count.all == 10'000);
    std::uint64_t seen = 0;
    f.services.list({}, [&](const Service&) { return ++seen < 300; });
    CHECK(seen == 300);
}

TEST_CASE("a service stands on the shelf of its company, state and region") {
    ServicesFixture f;
    for (const Region region : all_regions) {
        for (const ServiceState state : all_service_states) {
            CAPTURE(name_of(state));
            const auto id = f.put(
                {.state = name_of(state), .worker = 3, .customer = 3, .region = name_of(region)});
            const auto shelf =
                f.column(fmt::format("SELECT shelf FROM service WHERE id = {}", id.value()));
            CHECK(shelf.front() == fmt::format("{}", secure_zone::shelf_of(2, state, region)));
            const auto [first, last] = secure_zone::shelves_of(2, state, state);
            CHECK(first <= std::stoll(shelf.front()));
            CHECK(std::stoll(shelf.front()) <= last);
        }
    }
}

TEST_CASE("services are found by worker, customer and state, together too") {
    ServicesFixture f;
    f.put({.state = "validated"});
    f.put({.worker = 2});
    f.put({.state = "disputed", .worker = 2, .customer = 2});
    f.put({.worker = 3, .customer = 3});
    CHECK(f.ids(with([&](auto& x) { x.worker = f.jan; })) == "2 3");
    CHECK(f.ids(with([&](auto& x) { x.customer = f.claes; })) == "1 2");
    CHECK(f.ids(with([&](auto& x) {
        x.worker = f.jan;
        x.customer = f.claes;
    })) == "2");
    CHECK(f.ids(with([&](auto& x) { x.states = {ServiceState::registered}; })) == "2 4");
    CHECK(f.ids(with([&](auto& x) {
        x.states = {ServiceState::disputed, ServiceState::validated, ServiceState::disputed};
    })) == "1 3");
    CHECK(f.ids(with([&](auto& x) {
        x.worker = f.jan;
        x.states = {ServiceState::registered};
    })) == "2");
    CHECK(f.ids(with([&](auto& x) {
               x.worker = f.far;
               x.org = f.org;
           })).empty());
    CHECK(
        f.ids(with([](auto& x) { x.worker = AffiliationNumber::parse("980999999999"); })).empty());
    CHECK(f.ids(with([](auto& x) { x.customer = CustomerNumber::parse("999999999999"); })).empty());
    CHECK(refused([&] { f.ids(with([](auto& x) { x.org = org_number(9); })); }) == "not_found org");
}

TEST_CASE("the quick filters select by state, by the last day to hand in, and what was modified") {
    ServicesFixture f;
    f.put({.state = "registered"});
    f.put({.state = "validated"});
    f.put({.state = "disputed"});
    f.put({.state = "cancelled"});
    f.put({.state = "confirmed-first"});
    f.put({.state = "partially-allocated", .allocated = 2, .hand_in_until = "2027-03-31"});
    f.put({.state = "allocated",
           .region = "brussels",
           .allocated = 3,
           .hand_in_until = "2026-12-07"});
    f.put({.state = "allocated", .allocated = 3, .hand_in_until = "2026-11-30"});
    f.put({.state = "refunded", .allocated = 3});
    f.run("INSERT INTO change_set (organisation_id, verb, operation_id) VALUES (1, 'update', 1)");
    for (const int id : {9, 2, 9}) {
        f.run(
            fmt::format("INSERT INTO service_change (change_set_id, service_id, event, "
                        "state_before, state_after, day, due_on, fields_before, fields_after) "
                        "VALUES (1, {}, 'modify', '', '', '2026-11-20', '', '', '')",
                        id));
    }
    const auto selected = [&](ServiceSelection selection) {
        return f.ids(with([&](auto& x) { x.selection = selection; }));
    };
    CHECK(selected(ServiceSelection::to_validate) == "1 3 5");
    CHECK(selected(ServiceSelection::awaiting_user) == "2");
    CHECK(selected(ServiceSelection::disputed) == "3");
    CHECK(selected(ServiceSelection::cancelled) == "4");
    CHECK(selected(ServiceSelection::modified) == "2 9");
    CHECK(selected(ServiceSelection::at_risk) == "8 7");
    CHECK(selected(ServiceSelection::partially_allocated) == "6");
    CHECK(selected(ServiceSelection::not_issued) == "8 7 6");
    CHECK(selected(ServiceSelection::refunded) == "9");
    CHECK(f.ids(with([](auto& x) {
        x.selection = ServiceSelection::modified;
        x.after = ServiceId::from_stored(2);
    })) == "9");
    CHECK(f.ids(with([](auto& x) {
        x.selection = ServiceSelection::modified;
        x.reverse = true;
        x.limit = 1;
    })) == "9");
    CHECK(f.ids(with([](auto& x) {
        x.selection = ServiceSelection::not_issued;
        x.after = ServiceId::from_stored(8);
    })) == "7 6");
    CHECK(f.ids(with([](auto& x) {
               x.selection = ServiceSelection::disputed;
               x.states = {ServiceState::validated};
           })).empty());
    CHECK(f.ids(with([&](auto& x) {
        x.selection = ServiceSelection::at_risk;
        x.worker = f.zoe;
        x.region = Region::brussels;
    })) == "7");
    CHECK(f.services.show(ServiceId::from_stored(8)).service.at_risk);
    CHECK_FALSE(f.services.show(ServiceId::from_stored(6)).service.at_risk);
    for (const auto selection : all_service_selections) {
        CHECK(parse_service_selection(name_of(selection)) == selection);
    }
    CHECK(refused([] { static_cast<void>(parse_service_selection("weg")); }) == "usage filter");
}

TEST_CASE("the history of a service tells who, when, from which day, before and after") {
    ServicesFixture f;
    const auto id = f.put({.state = "validated"});
    f.run("INSERT INTO change_set (organisation_id, verb, operation_id) VALUES (1, 'update', 1)");
    f.run(
        "INSERT INTO service_change (change_set_id, service_id, event, state_before, "
        "state_after, day, due_on, fields_before, fields_after) VALUES (1, 1, 'register', '', "
        "'registered', '2026-11-20', '2026-11-27', '', 'hours=3\n')");
    f.run(
        "INSERT INTO service_change (change_set_id, service_id, event, state_before, "
        "state_after, day, due_on, fields_before, fields_after) VALUES (1, 1, 'modify', "
        "'registered', 'validated', '2026-11-21', '', 'day=2026-11-20\nhours=3\n', "
        "'day=2026-11-20\nhours=4\n')");
    f.run(
        "INSERT INTO service_comment (service_id, party, body, written_at, operation_id) VALUES "
        "(1, 'company', 'een uur langer', '2026-11-23T10:00:00Z', 1)");
    ServicesFixture::Lines lines;
    f.services.history(id, [&](const ServiceHistoryLine& line) {
        lines.push_back(fmt::format("{} {} {} {} | {} | {} | {}", line.at->iso(), line.actor,
                                    line.event, line.day ? line.day->iso() : "-", line.before,
                                    line.after, line.text));
        return true;
    });
    CHECK(lines ==
          ServicesFixture::Lines{
              "2026-11-23T10:00:00Z tester register 2026-11-20 |  | registered | ",
              "2026-11-23T10:00:00Z tester modify 2026-11-21 | registered, hours 3 | validated, "
              "hours 4 | ",
              "2026-11-23T10:00:00Z tester comment - |  |  | company: een uur langer"});
    const auto card = f.services.show(id);
    CHECK(card.history.size() == 3);
    REQUIRE(card.comments.size() == 1);
    CHECK(card.comments.front().body == "een uur langer");
    CHECK(card.service.customer == f.claes);
    CHECK(card.service.worker == f.zoe);
    CHECK(refused([&] { static_cast<void>(f.services.show(ServiceId::from_stored(9))); }) ==
          "not_found id");
    CHECK(refused([&] {
              f.services.history(ServiceId::from_stored(9), [](const auto&) { return true; });
          }) == "not_found id");
}

TEST_CASE(
    "who holds the zone's right sees the services of his sites, worker and customer their own") {
    ServicesFixture f;
    f.put({.worker = 1});
    f.put({.worker = 2, .customer = 2});
    f.put({.worker = 3, .customer = 3});
    const Person lucas = f.add_person(20);
    f.give_zone(lucas, f.gent);
    const auto shows = [&](int id) {
        return refused([&] { static_cast<void>(f.services.show(ServiceId::from_stored(id))); });
    };
    {
        const ActingAs user(f, open_session(f, {.person = lucas.id.value(), .org = f.org}));
        CHECK(f.ids() == "2");
        CHECK(f.ids(with([&](auto& x) { x.worker = f.zoe; })).empty());
        CHECK(shows(2) == "accepted");
        CHECK(shows(1) == "not_allowed ");
        CHECK(shows(3) == "not_found id");
        CHECK(shows(9) == "not_found id");
    }
    f.run(
        "INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until, "
        "first_until, revoked_at, reason, operation_id) SELECT relation_id, right_id, (SELECT id "
        "FROM context_value WHERE name = 'Aalst'), valid_from, valid_until, first_until, '', '', "
        "operation_id FROM right_grant");
    f.put({.day = "2026-11-18", .state = "refunded", .region = "wallonia", .allocated = 3});
    {
        const ActingAs user(f, open_session(f, {.person = lucas.id.value(), .org = f.org}));
        CHECK(f.ids(with([](auto& x) { x.limit = 2; })) == "4 1");
        CHECK(f.counted.all == 3);
        CHECK(f.ids(with([](auto& x) { x.region = Region::wallonia; })) == "4");
        CHECK(f.ids(with([](auto& x) {
            x.states = {ServiceState::registered, ServiceState::refunded};
            x.after = ServiceId::from_stored(4);
        })) == "1 2");
        CHECK(f.ids(with([](auto& x) { x.states = {ServiceState::registered}; })) == "1 2");
        CHECK(f.ids(with([&](auto& x) { x.worker = f.jan; })) == "2");
    }
    {
        const ActingAs worker(f, open_session(f, {.person = f.person_of(f.zoe).value()}));
        CHECK(f.ids() == "4 1");
        CHECK(shows(1) == "accepted");
        CHECK(shows(2) != "accepted");
        CHECK(shows(3) == "not_found id");
    }
    f.run(fmt::format("UPDATE customer SET person_id = {} WHERE id IN (2, 3)", lucas.id.value()));
    {
        const ActingAs customer(f, open_session(f, {.person = lucas.id.value()}));
        CHECK(f.ids() == "2 3");
        CHECK(f.ids(with([](auto& x) { x.selection = ServiceSelection::at_risk; })).empty());
        CHECK(shows(3) == "accepted");
        CHECK(shows(2) == "accepted");
        CHECK(shows(1) != "accepted");
    }
    {
        const Person nobody = f.add_person(30);
        const ActingAs stranger(f, open_session(f, {.person = nobody.id.value()}));
        CHECK(f.ids().empty());
        CHECK(shows(1) == "not_found id");
    }
}

}  // namespace dcadmin::test
