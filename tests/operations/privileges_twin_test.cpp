// SPDX-License-Identifier: Apache-2.0
// Two organisations that have the same of everything. Who may do all that there is for the one asks
// for what the other has, thing by thing: he is told just what he would be told had it never been
// there, and nothing changes.
#include "privileges_twins.h"

#include <doctest/doctest.h>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

struct Answer {
    std::string kind = "accepted";
    std::string words;
};

Answer answer(Twins& f, const Named& one, const Things& things) {
    try {
        one.does(f, things);
    } catch (const Error& error) {
        return {std::string(name_of(error.kind())),
                things.anonymous(error.message() + "; " + error.hint())};
    }
    return {};
}

struct Ground : Twins {
    Things own = furnish(1);
    Things twin = furnish(2);
    Things none = nothing();
    std::string token = open_session(*this, {.person = 1, .org = own.org});

    /// Own things but for one that is the twin's, and the same with one that nobody has.
    std::vector<std::pair<Things, Things>> pairs() const {
        std::vector<std::pair<Things, Things>> all{{twin, none}};
        Things person = own;
        Things nobody = own;
        person.person = twin.person;
        nobody.person = none.person;
        all.emplace_back(person, nobody);
        Things org = own;
        Things nowhere = own;
        org.org = twin.org;
        nowhere.org = none.org;
        all.emplace_back(org, nowhere);
        Things site = own;
        Things no_site = own;
        site.site = twin.site;
        no_site.site = none.site;
        all.emplace_back(site, no_site);
        Things customer = own;
        Things no_customer = own;
        customer.customer = twin.customer;
        no_customer.customer = none.customer;
        all.emplace_back(customer, no_customer);
        Things login = own;
        Things no_login = own;
        login.login = twin.login;
        no_login.login = none.login;
        all.emplace_back(login, no_login);
        Things service = own;
        Things no_service = own;
        service.service = twin.service;
        no_service.service = none.service;
        all.emplace_back(service, no_service);
        return all;
    }
};

void compare(Ground& f, const std::vector<Named>& operations) {
    for (const Named& one : operations) {
        CAPTURE(one.name);
        CHECK(answer(f, one, f.twin).kind == "not_found");
        for (const auto& [others, nobodys] : f.pairs()) {
            const std::string before = f.trace();
            const Answer is = answer(f, one, others);
            if (is.kind == "accepted") continue;  // this one names nothing of the twin's
            const Answer should = answer(f, one, nobodys);
            CHECK(is.kind == should.kind);
            CHECK(is.words == should.words);
            CHECK(f.trace() == before);
        }
    }
}

}  // namespace

TEST_CASE("what another organisation has reads like what is not there, whatever one asks") {
    Ground f;
    const ActingAs acting(f, f.token);
    compare(f, reading());
}

TEST_CASE("nobody changes what another organisation has, nor learns that it is there") {
    Ground f;
    const ActingAs acting(f, f.token);
    compare(f, writing());
}

TEST_CASE("of his own organisation the same person reads everything") {
    Ground f;
    const ActingAs acting(f, f.token);
    for (const Named& one : reading()) {
        if (one.name == "key show" || one.name == "key list" || one.name.starts_with("notice") ||
            one.name == "org list --parent" || one.name == "task show by grant") {
            continue;  // his own alone, or nothing there
        }
        const Answer is = answer(f, one, f.own);
        CHECK_MESSAGE(is.kind == "accepted", one.name << ": " << is.words);
    }
}
