// SPDX-License-Identifier: Apache-2.0
// Workers whose services of a month come to so many hours that the issuer looks into it.
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/policies.h>
#include <dcadmin/secure_zone/workers.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct HoursFixture : Fixture {
    Workers workers{env};
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    SiteNumber aalst = add_site(org, 1);
    AffiliationNumber anna = worker(11, org, aalst);
    AffiliationNumber an = worker(12, other, {});
    int made = 0;

    HoursFixture() {
        for (const auto of : {org, other}) {
            run(fmt::format(
                "INSERT INTO customer (organisation_id, number, name, folded, region, language, "
                "channel, email, phone, inactive_since, audit_key, operation_id) VALUES ({}, 1, "
                "'K', 'k', 'flanders', 'nl', 'online', '', '', '', '', (SELECT min(id) FROM "
                "operation))",
                id_of(of)));
        }
    }
    AffiliationNumber worker(std::uint64_t n, EnterpriseNumber of, std::optional<SiteNumber> site) {
        return workers
            .add({.login = {},
                  .number = person_number(n),
                  .first_name = "Anna",
                  .last_name = "Peeters",
                  .org = of,
                  .site = site,
                  .region = Region::flanders,
                  .email = {},
                  .phone = {},
                  .reason = ""})
            .item.login;
    }
    static std::string id_of(EnterpriseNumber of) {
        return fmt::format("(SELECT id FROM organisation WHERE number = {})", of.value());
    }
    void serve(AffiliationNumber login, EnterpriseNumber of, std::string_view on, int hours,
               std::string_view state = "registered") {
        run(fmt::format(
            "INSERT INTO service (organisation_id, work_id, worker_id, context_id, customer_id, "
            "region, day, hours, activity, entered_by, channel, state, registered_on, "
            "validated_on, confirmed_on, due_on, allocated, issued, paid, hand_in_until, "
            "operation_id) VALUES ({0}, 'W{1}', (SELECT id FROM worker WHERE login = {2}), 0, "
            "(SELECT id FROM customer WHERE organisation_id = {0}), 'flanders', '{3}', {4}, "
            "'household', 'worker', 'online', '{5}', '{3}', '', '', '', 0, 0, 0, '', (SELECT "
            "min(id) FROM operation))",
            id_of(of), ++made, login.value(), on, hours, state));
    }
    /// So many hours in November, nine a service.
    void serve_hours(AffiliationNumber login, EnterpriseNumber of, int hours) {
        for (; hours > 0; hours -= 9) serve(login, of, "2026-11-30", std::min(hours, 9));
    }
    Lines many(std::optional<EnterpriseNumber> of = {}, std::optional<Month> month = {}) {
        Lines all;
        for (const WorkerHours& one : workers.many_hours(of, month)) {
            all.push_back(fmt::format("{} {} {} of {}", one.login.digits(), one.month.text(),
                                      one.hours, one.limit));
        }
        return all;
    }
};

}  // namespace

TEST_CASE("from 178 hours in a month on a worker is told of, cancelled services aside") {
    HoursFixture f;
    f.serve_hours(f.anna, f.org, 177);
    f.serve(f.anna, f.org, "2026-10-31", 9);
    f.serve(f.anna, f.org, "2026-12-01", 9);
    f.serve(f.anna, f.org, "2026-11-01", 9, "cancelled");
    CHECK(f.many(f.org).empty());
    CHECK(f.workers.hours(f.anna, {}).hours == 177);
    f.serve(f.anna, f.org, "2026-11-01", 1);
    CHECK(f.many(f.org) == Lines{f.anna.digits() + " 2026-11 178 of 178"});
    CHECK(f.many().empty());  // every company's only by month
    CHECK(f.workers.hours(f.anna, {}).hours == 178);
    CHECK(f.workers.hours(f.anna, Month::parse("2026-10")).hours == 9);
    CHECK(f.workers.hours(f.an, {}).hours == 0);
    CHECK(f.many({}, Month::parse("2026-10")).empty());
    CHECK(f.many(f.other).empty());
    f.serve_hours(f.an, f.other, 200);
    CHECK(f.many({}, Month::parse("2026-11")) ==
          Lines{f.an.digits() + " 2026-11 200 of 178", f.anna.digits() + " 2026-11 178 of 178"});
    CHECK(f.many(f.org).size() == 1);
}

TEST_CASE("the policy zone.month_hours says from how many hours on") {
    HoursFixture f;
    f.serve_hours(f.anna, f.org, 100);
    Policies(f.env).set({.name = "zone.month_hours", .value = "100", .reason = "strenger"});
    CHECK(f.many(f.org) == Lines{f.anna.digits() + " 2026-11 100 of 100"});
    CHECK(refused([&] {
              Policies(f.env).set({.name = "zone.month_hours", .value = "0", .reason = ""});
          }) == "usage value");
    CHECK(refused([&] {
              Policies(f.env).set({.name = "zone.month_hours", .value = "745", .reason = ""});
          }) == "usage value");
}

TEST_CASE("of another company's workers nobody is told") {
    HoursFixture f;
    f.serve_hours(f.anna, f.org, 180);
    f.serve_hours(f.an, f.other, 180);
    const Person chief = f.add_person(22, "An", "Chief");
    f.run(
        fmt::format("INSERT INTO administrator (organisation_id, person_id, role, domain_id, "
                    "context_id, email, phone, valid_from, valid_until, ended_at, reason, "
                    "operation_id) VALUES ({}, {}, 'chief', NULL, 0, 'an@example.be', '', "
                    "'2026-01-01', '9999-12-31', '', '', (SELECT min(id) FROM operation))",
                    HoursFixture::id_of(f.org), chief.id.value()));
    const ActingAs acting(f, open_session(f, {.person = chief.id.value(), .org = f.org}));
    CHECK(f.many() == Lines{f.anna.digits() + " 2026-11 180 of 178"});
    CHECK(refused([&] { f.many(f.other); }).starts_with("not_found"));
    CHECK(refused([&] { static_cast<void>(f.workers.hours(f.an, {})); }) == "not_found login");
}

}  // namespace dcadmin::test
