// SPDX-License-Identifier: Apache-2.0
// What company and customer decide about services.
#include "decisions_fixture.h"

#include <doctest/doctest.h>

namespace dcadmin::test {

TEST_CASE("the company validates a service, the customer is told, and his term runs") {
    DecisionsFixture f;
    const ServiceId id = f.registered("2026-11-20");
    const auto written = f.decisions.validate(DecisionsFixture::decision(id));
    CHECK(written.changed);
    CHECK(written.item.state == ServiceState::validated);
    CHECK(written.item.worker_name == "Anna Peeters1");
    CHECK(written.item.customer_name == "Familie Claes");
    // Flanders since 01/06/2025: five working days from the registration, as the company has.
    CHECK(f.state(id) == "validated 2026-11-27 3 0");
    CHECK(f.last_entry() == "change_set validate 2 r");
    CHECK(f.column("SELECT kind || ' ' || customer_id FROM customer_notice") ==
          Lines{"service.validated 1"});
    CHECK_FALSE(f.decisions.validate(DecisionsFixture::decision(id)).changed);
    CHECK(f.history(id) ==
          Lines{"register 2026-11-20  registered", "validate 2026-11-23 registered validated"});
    CHECK(f.whole());
}

TEST_CASE("in Wallonia and Brussels the customer's term is four working days, or sixty days") {
    DecisionsFixture f;
    const ServiceId by_worker = f.registered("2026-11-20", 2);
    const ServiceId by_company = f.registered("2026-11-20", 3, 2, EnteredBy::company);
    f.decisions.validate(DecisionsFixture::decision(by_worker));
    f.decisions.validate(DecisionsFixture::decision(by_company));
    CHECK(f.state(by_worker) == "validated 2026-11-27 3 0");
    CHECK(f.state(by_company) == "validated 2027-01-22 2 0");
}

TEST_CASE("a changed service is validated at once, and is not confirmed by silence") {
    DecisionsFixture f;
    const ServiceId id = f.registered("2026-11-20", 2);
    const auto update = [&](std::optional<int> hours) {
        return ServiceUpdate{.service = {.id = id, .work_id = {}, .org = {}},
                             .day = {},
                             .hours = hours,
                             .activity = {},
                             .comment = "drie uur",
                             .reason = "r"};
    };
    CHECK(f.decisions.update(update(2)).changed);
    CHECK(f.state(id) == "validated  2 0");
    CHECK_FALSE(f.decisions.update(update(2)).changed);
    CHECK(refused([&] { f.decisions.update(update({})); }) == "usage id");
    CHECK(refused([&] { f.decisions.update(update(10)); }) == "usage hours");
    f.on("2027-06-01");
    CHECK(f.decisions.advance({}).confirmed == 0);
    CHECK(f.column("SELECT fields_before <> '' AND fields_after <> '' FROM service_change WHERE "
                   "event = 'modify'") == Lines{"1"});
    CHECK(f.column("SELECT party || ' ' || body FROM service_comment") ==
          Lines{"company drie uur"});
    f.decisions.confirm(DecisionsFixture::decision(id));
    CHECK(refused([&] { f.decisions.update(update(4)); }) == "rule id");
    CHECK(f.whole());
}

TEST_CASE("a cancellation wants a comment, and comes before the confirmation") {
    DecisionsFixture f;
    const ServiceId id = f.registered("2026-11-20", 2);
    const std::string before = f.trace();
    CHECK(refused([&] { f.decisions.cancel(DecisionsFixture::decision(id)); }) == "usage comment");
    CHECK(refused([&] { f.decisions.cancel(DecisionsFixture::decision(id, "  ")); }) ==
          "usage comment");
    CHECK(f.trace() == before);
    CHECK(f.decisions.cancel(DecisionsFixture::decision(id, "dubbel")).changed);
    CHECK_FALSE(f.decisions.cancel(DecisionsFixture::decision(id, "dubbel")).changed);
    CHECK(f.state(id) == "cancelled  3 0");
    CHECK(said([&] { f.decisions.validate(DecisionsFixture::decision(id)); }) ==
          "d-1 cannot be validated: it was cancelled; see it: dcadmin service show d-1");
    const ServiceId confirmed = f.registered("2026-11-20", 2);
    f.decisions.validate(DecisionsFixture::decision(confirmed));
    f.decisions.confirm(DecisionsFixture::decision(confirmed));
    CHECK(said([&] { f.decisions.cancel(DecisionsFixture::decision(confirmed, "x")); }) ==
          "d-2 cannot be cancelled: both parties confirmed it; see it: dcadmin service show d-2");
    CHECK(f.whole());
}

TEST_CASE("a disputed service waits for the company, and then for the customer, by hand") {
    DecisionsFixture f;
    const ServiceId id = f.registered("2026-11-20", 2);
    CHECK(said([&] { f.decisions.dispute(DecisionsFixture::decision(id, "niet geweest")); }) ==
          "d-1 cannot be disputed: the company has not validated it; see it: dcadmin service show "
          "d-1");
    f.decisions.validate(DecisionsFixture::decision(id));
    CHECK(refused([&] { f.decisions.dispute(DecisionsFixture::decision(id)); }) == "usage comment");
    CHECK(f.decisions.dispute(DecisionsFixture::decision(id, "twee uur")).changed);
    CHECK_FALSE(f.decisions.dispute(DecisionsFixture::decision(id, "twee uur")).changed);
    CHECK(f.state(id) == "disputed  3 0");
    CHECK(refused([&] { f.decisions.confirm(DecisionsFixture::decision(id)); }) == "rule id");
    CHECK(refused([&] { f.decisions.validate(DecisionsFixture::decision(id)); }) ==
          "usage comment");
    CHECK(f.decisions.validate(DecisionsFixture::decision(id, "het waren er drie")).changed);
    CHECK(f.state(id) == "validated  3 0");
    f.on("2027-06-01");
    CHECK(f.decisions.advance({}).confirmed == 0);
    CHECK(f.decisions.confirm(DecisionsFixture::decision(id)).changed);
    CHECK(f.whole());
}

TEST_CASE("the customer disputes through the last day of his term, and no day longer") {
    DecisionsFixture f;
    const auto fresh = [&] {
        f.on("2026-11-20");
        const ServiceId id = f.registered("2026-11-20", 2);
        f.decisions.validate(DecisionsFixture::decision(id));
        return id;
    };
    const ServiceId in_time = fresh();
    f.at("2026-11-26T22:59:59Z");
    CHECK(f.decisions.dispute(DecisionsFixture::decision(in_time, "nee")).changed);
    const ServiceId too_late = fresh();
    f.at("2026-11-26T23:00:00Z");  // midnight in Brussels, whether or not a timer ran
    const std::string before = f.trace();
    CHECK(said([&] { f.decisions.dispute(DecisionsFixture::decision(too_late, "nee")); }) ==
          "d-2 cannot be disputed: both parties confirmed it; see it: dcadmin service show d-2");
    CHECK(f.trace() == before);
    CHECK(f.state(too_late) == "validated 2026-11-26 3 0");
}

TEST_CASE("in Flanders since June 2025 the customer may confirm before the company validates") {
    DecisionsFixture f;
    const ServiceId flemish = f.registered("2026-11-20");
    const ServiceId walloon = f.registered("2026-11-20", 2);
    CHECK(f.decisions.confirm(DecisionsFixture::decision(flemish)).changed);
    CHECK(f.state(flemish) == "confirmed-first 2026-11-27 3 0");
    CHECK_FALSE(f.decisions.confirm(DecisionsFixture::decision(flemish)).changed);
    CHECK(refused([&] { f.decisions.confirm(DecisionsFixture::decision(walloon)); }) == "rule id");
    CHECK(f.decisions.validate(DecisionsFixture::decision(flemish)).changed);
    CHECK(f.state(flemish) == "waiting  3 0");
    f.on("2025-05-30");
    const ServiceId earlier = f.registered("2025-05-30");
    CHECK(refused([&] { f.decisions.confirm(DecisionsFixture::decision(earlier)); }) == "rule id");
    CHECK(f.whole());
}

TEST_CASE("a confirmed service is paid with the customer's oldest vouchers, as far as they go") {
    DecisionsFixture f;
    f.order(2, "2026-11-10");
    f.order(10, "2026-10-01");
    const ServiceId first = f.registered("2026-11-20", 1, 9);
    const ServiceId second = f.registered("2026-11-20", 1, 5);
    const ServiceId third = f.registered("2026-11-20", 1, 4);
    for (const ServiceId id : {first, second, third}) {
        f.decisions.validate(DecisionsFixture::decision(id));
        f.decisions.confirm(DecisionsFixture::decision(id));
    }
    CHECK(f.state(first) == "allocated  9 9");
    CHECK(f.state(second) == "partially-allocated  5 3");
    CHECK(f.state(third) == "waiting  4 0");
    CHECK(f.column("SELECT service_id || ' ' || voucher_order_id || ' ' || vouchers FROM "
                   "allocation ORDER BY id") == Lines{"1 2 9", "2 2 1", "2 1 2"});
    CHECK(f.order(5, "2026-11-23").left == 0);  // first to what got some already
    CHECK(f.state(second) == "allocated  5 5");
    CHECK(f.state(third) == "partially-allocated  4 3");
    CHECK(f.whole());
}

TEST_CASE("by a file each service has its answer, and one that is refused stops the whole") {
    DecisionsFixture f;
    const ServiceId one = f.registered("2026-11-20", 2);
    const ServiceId two = f.registered("2026-11-20", 3);
    const ServiceId gone = ServiceId::from_stored(77);
    const auto run = [&](bool skip, const std::vector<ServiceId>& ids) {
        std::vector<std::variant<ServiceDecision, Error>> rows;
        for (const ServiceId id : ids) rows.emplace_back(DecisionsFixture::decision(id));
        bulk::Options options;
        options.skip_invalid = skip;
        return run_rows(rows, options,
                        [&](const auto& source, const auto& how, const auto& sink) {
                            return f.decisions.validate_rows(source, how, sink);
                        })
            .states();
    };
    CHECK(run(false, {one, gone, two}) == "applied rejected applied");
    CHECK(f.state(one).starts_with("registered"));
    CHECK(run(true, {one, gone, two}) == "applied rejected applied");
    CHECK(run(true, {one, two}) == "unchanged unchanged");
    CHECK(f.column("SELECT count(*) FROM change_set WHERE verb = 'validate'") == Lines{"1"});
    CHECK(f.whole());
}

TEST_CASE("all services of a worker, or all until a day, are validated as one") {
    DecisionsFixture f;
    f.registered("2026-11-18");
    f.registered("2026-11-19", 2);
    f.registered("2026-11-20", 3, 2);
    ServicesToValidate which{
        .org = f.org, .worker = {}, .until = day("2026-11-19"), .reason = "week"};
    CHECK(f.decisions.validate_all(which).services == 2);
    CHECK(f.last_entry().ends_with("week"));
    CHECK(f.decisions.validate_all(which).services == 0);
    which.until = day("2026-11-30");
    which.worker = f.anna;
    const auto total = f.decisions.validate_all(which);
    CHECK(total.services == 1);
    CHECK(total.hours == 2);
    CHECK(f.whole());
}

TEST_CASE("services that stand differently are validated as one, each by what its region asks") {
    DecisionsFixture f;
    f.order(10, "2026-10-01");
    const ServiceId flemish = f.registered("2026-11-19");
    const ServiceId first = f.registered("2026-11-20");
    const ServiceId walloon = f.registered("2026-11-19", 2);
    const ServiceId brussels = f.registered("2026-11-20", 3);
    const ServiceId disputed = f.registered("2026-11-20", 2);
    const ServiceId silent = f.registered("2026-11-02", 3);
    f.decisions.confirm(DecisionsFixture::decision(first));
    f.decisions.validate(DecisionsFixture::decision(disputed));
    f.decisions.dispute(DecisionsFixture::decision(disputed, "twee uur"));
    const auto total = f.decisions.validate_all(
        {.org = f.org, .worker = {}, .until = day("2026-11-23"), .reason = "week"});
    CHECK(total.services == 4);  // silence has validated one, and a dispute wants an answer
    CHECK(total.hours == 12);
    CHECK(f.state(flemish).starts_with("validated "));
    CHECK(f.state(first) == "allocated  3 3");
    CHECK(f.state(walloon).starts_with("validated "));
    CHECK(f.state(brussels).starts_with("validated "));
    CHECK(f.state(disputed).starts_with("disputed"));
    CHECK(f.state(silent).starts_with("registered"));
    CHECK(f.history(walloon).back() == "validate 2026-11-23 registered validated");
    CHECK(f.whole());
}

TEST_CASE("a file of more services than are read together names some twice, and some wrongly") {
    DecisionsFixture f;
    std::vector<std::variant<ServiceDecision, Error>> rows;
    const auto name = [&](ServiceId id, std::string comment = {}) {
        rows.emplace_back(DecisionsFixture::decision(id, std::move(comment)));
    };
    rows.emplace_back(Error(Kind::usage, "no number", "", "id"));
    std::vector<ServiceId> ids;
    for (int n = 0; n < 300; ++n) ids.push_back(f.registered("2026-11-20", 1 + n % 3));
    f.decisions.confirm(DecisionsFixture::decision(ids.front()));
    f.decisions.validate(DecisionsFixture::decision(ids[1]));
    f.decisions.dispute(DecisionsFixture::decision(ids[1], "twee uur"));
    for (const ServiceId id : ids) name(id, id == ids[1] ? "drie" : "");
    for (const ServiceId id : ids) name(id);  // again
    name(ServiceId::from_stored(999));
    rows.emplace_back(ServiceDecision{
        .service = {.id = {}, .work_id = "D7", .org = f.org}, .comment = {}, .reason = "r"});

    const auto run = [&](bool skip) {
        bulk::Options options;
        options.skip_invalid = skip;
        return run_rows(rows, options, [&](const auto& source, const auto& how, const auto& sink) {
            return f.decisions.validate_rows(source, how, sink);
        });
    };
    const std::string before = f.trace();
    CHECK(run(false).summary.count(bulk::State::rejected) == 2);
    CHECK(f.trace() == before);
    const auto done = run(true).summary;
    CHECK(done.count(bulk::State::applied) == 300);
    CHECK(done.count(bulk::State::unchanged) == 301);
    CHECK(done.count(bulk::State::rejected) == 2);
    CHECK(f.state(ids.front()) == "waiting  3 0");
    CHECK(f.history(ids[1]).back() == "validate 2026-11-23 disputed validated");
    CHECK(f.history(ids[299]).back() == "validate 2026-11-23 registered validated");
    CHECK(f.column("SELECT count(*) FROM service_change WHERE event = 'validate'") == Lines{"301"});
    CHECK(f.column("SELECT count(*) FROM customer_notice WHERE kind = 'service.validated' AND "
                   "operation_id = (SELECT max(id) FROM operation)") == Lines{"3"});
    CHECK(f.whole());
    CHECK(run(true).summary.count(bulk::State::unchanged) == 601);
}

TEST_CASE("a comment stays, with who wrote it") {
    DecisionsFixture f;
    const ServiceId id = f.registered("2026-11-20");
    f.decisions.comment(DecisionsFixture::decision(id, "sleutel lag er niet"));
    f.decisions.comment(DecisionsFixture::decision(id, "sleutel lag er niet"));
    CHECK(f.column("SELECT party || ' ' || body FROM service_comment ORDER BY id") ==
          Lines{"company sleutel lag er niet", "company sleutel lag er niet"});
    CHECK(refused([&] { f.decisions.comment(DecisionsFixture::decision(id)); }) == "usage comment");
    CHECK(f.whole());
    f.run("UPDATE service_comment SET body = 'anders' WHERE id = 1");
    CHECK_FALSE(f.verified());
}

TEST_CASE("whoever changes a service or its history behind the program's back is found out") {
    DecisionsFixture f;
    const ServiceId id = f.registered("2026-11-20", 2);
    f.decisions.validate(DecisionsFixture::decision(id));
    CHECK(f.verified());
    const auto found = [&](std::string_view change, std::string_view back) {
        f.run(change);
        const bool is = !f.verified();
        f.run(back);
        return is;
    };
    CHECK(
        found("UPDATE service SET state = 'confirmed'", "UPDATE service SET state = 'validated'"));
    CHECK(found("UPDATE service SET hours = 4", "UPDATE service SET hours = 3"));
    CHECK(found("UPDATE service SET due_on = '2026-12-31'",
                "UPDATE service SET due_on = '2026-11-27'"));
    CHECK(found("UPDATE service_change SET day = '2026-11-01' WHERE id = 2",
                "UPDATE service_change SET day = '2026-11-23' WHERE id = 2"));
    CHECK(found("UPDATE change_set SET verb = 'cancel' WHERE id = 2",
                "UPDATE change_set SET verb = 'validate' WHERE id = 2"));
    CHECK(f.verified());
}

}  // namespace dcadmin::test
