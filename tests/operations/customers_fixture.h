// SPDX-License-Identifier: Apache-2.0
// A company with customers, and what is put behind the library's back to be theirs: services and
// what pays them.
#pragma once

#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/customers.h>
#include <dcadmin/secure_zone/vouchers.h>
#include <dcadmin/secure_zone/workers.h>

#include <fmt/format.h>

namespace dcadmin::test {

using Lines = std::vector<std::string>;

/// The n-th sample number, with right check digits.
[[nodiscard]] inline CustomerNumber customer_number(std::uint64_t n) {
    const std::uint64_t front = 1'234'567'000 + n;
    const std::uint64_t rest = front % 97;
    return CustomerNumber::from_stored(front * 100 + (rest == 0 ? 97 : rest));
}

struct CustomersFixture : Fixture {
    Customers customers{env};
    Vouchers vouchers{env};
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    SiteNumber aalst = add_site(org, 1);
    CustomerNumber claes = customer_number(1);

    NewCustomer customer(std::uint64_t n = 1) {
        return {.org = org,
                .number = customer_number(n),
                .name = "Familie Claes",
                .region = Region::flanders,
                .email = EmailAddress::parse("claes@example.be"),
                .phone = PhoneNumber::parse("0470123456"),
                .reason = "nieuw"};
    }
    void add_customer(std::uint64_t n = 1, Region region = Region::flanders) {
        NewCustomer asked = customer(n);
        asked.region = region;
        customers.add(asked);
    }
    CustomerRef ref(std::uint64_t n = 1, std::string reason = "r") {
        return {.org = org, .number = customer_number(n), .reason = std::move(reason)};
    }
    /// "123456700106 Familie Claes active"
    Lines list(const CustomerFilter& filter = {}) {
        Lines all;
        customers.list(filter, [&](const Customer& one) {
            all.push_back(one.number.digits() + " " + one.name + " " + one.state);
            return true;
        });
        return all;
    }
    VoucherOrder order(std::int64_t count, std::string_view on, std::uint64_t n = 1) {
        return vouchers
            .order({.org = org,
                    .customer = customer_number(n),
                    .count = count,
                    .on = day(on),
                    .first_number = {},
                    .reason = {}})
            .item;
    }
    /// "1000000001-1000000010 2026-11-23 2027-11-30 2027-12-31 10 usable"
    Lines orders(const VoucherFilter& filter = {.state = "all"}) {
        Lines all;
        vouchers.list(filter, [&](const VoucherOrder& one) {
            all.push_back(fmt::format("{}-{} {} {} {} {} {}", one.first_number, one.last_number,
                                      one.issued_on.iso(), one.usable_until.iso(),
                                      one.hand_in_until.iso(), one.left, one.state));
            return true;
        });
        return all;
    }
    /// A service of the n-th customer that was added.
    void add_service(int n, std::string_view state, int hours = 3) {
        if (column("SELECT id FROM worker").empty()) add_worker();
        run("INSERT INTO change_set (organisation_id, verb, operation_id) VALUES (1, 'add', 1)");
        run(fmt::format(
            "INSERT INTO service (organisation_id, work_id, worker_id, context_id, customer_id, "
            "region, day, hours, activity, entered_by, channel, state, registered_on, "
            "validated_on, confirmed_on, due_on, allocated, issued, paid, hand_in_until, "
            "operation_id) VALUES (1, 'w' || (SELECT count(*) FROM service), 1, 0, {}, 'flanders', "
            "'2026-11-20', {}, 'household', 'worker', 'online', '{}', '2026-11-20', '', '', '', 0, "
            "0, 0, '', 1)",
            n, hours, state));
    }
    void add_worker() {
        Workers(env).add({.login = {},
                          .number = person_number(77),
                          .first_name = "Zoë",
                          .last_name = "D'Hondt",
                          .org = org,
                          .site = {},
                          .region = Region::flanders,
                          .email = {},
                          .phone = {},
                          .reason = {}});
    }
    /// Gives a person the zone's right at a site of the company.
    void give_zone(const Person& person, SiteNumber site) {
        add_right("dienstencheques-erkende-onderneming");
        add_relation(person.id, org);
        run(fmt::format(
            "INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until, "
            "first_until, revoked_at, reason, operation_id) VALUES ((SELECT max(id) FROM "
            "working_relation), (SELECT max(id) FROM right_definition), (SELECT id FROM "
            "context_value WHERE kind = 'site' AND number = {}), '2026-01-01', '2027-01-01', "
            "'2027-01-01', '', '', (SELECT min(id) FROM operation))",
            site.digits()));
    }
    /// Makes him an operator of the issuer.
    void make_operator(const Person& person) {
        run(
            fmt::format("INSERT INTO staff (person_id, role, valid_from, valid_until, ended_at, "
                        "reason, operation_id) VALUES ({}, 'operator', '2026-01-01', '9999-12-31', "
                        "'', '', (SELECT min(id) FROM operation))",
                        person.id.value()));
    }
    [[nodiscard]] bool verified() { return Audit(env).verify({}).problems.empty(); }
};

}  // namespace dcadmin::test
