// SPDX-License-Identifier: Apache-2.0
// Orders of vouchers: until when they hold, who orders, and how a wallet is used.
#include "customers_fixture.h"

#include "audit/recorder.h"
#include "secure_zone/vouchers/wallet.h"

#include <dcadmin/secure_zone/terms.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace dcadmin::test {

namespace {

using secure_zone::TakenVouchers;
using secure_zone::Wallet;

// "o-1 1000000001x2"
Lines shown(const std::vector<TakenVouchers>& taken) {
    Lines lines;
    for (const TakenVouchers& one : taken) {
        lines.push_back(fmt::format("o-{} {}x{}", one.order_id, one.first_number, one.vouchers));
    }
    return lines;
}

struct WalletFixture : CustomersFixture {
    WalletFixture() { add_customer(); }

    /// Takes in a transaction that is rolled back.
    void tried(const std::function<void(Wallet&)>& body) {
        CHECK(refused([&] {
                  store::write(env, [&](store::Tx& tx) {
                      Wallet wallet(tx);
                      body(wallet);
                      throw Error(Kind::failed, "not kept");
                  });
              }) == "failed ");
    }
    Lines take(int wanted, Region region = Region::brussels,
               std::string_view service = "2026-11-20", std::string_view on = "2026-11-23") {
        Lines lines;
        tried([&](Wallet& wallet) {
            lines = shown(wallet.take(1, wanted, region, day(service), day(on)));
        });
        return lines;
    }
};

std::string hold(CustomersFixture& f, std::uint64_t n, std::string_view on) {
    const VoucherOrder order = f.order(1, on, n);
    return order.usable_until.iso() + " " + order.hand_in_until.iso();
}

}  // namespace

TEST_CASE("the examples that were published: until when vouchers hold, and the company's month") {
    CustomersFixture f;
    f.add_customer(1, Region::flanders);
    f.add_customer(2, Region::brussels);
    f.add_customer(3, Region::wallonia);
    CHECK(hold(f, 1, "2014-01-20") == "2014-09-30 2014-10-31");
    CHECK(hold(f, 2, "2014-01-20") == "2014-09-30 2014-10-31");
    CHECK(hold(f, 3, "2014-01-20") == "2014-09-30 2014-10-31");
    CHECK(hold(f, 2, "2017-03-02") == "2017-09-30 2017-10-31");
    CHECK(hold(f, 1, "2025-05-15") == "2026-05-31 2026-06-30");
}

TEST_CASE("the last day of one term and the first of the next; leap days and ends of months") {
    CustomersFixture f;
    f.add_customer(1, Region::flanders);
    f.add_customer(2, Region::brussels);
    f.add_customer(3, Region::wallonia);
    CHECK(hold(f, 1, "2019-02-28") == "2019-10-31 2019-11-30");
    CHECK(hold(f, 1, "2019-03-01") == "2020-03-31 2020-04-30");
    CHECK(hold(f, 2, "2017-02-28") == "2017-10-31 2017-11-30");
    CHECK(hold(f, 2, "2017-03-01") == "2017-09-30 2017-10-31");
    CHECK(hold(f, 2, "2019-08-31") == "2020-02-29 2020-03-31");
    CHECK(hold(f, 2, "2019-09-01") == "2020-06-30 2020-07-31");
    CHECK(hold(f, 3, "2020-05-31") == "2021-04-30 2021-05-31");
    CHECK(hold(f, 3, "2020-06-01") == "2021-04-30 2021-05-31");
    CHECK(hold(f, 3, "2020-07-31") == "2021-04-30 2021-05-31");
    CHECK(hold(f, 3, "2020-08-01") == "2021-04-30 2021-05-31");
    CHECK(hold(f, 1, "2024-02-29") == "2025-02-28 2025-03-31");
    CHECK(hold(f, 2, "2023-08-31") == "2024-02-29 2024-03-31");
    CHECK(hold(f, 2, "2026-06-30") == "2026-12-31 2027-01-31");
}

TEST_CASE("where no source says how long vouchers hold, none is ordered") {
    CustomersFixture f;
    f.add_customer(3, Region::wallonia);
    CHECK(hold(f, 3, "2020-12-31") == "2021-08-31 2021-09-30");
    CHECK(hold(f, 3, "2023-01-01") == "2023-09-30 2023-10-31");
    const std::string before = f.trace();
    for (const char* on : {"2021-01-01", "2021-06-15", "2022-12-31", "2013-12-31"}) {
        CHECK(refused([&] { f.order(1, on, 3); }) == "rule term");
    }
    CHECK(said([&] { f.order(1, "2021-06-15", 3); }).find("no source says") != std::string::npos);
    CHECK(f.trace() == before);
    Terms(f.env).add({.kind = TermKind::voucher,
                      .region = Region::wallonia,
                      .entered_by = {},
                      .channel = {},
                      .length = {14, TermUnit::months},
                      .from = day("2021-01-01"),
                      .until = day("2021-12-31"),
                      .source = "brief van de uitgever"});
    CHECK(hold(f, 3, "2021-06-15") == "2022-08-31 2022-09-30");
}

TEST_CASE(
    "an order is a run of numbers, in the company's log; the same once more changes nothing") {
    CustomersFixture f;
    f.add_customer();
    const auto first =
        f.vouchers.order({.org = f.org, .customer = f.claes, .count = 10, .reason = "besteld"});
    CHECK(first.changed);
    CHECK(f.last_entry() == "voucher_order add 1 besteld");
    f.order(5, "2026-11-01");
    CHECK(f.orders() == Lines{"1000000011-1000000015 2026-11-01 2027-11-30 2027-12-31 5 usable",
                              "1000000001-1000000010 2026-11-23 2027-11-30 2027-12-31 10 usable"});
    const NewVoucherOrder given{.org = f.org,
                                .customer = f.claes,
                                .count = 10,
                                .on = day("2026-10-01"),
                                .first_number = 40'000'000,
                                .reason = {}};
    CHECK(f.vouchers.order(given).changed);
    CHECK_FALSE(f.vouchers.order(given).changed);
    CHECK(f.order(1, "2026-11-01").first_number == 1'000'000'016);
    CHECK(f.problems().empty());
    CHECK(f.verified());
    f.run("UPDATE voucher_order SET usable_until = '2027-12-31' WHERE id = 1");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("an order that cannot be is refused and leaves no trace") {
    CustomersFixture f;
    f.add_customer(1);
    f.add_customer(2);
    const NewVoucherOrder given{.org = f.org,
                                .customer = f.claes,
                                .count = 10,
                                .on = day("2026-10-01"),
                                .first_number = 40'000'000,
                                .reason = {}};
    f.vouchers.order(given);
    const std::string before = f.trace();
    const auto with = [&](auto change) {
        NewVoucherOrder asked = given;
        change(asked);
        return refused([&] { f.vouchers.order(asked); });
    };
    CHECK(with([](auto& o) { o.count = 11; }) == "conflict first_number");
    CHECK(with([](auto& o) { o.on = day("2026-10-02"); }) == "conflict first_number");
    CHECK(with([](auto& o) { o.customer = customer_number(2); }) == "conflict first_number");
    CHECK(with([](auto& o) { o.first_number = 40'000'009; }) == "conflict first_number");
    CHECK(with([](auto& o) { o.first_number = 39'999'991; }) == "conflict first_number");
    CHECK(with([](auto& o) { o.first_number = 9'999'999; }) == "usage first_number");
    CHECK(with([](auto& o) { o.first_number = 99'999'999'999'999; }) == "usage first_number");
    CHECK(with([](auto& o) { o.count = 0; }) == "usage count");
    CHECK(with([](auto& o) { o.count = 10'000; }) == "usage count");
    CHECK(with([](auto& o) { o.customer = customer_number(9); }) == "not_found customer");
    CHECK(with([](auto& o) { o.org = org_number(9); }) == "not_found org");
    CHECK(refused([] { (void)parse_voucher_number("1234567"); }) == "usage first_number");
    CHECK(refused([] { (void)parse_voucher_number("12345678x"); }) == "usage first_number");
    CHECK(parse_voucher_number(" 00012345678 ") == 12'345'678);
    CHECK(f.trace() == before);
    CHECK(with([](auto& o) { o.first_number = 39'999'990; }) == "accepted");
    CHECK(with([](auto& o) { o.first_number = 40'000'010; }) == "accepted");
    f.customers.deactivate(f.ref(2));
    CHECK(refused([&] { f.order(1, "2026-11-01", 2); }) == "rule customer");
}

TEST_CASE("the issuer's operator orders, and the customer himself, and nobody else") {
    CustomersFixture f;
    const Person an = f.add_person(1, "An", "Claes");
    NewCustomer mine = f.customer();
    mine.person = an.id;
    f.customers.add(mine);
    f.add_customer(2);
    const Person anna = f.add_person(9, "Anna", "Peeters");
    f.give_zone(anna, f.aalst);
    const Person olga = f.add_person(8, "Olga", "Operator");
    f.make_operator(olga);
    const auto ordered = [&](std::uint64_t n) {
        return refused([&] { f.order(2, "2026-11-20", n); });
    };
    {
        const ActingAs acting(f, open_session(f, {.person = olga.id.value()}));
        CHECK(ordered(1) == "accepted");
        CHECK(ordered(2) == "accepted");
        CHECK(f.orders().size() == 2);
        CHECK(f.vouchers.wallet({f.org, f.claes}).front().left == 2);
    }
    {
        const ActingAs acting(f, open_session(f, {.person = an.id.value()}));
        CHECK(ordered(1) == "accepted");
        CHECK(ordered(2) == "not_found org");
        CHECK(f.orders().size() == 2);
        CHECK(f.vouchers.wallet({f.org, f.claes}).front().left == 4);
        CHECK(refused([&] {
                  (void)f.vouchers.wallet({f.org, customer_number(2)});
              }) == "not_found org");
    }
    const ActingAs acting(f, open_session(f, {.person = anna.id.value(), .org = f.org}));
    CHECK(ordered(1) == "not_allowed ");
    CHECK(f.orders().size() == 3);
    CHECK(f.vouchers.wallet({f.org, customer_number(2)}).size() == 1);
}

TEST_CASE("lists of orders are cut by customer, state and day of issue; a file tells row by row") {
    CustomersFixture f;
    f.add_customer(1);
    f.add_customer(2);
    const auto row = [&](std::uint64_t n, std::int64_t count, std::string_view on) {
        return NewVoucherOrder{.org = f.org,
                               .customer = customer_number(n),
                               .count = count,
                               .on = day(on),
                               .first_number = {},
                               .reason = {}};
    };
    NewVoucherOrder twice = row(1, 3, "2026-11-20");
    twice.first_number = 50'000'000;
    const std::vector<std::variant<NewVoucherOrder, Error>> rows{
        row(1, 5, "2025-01-10"), row(2, 5, "2026-12-01"), twice, twice, row(9, 1, "2026-11-01")};
    CHECK(run_rows<NewVoucherOrder>(rows, {.skip_invalid = true},
                                    [&](const auto& source, const auto& how, const auto& sink) {
                                        return f.vouchers.order_rows(source, how, sink);
                                    })
              .states() == "applied applied applied unchanged rejected");
    CHECK(f.orders().size() == 3);
    CHECK(f.orders({}) == Lines{"50000000-50000002 2026-11-20 2027-11-30 2027-12-31 3 usable"});
    CHECK(f.orders({.state = "expired"}) ==
          Lines{"1000000001-1000000005 2025-01-10 2026-01-31 2026-02-28 5 expired"});
    CHECK(f.orders({.state = "future"}).size() == 1);
    CHECK(f.orders({.state = "used-up"}).empty());
    CHECK(f.orders({.customer = customer_number(2), .state = "all"}).size() == 1);
    CHECK(f.orders({.org = f.other, .state = "all"}).empty());
    CHECK(
        f.orders({.state = "all", .from = day("2026-11-20"), .until = day("2026-11-30")}).size() ==
        1);
    CHECK(refused([&] { f.orders({.state = "weg"}); }) == "usage state");
    const auto wallet = f.vouchers.wallet({f.org, f.claes});
    REQUIRE(wallet.size() == 2);
    CHECK(wallet[0].state == "expired");
    CHECK(wallet[1].left == 3);
}

TEST_CASE("a wallet gives the oldest vouchers first, from the front, and never one twice") {
    WalletFixture f;
    f.order(3, "2026-11-20");
    f.order(2, "2026-01-05");
    f.order(9, "2026-11-24");  // tomorrow
    f.order(9, "2025-10-31");  // until 31/10/2026
    CHECK(f.take(4) == Lines{"o-2 1000000004x2", "o-1 1000000001x2"});
    CHECK(f.take(9) == Lines{"o-2 1000000004x2", "o-1 1000000001x3"});
    CHECK(f.take(0).empty());
    CHECK(f.take(1, Region::brussels, "2026-11-20", "2027-01-31") == Lines{"o-2 1000000004x1"});
    CHECK(f.take(1, Region::brussels, "2026-11-20", "2027-02-01") == Lines{"o-1 1000000001x1"});
    f.tried([&](Wallet& wallet) {
        const auto more = [&](int wanted) {
            return shown(wallet.take(1, wanted, Region::brussels, day("2026-11-20"), f.today()));
        };
        CHECK(more(1) == Lines{"o-2 1000000004x1"});
        CHECK(wallet.take(2, 5, Region::brussels, day("2026-11-20"), f.today()).empty());
        CHECK(more(2) == Lines{"o-2 1000000005x1", "o-1 1000000001x1"});
        wallet.forget();
        CHECK(more(5) == Lines{"o-1 1000000002x2"});
        CHECK(more(5).empty());
    });
    CHECK(f.orders({.state = "used-up"}).empty());
}

TEST_CASE("in Flanders a voucher pays for no service older than twelve months before its issue") {
    WalletFixture f;
    f.order(5, "2026-03-15");
    const auto pays = [&](Region region, std::string_view service) {
        return !f.take(1, region, service).empty();
    };
    CHECK(pays(Region::flanders, "2025-03-15"));
    CHECK_FALSE(pays(Region::flanders, "2025-03-14"));
    CHECK(pays(Region::brussels, "2025-03-14"));
    CHECK(pays(Region::wallonia, "2020-01-01"));
    // An older order pays what a newer one may not, and is passed over for nothing.
    f.order(2, "2026-02-28");
    CHECK(f.take(4, Region::flanders, "2025-02-28") == Lines{"o-2 1000000006x2"});
    CHECK(f.take(4, Region::flanders, "2025-02-27").empty());
}

TEST_CASE("the twelve months before a leap day, and before the term was there") {
    WalletFixture f;
    f.order(1, "2024-02-29");
    f.order(1, "2016-03-31");
    const auto on = [&](std::string_view service, std::string_view today) {
        return f.take(1, Region::flanders, service, today).size();
    };
    CHECK(on("2023-02-28", "2024-03-01") == 1);
    CHECK(on("2023-02-27", "2024-03-01") == 0);
    CHECK(on("2014-06-01", "2016-04-01") == 1);
}

TEST_CASE("thousands of takings agree with a wallet that looks at every voucher by itself") {
    CustomersFixture f;
    std::mt19937 random(20'261'123);  // the same each time
    const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
    struct OneVoucher {
        std::int64_t number;
        Date issued, until;
        bool used = false;
    };
    std::map<std::int64_t, std::vector<OneVoucher>> left;  // by customer, as they are to be used
    for (const std::uint64_t n : {1U, 2U, 3U}) f.add_customer(n, Region::flanders);
    for (int i = 0; i < 60; ++i) {
        const auto n = static_cast<std::uint64_t>(1 + below(3));
        const Date on = day("2025-10-01").plus_days(below(430));
        const VoucherOrder order = f.order(1 + below(12), on.iso(), n);
        for (std::int64_t v = order.first_number; v <= order.last_number; ++v) {
            left[static_cast<std::int64_t>(n)].push_back({v, on, order.usable_until});
        }
    }
    for (auto& [customer, vouchers] : left) {
        std::ranges::sort(vouchers, [](const OneVoucher& a, const OneVoucher& b) {
            return std::pair(a.issued, a.number) < std::pair(b.issued, b.number);
        });
    }
    std::set<std::int64_t> taken;
    CHECK(refused([&] {
              store::write(f.env, [&](store::Tx& tx) {
                  Wallet wallet(tx);
                  for (int i = 0; i < 3'000; ++i) {
                      const std::int64_t customer = 1 + below(3);
                      const int wanted = 1 + below(3);
                      const Date service = f.today().plus_days(-below(500));
                      const Region region = below(2) == 0 ? Region::flanders : Region::brussels;
                      std::vector<std::int64_t> expected;
                      for (OneVoucher& one : left[customer]) {
                          if (static_cast<int>(expected.size()) == wanted) break;
                          const bool pays =
                              region != Region::flanders ||
                              one.issued.plus(Term::of(-12, Term::Unit::month)) <= service;
                          const bool usable = one.issued <= f.today() && one.until >= f.today();
                          if (one.used || !usable || !pays) continue;
                          one.used = true;
                          expected.push_back(one.number);
                      }
                      std::vector<std::int64_t> got;
                      for (const TakenVouchers& run :
                           wallet.take(customer, wanted, region, service, f.today())) {
                          for (int v = 0; v < run.vouchers; ++v) {
                              got.push_back(run.first_number + v);
                              CHECK(taken.insert(got.back()).second);
                          }
                      }
                      REQUIRE(got == expected);
                  }
                  throw Error(Kind::failed, "not kept");
              });
          }) == "failed ");
    CHECK(taken.size() > 100);
}

TEST_CASE("what was used and what pays are one; the store's check tells when they are not") {
    WalletFixture f;
    f.order(5, "2026-01-05");
    f.add_service(1, "confirmed");
    store::write(f.env, [&](store::Tx& tx) {
        Wallet wallet(tx);
        CHECK(wallet.take(1, 3, Region::flanders, day("2026-11-20"), f.today()).size() == 1);
        tx.allow();
        audit::record(tx, {.chain = audit::system_chain,
                           .subject = "policy",
                           .verb = "test",
                           .subject_id = 0,
                           .before = {},
                           .after = {},
                           .reason = "taken"});
    });
    CHECK(f.problems().size() == 1);
    const auto allocate = [&](std::int64_t first, int vouchers) {
        f.run(
            fmt::format("INSERT INTO allocation (change_set_id, service_id, voucher_order_id, "
                        "first_number, vouchers, allocated_on, hand_in_until, issuance_id) "
                        "VALUES (1, 1, 1, {}, {}, '2026-11-23', '2027-02-28', 0)",
                        first, vouchers));
        f.run(
            "UPDATE service SET hand_in_until = '2027-02-28', "
            "allocated = (SELECT sum(vouchers) FROM allocation), "
            "state = CASE WHEN (SELECT sum(vouchers) FROM allocation) = 3 THEN 'allocated' "
            "ELSE 'partially-allocated' END");
    };
    allocate(1'000'000'001, 2);
    CHECK(f.problems().size() == 1);
    allocate(1'000'000'003, 1);
    CHECK(f.orders() == Lines{"1000000001-1000000005 2026-01-05 2027-01-31 2027-02-28 2 usable"});
    CHECK(f.problems().empty());
    f.run("UPDATE allocation SET first_number = 1000000004 WHERE vouchers = 1");
    CHECK(f.problems().size() == 1);
    f.run("UPDATE allocation SET first_number = 1000000002 WHERE vouchers = 1");
    CHECK(f.problems().size() == 1);
}

}  // namespace dcadmin::test
