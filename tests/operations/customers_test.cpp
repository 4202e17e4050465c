// SPDX-License-Identifier: Apache-2.0
// Customers of companies: kept by the company, each by the issuer's number, with a key of his own.
#include "customers_fixture.h"

#include <dcadmin/leavers.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

TEST_CASE("a customer is kept under the issuer's number, in his company's log, without his data") {
    CustomersFixture f;
    const auto first = f.customers.add(f.customer());
    CHECK(first.changed);
    CHECK(first.remark.empty());
    CHECK(first.item.id.text() == "c-1");
    CHECK(first.item.language == Language::nl);
    CHECK(first.item.channel == Channel::online);
    CHECK(f.last_entry() == "customer add 1 nieuw");
    CHECK(f.column("SELECT after_image FROM audit_entry WHERE subject = 'customer'")
              .front()
              .find("Claes") == std::string::npos);
    CHECK_FALSE(f.customers.add(f.customer()).changed);
    NewCustomer walloon = f.customer(2);
    walloon.region = Region::wallonia;
    CHECK(f.customers.add(walloon).item.language == Language::fr);
    NewCustomer odd = f.customer(3);
    odd.number = CustomerNumber::parse("111111111112");
    CHECK(f.customers.add(odd).remark.find("check digits") != std::string::npos);
    CHECK(f.problems().empty());
    CHECK(f.verified());
    f.run("UPDATE customer SET name = 'Familie Maes' WHERE id = 1");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("a customer who is there otherwise, or a request that lacks something, leaves no trace") {
    CustomersFixture f;
    f.add_customer();
    const std::string before = f.trace();
    const auto with = [&](auto change) {
        NewCustomer asked = f.customer();
        change(asked);
        return refused([&] { f.customers.add(asked); });
    };
    CHECK(with([](auto& c) { c.name = "Familie Maes"; }) == "conflict number");
    CHECK(with([](auto& c) { c.region = Region::brussels; }) == "conflict number");
    CHECK(with([](auto& c) { c.language = Language::de; }) == "conflict number");
    CHECK(with([](auto& c) { c.channel = Channel::other; }) == "conflict number");
    CHECK(with([](auto& c) { c.email = EmailAddress::parse("x@example.be"); }) ==
          "conflict number");
    CHECK(with([](auto& c) { c.phone = PhoneNumber::parse("0470999999"); }) == "conflict number");
    CHECK(with([](auto& c) { c.name = "  "; }) == "usage name");
    CHECK(with([](auto& c) { c.org = org_number(9); }) == "not_found org");
    CHECK(with([](auto& c) { c.person = PersonId::from_stored(9); }) == "not_found person");
    CHECK(with([](auto& c) { c.email.reset(); }) == "accepted");
    CHECK(f.trace() == before);
    // The same household may be the customer of another company.
    CHECK(with([&](auto& c) { c.org = f.other; }) == "accepted");
    CHECK(f.list().size() == 2);
}

TEST_CASE("a customer's data change field by field, and he is let out and in again") {
    CustomersFixture f;
    f.add_customer();
    const Person an = f.add_person(1, "An", "Claes");
    const CustomerChange change{.org = f.org,
                                .number = f.claes,
                                .name = "Gezin Claes",
                                .region = Region::brussels,
                                .language = Language::fr,
                                .channel = Channel::other,
                                .email = EmailAddress::parse("an@example.be"),
                                .phone = {},
                                .person = an.id,
                                .reason = "verhuisd"};
    const auto changed = f.customers.update(change);
    CHECK(changed.changed);
    CHECK(changed.item.phone->text() == "+32470123456");
    CHECK(changed.item.person == an.id);
    CHECK(f.last_entry() == "customer update 1 verhuisd");
    CHECK_FALSE(f.customers.update(change).changed);
    CHECK(f.customers.deactivate(f.ref(1, "weg")).item.state == "inactive");
    CHECK(f.last_entry() == "customer deactivate 1 weg");
    CHECK_FALSE(f.customers.deactivate(f.ref()).changed);
    CHECK(f.list().empty());
    CHECK(f.list({.state = "inactive"}).size() == 1);
    CHECK(refused([&] { f.customers.add(f.customer()); }) == "conflict number");
    CHECK(f.customers.activate(f.ref(1, "terug")).item.state == "active");
    CHECK(f.last_entry() == "customer activate 1 terug");
    CHECK(refused([&] { f.customers.activate(f.ref(5)); }) == "not_found customer");
    CHECK(f.problems().empty());
    CHECK(f.verified());
}

TEST_CASE("lists are cut by company, region, state, and by words of the name or first digits") {
    CustomersFixture f;
    f.add_customer(1);
    f.add_customer(2, Region::brussels);
    NewCustomer elsewhere = f.customer(3);
    elsewhere.org = f.other;
    elsewhere.name = "Käthe Peeters";
    f.customers.add(elsewhere);
    CHECK(f.list().size() == 3);
    CHECK(f.list({.org = f.org}).size() == 2);
    CHECK(f.list({.region = Region::brussels}).size() == 1);
    CHECK(f.list({.text = "peeters kathe"}) ==
          Lines{customer_number(3).digits() + " Käthe Peeters active"});
    CHECK(f.list({.text = customer_number(2).digits().substr(0, 11)}).size() == 1);
    CHECK(f.list({.text = "12345"}).size() == 3);
    CHECK(f.list({.text = "99"}).empty());
    CHECK(refused([&] { f.list({.state = "weg"}); }) == "usage state");
    CHECK(refused([&] { f.list({.org = org_number(9)}); }) == "not_found org");
}

TEST_CASE("a customer is shown with what he has left and which services wait") {
    CustomersFixture f;
    f.add_customer();
    f.order(5, "2026-11-20");
    f.order(3, "2026-01-05");
    f.order(4, "2026-12-24");  // not yet issued
    f.add_service(1, "validated");
    f.add_service(1, "validated");
    f.add_service(1, "confirmed");
    f.add_service(1, "cancelled");
    const auto card = f.customers.show(f.ref());
    REQUIRE(card.wallet.size() == 2);
    CHECK(card.wallet[0].usable_until == day("2027-01-31"));
    CHECK(card.wallet[0].left == 3);
    CHECK(card.wallet[1].usable_until == day("2027-11-30"));
    REQUIRE(card.open_services.size() == 2);
    CHECK(card.open_services[0].state == "confirmed");
    CHECK(card.open_services[1].count == 2);
    CHECK(refused([&] { (void)f.customers.show(f.ref(9)); }) == "not_found customer");
}

TEST_CASE("files of customers tell what came of each row") {
    CustomersFixture f;
    NewCustomer wrong = f.customer(2);
    wrong.name = "";
    const std::vector<std::variant<NewCustomer, Error>> rows{f.customer(), wrong, f.customer()};
    CHECK(run_rows<NewCustomer>(rows, {.skip_invalid = true},
                                [&](const auto& source, const auto& how, const auto& sink) {
                                    return f.customers.add_rows(source, how, sink);
                                })
              .states() == "applied rejected unchanged");
    const CustomerChange change{.org = f.org, .number = f.claes, .channel = Channel::other};
    const std::vector<std::variant<CustomerChange, Error>> changes{change, change};
    CHECK(run_rows<CustomerChange>(changes, {},
                                   [&](const auto& source, const auto& how, const auto& sink) {
                                       return f.customers.update_rows(source, how, sink);
                                   })
              .states() == "applied unchanged");
    const std::vector<std::variant<CustomerRef, Error>> refs{f.ref(), f.ref(), f.ref(7)};
    const auto run = [&](auto how) {
        return run_rows<CustomerRef>(refs, {.skip_invalid = true}, how).states();
    };
    CHECK(run([&](const auto& source, const auto& how, const auto& sink) {
              return f.customers.deactivate_rows(source, how, sink);
          }) == "applied unchanged rejected");
    CHECK(run([&](const auto& source, const auto& how, const auto& sink) {
              return f.customers.activate_rows(source, how, sink);
          }) == "applied unchanged rejected");
    CHECK(run([&](const auto& source, const auto& how, const auto& sink) {
              return f.customers.erase_rows(source, how, sink);
          }) == "applied unchanged rejected");
    CHECK(f.verified());
}

TEST_CASE("who holds the right of the zone at any site keeps the company's customers, no other's") {
    CustomersFixture f;
    f.add_customer();
    NewCustomer foreign = f.customer(2);
    foreign.org = f.other;
    f.customers.add(foreign);
    const Person anna = f.add_person(9, "Anna", "Peeters");
    f.give_zone(anna, f.aalst);
    const Person jan = f.add_person(8, "Jan", "Jansen");
    f.add_relation(jan.id, f.org);
    const auto off = [&](const CustomerRef& who) {
        return refused([&] { f.customers.deactivate(who); });
    };
    const CustomerRef theirs{.org = f.other, .number = customer_number(2), .reason = ""};
    {
        const ActingAs acting(f, open_session(f, {.person = anna.id.value(), .org = f.org}));
        CHECK(f.list() == Lines{f.claes.digits() + " Familie Claes active"});
        CHECK(f.customers.show(f.ref()).customer.name == "Familie Claes");
        CHECK(off(f.ref()) == "accepted");
        CHECK(off(theirs) == "not_found org");
        CHECK(off(f.ref(2)) == "not_found customer");
        CHECK(refused([&] { f.customers.add(f.customer(3)); }) == "accepted");
        NewCustomer with_person = f.customer(4);
        with_person.person = jan.id;
        CHECK(refused([&] { f.customers.add(with_person); }) == "accepted");
    }
    const ActingAs acting(f, open_session(f, {.person = jan.id.value(), .org = f.org}));
    const std::string before = f.trace();
    CHECK(off(f.ref(3)) == "not_allowed ");
    CHECK(refused([&] { f.customers.add(f.customer(5)); }) == "not_allowed ");
    CHECK(refused([&] { f.customers.erase(f.ref(3)); }) == "not_allowed ");
    CHECK(refused([&] { (void)f.customers.show(f.ref(3)); }) == "not_allowed ");
    CHECK(f.trace() == before);
}

TEST_CASE("who signs in as a customer sees himself, and changes nothing") {
    CustomersFixture f;
    const Person an = f.add_person(1, "An", "Claes");
    NewCustomer mine = f.customer();
    mine.person = an.id;
    f.customers.add(mine);
    f.add_customer(2);
    const ActingAs acting(f, open_session(f, {.person = an.id.value()}));
    CHECK(f.list() == Lines{f.claes.digits() + " Familie Claes active"});
    CHECK(f.customers.show(f.ref()).customer.person == an.id);
    CHECK(refused([&] { (void)f.customers.show(f.ref(2)); }) == "not_found org");
    CHECK(refused([&] { f.customers.deactivate(f.ref()); }) == "not_allowed ");
}

TEST_CASE("a customer is erased without open services; nothing is left, and the log verifies") {
    CustomersFixture f;
    const Person an = f.add_person(1, "An", "Claes");
    NewCustomer mine = f.customer();
    mine.person = an.id;
    f.customers.add(mine);
    f.order(5, "2026-11-20");
    CHECK(refused([&] { f.customers.erase(f.ref(1, " ")); }) == "usage reason");
    f.add_service(1, "validated");
    const std::string before = f.trace();
    CHECK(refused([&] { f.customers.erase(f.ref()); }) == "rule number");
    CHECK(f.trace() == before);
    f.run("DELETE FROM service");
    f.run("DELETE FROM change_set");
    const auto erased = f.customers.erase(f.ref(1, "gevraagd"));
    CHECK(erased.item.state == "erased");
    CHECK(erased.item.name == "(erased)");
    CHECK(f.last_entry() == "customer erase 1 gevraagd");
    CHECK(f.column("SELECT name || folded || email || phone || audit_key || "
                   "coalesce(person_id, 0) FROM customer") == Lines{"0"});
    CHECK_FALSE(f.customers.erase(f.ref()).changed);
    CHECK(refused([&] { f.customers.activate(f.ref()); }) == "conflict number");
    CHECK(refused([&] { f.customers.update({.org = f.org, .number = f.claes, .name = "Weer"}); }) ==
          "conflict number");
    CHECK(refused([&] { f.customers.add(f.customer()); }) == "conflict number");
    CHECK(f.list({.state = "all"}) == Lines{f.claes.digits() + " (erased) erased"});
    CHECK(f.problems().empty());
    CHECK(f.verified());
    f.run("UPDATE customer SET name = 'Claes'");
    CHECK_FALSE(f.problems().empty());
    CHECK_FALSE(f.verified());
}

TEST_CASE("who is a customer is not erased; once erased, nothing of him is left there") {
    CustomersFixture f;
    const Person an = f.add_person(1, "An", "Claes");
    NewCustomer mine = f.customer();
    mine.person = an.id;
    f.customers.add(mine);
    const auto erase = [&] {
        return refused(
            [&] { Leavers(f.env).erase({.person = an.id, .reason = "gevraagd", .force = true}); });
    };
    CHECK(erase() == "rule person");
    f.customers.deactivate(f.ref());
    f.add_service(1, "confirmed");
    CHECK(erase() == "rule person");
    f.run("UPDATE service SET state = 'cancelled'");
    CHECK(erase() == "accepted");
    CHECK(f.column("SELECT name || folded || email || phone || audit_key FROM customer") ==
          Lines{""});
    CHECK(f.list({.state = "all"}) == Lines{f.claes.digits() + " (erased) erased"});
    f.run("DELETE FROM service");
    f.run("DELETE FROM change_set");
    CHECK(f.problems().empty());
    CHECK(f.verified());
}

}  // namespace dcadmin::test
