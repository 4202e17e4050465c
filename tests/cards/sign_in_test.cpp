// SPDX-License-Identifier: Apache-2.0
// Signing in with a card: the person is found by the number in its certificate. The clock is the
// real one, for the answers about revocation are dated with it.
#include "support/card_pki.h"

#include <dcadmin/audit.h>
#include <dcadmin/card_key.h>
#include <dcadmin/persons.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

struct Counter {
    SystemClock clock;
    Store store = Store::in_memory(clock);
    Env env{store, clock, {"tester", {}}, "auth login"};

    Person add(std::string_view number, std::string first) {
        return Persons(env)
            .add({.number = NationalNumber::parse(number, clock.today()),
                  .first_name = std::move(first),
                  .last_name = "Maes"})
            .item;
    }
    Proof prove(const std::string& token, const std::string& given_pin = "1234") {
        const CardPki& pki = CardPki::made();
        CardKey key(env, {.module = CardPki::module(),
                          .token = token,
                          .roots_file = pki.file("roots.pem"),
                          .intermediates_file = pki.file("citizen.pem")});
        return key.prove([&](const std::string&, std::string& pin) { pin += given_pin; });
    }
    std::string refusal(const std::string& token, const std::string& pin = "1234") {
        try {
            static_cast<void>(prove(token, pin));
        } catch (const Error& error) {
            return std::string(name_of(error.kind())) + ": " + error.message();
        }
        return "accepted";
    }
    std::vector<std::string> actions() {
        std::vector<std::string> found;
        Audit(env).list(AuditFilter{}, [&](const AuditEntry& entry) {
            found.push_back(entry.action);
            return true;
        });
        return found;
    }
};

}  // namespace

TEST_CASE("whoever is in the store signs in with his own card, and its first use makes the key") {
    Counter counter;
    const Person lucas = counter.add("85073003328", "Lucas");
    const Proof proof = counter.prove("valid");
    CHECK(proof.person() == lucas.id);
    CHECK(proof.kind() == "eid");
    CHECK(proof.level() == 500);
    const Key key = Keys(counter.env).get(proof.key());
    CHECK(key.identified_by == "itself");
    CHECK(key.used_at);
    CHECK(counter.prove("ec").key() == proof.key());
    CHECK(counter.actions() == std::vector<std::string>{"person.add", "credential.activate"});
    const auto started = Sessions(counter.env).start(proof, {});
    CHECK(started.session.key == "eid");
    CHECK(Audit(counter.env).verify({}).problems.empty());
}

TEST_CASE("a card opens the store for its holder alone") {
    Counter counter;
    counter.add("85073003328", "Lucas");
    CHECK(counter.refusal("other_person") ==
          "not_allowed: the holder of this card is not in the store");
    const Person other = counter.add("71020312331", "Anna");
    CHECK(counter.prove("other_person").person() == other.id);
}

TEST_CASE("a card that was revoked and a wrong PIN open nothing and leave no key") {
    Counter counter;
    counter.add("85073003328", "Lucas");
    CHECK(counter.refusal("revoked").starts_with("not_allowed: "));
    CHECK(counter.refusal("valid", "9999").starts_with("sign_in: "));
    CHECK(counter.actions() == std::vector<std::string>{"person.add"});
}

}  // namespace dcadmin::test
