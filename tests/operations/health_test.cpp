// SPDX-License-Identifier: Apache-2.0
// What a check of an installation learns: of a store at a glance, and of a relay without a mail.
#include "support/fixture.h"
#include "support/relay.h"

#include <dcadmin/health.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

TEST_CASE("the newest change of a store is that of its log, and whole pages have no damage") {
    Fixture f;
    constexpr std::uint64_t large = 1'000'000'000;
    CHECK_FALSE(health::look_at(f.store, large).newest_change);
    f.add_org(1);
    const auto state = health::look_at(f.store, large);
    CHECK(state.newest_change == f.clock.now());
    CHECK(state.damage.empty());
    CHECK(state.looked_through == !Store::on_server(f.store.url()));
    CHECK_FALSE(health::look_at(f.store, 0).looked_through);
}

TEST_CASE("a relay that answers is told from one that refuses, and no mail is given to either") {
    const Relay plain;
    CHECK(health::relay_problem(plain.address()).empty());
    CHECK(plain.taken() == 0);
    CHECK(plain.log().empty());
    const Relay secure("starttls");
    auto address = secure.address();
    address.ca_file = certificates().of("other.pem");  // which does not vouch for it
    CHECK_FALSE(health::relay_problem(address).empty());
    address.ca_file = certificates().of("own.pem");
    CHECK(health::relay_problem(address).empty());
}

TEST_CASE("a relay is signed in to, and what it says of a wrong password is not repeated") {
    const Relay relay("plain+auth");
    auto address = relay.address();
    address.user = "dienst";
    address.password = "geheim 7!x";
    CHECK(health::relay_problem(address).empty());
    address.password = "geraden 1";
    const auto said = health::relay_problem(address);
    CHECK(has(said, "sign-in refused"));
    CHECK(said.find(address.password) == std::string::npos);
}

}  // namespace dcadmin::test
