// SPDX-License-Identifier: Apache-2.0
// An organisation with a legal representative, an employee and an outside help, as the tests of
// designations begin.
#pragma once

#include "support/fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/designation.h>
#include <dcadmin/outbox.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <utility>

namespace dcadmin::test {

struct Bureau : Fixture {
    EnterpriseNumber org = add_org(1, "Poetshulp");
    Person boss = add_person(1, "Greet", "Baas");        // p-1, legal representative
    Person clerk = add_person(2, "Lucas", "Maes");       // p-2, employee
    Person helper = add_person(3, "Anna", "Peeters");    // p-3, works there from outside
    Person stranger = add_person(4, "Frank", "Vreemd");  // p-4
    Designation designation{env};
    Domains domains{env};

    Bureau() {
        function(boss, "zaakvoerder", true, "2020-01-01", "9999-12-31");
        add_relation(clerk.id, org);
        NewRelation request = new_relation(helper.id, org);
        request.category = Category::external;
        persons.add_relation(request);
        act(boss);
    }
    void function(const Person& person, std::string_view name, bool represents,
                  std::string_view from, std::string_view until) {
        run(
            fmt::format("INSERT INTO register_function (enterprise, person, function, represents, "
                        "valid_from, valid_until) VALUES ({}, {}, '{}', {}, '{}', '{}')",
                        org.value(), person.number.value(), name, represents ? 1 : 0, from, until));
    }
    void act(const Person& person) { env.actor.claimed = person.id; }
    void act_locally() { env.actor.claimed.reset(); }

    [[nodiscard]] NewChief chief(const PersonRef& person) const {
        return {.org = org,
                .self = false,
                .person = person,
                .email = EmailAddress::parse("directie@poetshulp.be"),
                .phone = PhoneNumber::parse("+3212345678"),
                .from = {},
                .confirm = org,
                .reason = {}};
    }
    [[nodiscard]] NewOffice office(AdministratorRole role, const PersonRef& person,
                                   std::vector<DomainCode> for_domains = {}) const {
        return {.role = role,
                .person = person,
                .org = org,
                .domains = std::move(for_domains),
                .sites = {},
                .from = {},
                .until = {},
                .email = {},
                .phone = {},
                .reason = {}};
    }
    [[nodiscard]] OfficeEnd leaves(AdministratorRole role, const PersonRef& person) const {
        return {.role = role,
                .person = person,
                .org = org,
                .domains = {},
                .sites = {},
                .on = {},
                .force = false,
                .reason = {}};
    }
    [[nodiscard]] ChiefEnd chief_end() const {
        return {.org = org, .on = {}, .confirm = org, .force = false, .reason = {}};
    }
    [[nodiscard]] NewChiefRequest chief_request(const PersonRef& person) const {
        return {.org = org,
                .person = person,
                .email = EmailAddress::parse("directie@poetshulp.be"),
                .phone = PhoneNumber::parse("+3212345678"),
                .reason = "no eID",
                .documents = {"letter-1", "letter-2"}};
    }
    /// "a-1 chief Greet Baas active", each office of the organisation.
    [[nodiscard]] std::vector<std::string> offices(std::optional<Date> at = {}) {
        std::vector<std::string> found;
        AdministratorFilter filter{
            .org = org, .person = {}, .role = {}, .domain = {}, .state = {}, .at = at, .page = {}};
        designation.list(filter, [&](const Administrator& one) {
            found.push_back(fmt::format("{} {} {} {}", one.id.text(), name_of(one.role), one.name,
                                        name_of(one.state)));
            return true;
        });
        return found;
    }
    void check_whole() {
        CHECK(problems().empty());
        CHECK(Audit(env).verify().problem_count == 0);
    }
};

inline DomainCode domain(std::string_view code) {
    return DomainCode::parse(code);
}

using Lines = std::vector<std::string>;

}  // namespace dcadmin::test
