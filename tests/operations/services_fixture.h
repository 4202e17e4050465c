// SPDX-License-Identifier: Apache-2.0
// A company with a worker at each of two sites and two customers, and services that are put into
// the store behind the library's back, in any state.
#pragma once

#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/secure_zone/customers.h>
#include <dcadmin/secure_zone/services.h>
#include <dcadmin/secure_zone/workers.h>

#include <fmt/format.h>

namespace dcadmin::test {

struct ServiceFields {
    std::string_view day = "2026-11-20";
    std::string_view state = "registered";
    int worker = 1;
    int customer = 1;
    std::string_view region = "flanders";
    int hours = 3;
    int allocated = 0;
    std::string_view hand_in_until = "";
};

struct ServicesFixture : Fixture {
    using Lines = std::vector<std::string>;

    Services services{env};
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    SiteNumber aalst = add_site(org, 1);
    SiteNumber gent = add_site(org, 2, "Gent");
    AffiliationNumber zoe = add_worker(org, 1, aalst);
    AffiliationNumber jan = add_worker(org, 2, gent);
    AffiliationNumber far = add_worker(other, 3, {});
    CustomerNumber claes = add_customer(org, 1);
    CustomerNumber dubois = add_customer(org, 2);
    CustomerNumber peeters = add_customer(other, 3);

    AffiliationNumber add_worker(EnterpriseNumber company, std::uint64_t n,
                                 std::optional<SiteNumber> site) {
        return Workers(env)
            .add({.login = {},
                  .number = person_number(n),
                  .first_name = "Zoë",
                  .last_name = "D'Hondt",
                  .org = company,
                  .site = site,
                  .region = Region::flanders,
                  .email = {},
                  .phone = {},
                  .reason = "in dienst"})
            .item.login;
    }
    CustomerNumber add_customer(EnterpriseNumber company, std::uint64_t n) {
        const auto number = CustomerNumber::from_stored(100'000'000'000 + n);
        Customers(env).add({.org = company,
                            .number = number,
                            .name = "Familie Claes",
                            .region = Region::flanders,
                            .reason = "nieuw"});
        return number;
    }
    /// Its id; the third worker and customer are those of the other company.
    ServiceId put(const ServiceFields& service = {}) {
        run(fmt::format(
            "INSERT INTO service (organisation_id, work_id, worker_id, context_id, customer_id, "
            "region, day, hours, activity, entered_by, channel, state, registered_on, "
            "validated_on, confirmed_on, due_on, allocated, issued, paid, hand_in_until, "
            "operation_id) VALUES ({}, 'w' || (SELECT count(*) FROM service), {}, (SELECT "
            "context_id FROM worker WHERE id = {}), {}, '{}', '{}', {}, 'household', 'worker', "
            "'online', '{}', '{}', '', '', '', {}, 0, 0, '{}', 1)",
            service.worker == 3 ? 2 : 1, service.worker, service.worker, service.customer,
            service.region, service.day, service.hours, service.state, service.day,
            service.allocated, service.hand_in_until));
        return ServiceId::from_stored(std::stoll(column("SELECT max(id) FROM service").front()));
    }
    /// "d-1 2026-11-20 registered"
    Lines list(const ServiceFilter& filter = {}) {
        Lines all;
        counted = services.list(filter, [&](const Service& one) {
            all.push_back(
                fmt::format("{} {} {}", one.id.text(), one.day.iso(), name_of(one.state)));
            return true;
        });
        return all;
    }
    /// Their ids alone: "1 2 5".
    std::string ids(const ServiceFilter& filter = {}) {
        std::string all;
        counted = services.list(filter, [&](const Service& one) {
            all += fmt::format("{}{}", all.empty() ? "" : " ", one.id.value());
            return true;
        });
        return all;
    }
    ServiceCount counted;

    /// Gives a person the zone's right at a site of the company.
    void give_zone(const Person& person, SiteNumber site) {
        if (column("SELECT id FROM right_definition WHERE code = "
                   "'dienstencheques-erkende-onderneming'")
                .empty()) {
            add_right("dienstencheques-erkende-onderneming");
        }
        add_relation(person.id, org);
        run(fmt::format(
            "INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until, "
            "first_until, revoked_at, reason, operation_id) VALUES ((SELECT max(id) FROM "
            "working_relation), (SELECT max(id) FROM right_definition), (SELECT id FROM "
            "context_value WHERE kind = 'site' AND number = {}), '2026-01-01', '2027-01-01', "
            "'2027-01-01', '', '', (SELECT min(id) FROM operation))",
            site.digits()));
    }
    [[nodiscard]] PersonId person_of(AffiliationNumber login) {
        return Workers(env).get(login).person;
    }
};

}  // namespace dcadmin::test
