// SPDX-License-Identifier: Apache-2.0
// The ground for tests of sign-in: a person with a user name, a password and a code generator,
// whose codes oathtool makes, which is of another make than what verifies them.
#pragma once

#include "support/signed_in.h"

#include <dcadmin/accounts.h>
#include <dcadmin/audit.h>
#include <dcadmin/sign_in.h>

#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

namespace dcadmin::test {

inline std::string output_of(const std::string& command) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::string text;
    std::array<char, 256> block{};
    while (std::fgets(block.data(), static_cast<int>(block.size()), pipe.get()) != nullptr) {
        text += block.data();
    }
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

struct SignInFixture : Fixture {
    static constexpr const char* password = "vier woorden naast elkaar";
    Keys keys{env};
    Sessions sessions{env};
    SealKey seal = SealKey::random();
    EnterpriseNumber org = add_org(1);
    Person lucas = add_person(1);
    std::string seed;  // base32, as an application reads it

    void pass(std::int64_t seconds) {
        clock.set(Timestamp::from_seconds(clock.now().seconds() + seconds));
    }
    KeyId add_password(const Person& person, const std::string& user) {
        return keys.activate_password({person.id, user, password, "identity card seen"}).item.id;
    }
    KeyId add_app(const Person& person) {
        const Enrolment enrolment = keys.enrol_app(person.id);
        const auto begin = enrolment.uri.find("secret=") + 7;
        seed = enrolment.uri.substr(begin, enrolment.uri.find('&') - begin);
        return keys.activate_app(enrolment, seal, code(), "identity card seen").item.id;
    }
    /// Of the moment, or of so many seconds from it.
    [[nodiscard]] std::string code(std::int64_t from_now = 0) const {
        return output_of("oathtool --totp -b -N @" +
                         std::to_string(clock.now().seconds() + from_now) + " " + seed);
    }
    Proof prove_app(const std::string& given) {
        return keys.prove_app({"lucas", password}, seal, [&] { return given; });
    }
    /// A right for lucas at an organisation.
    void give_right(EnterpriseNumber at) {
        const NewRelation asked = new_relation(lucas.id, at);
        persons.add_relation(asked);
        rights.grant({.person = lucas.id,
                      .org = at,
                      .right = RightCode::parse("dienstencheques"),
                      .reason = "nodig"});
    }
    [[nodiscard]] bool whole() {
        const ActingAs local_operator(*this);
        return problems().empty() && Audit(env).verify({}).problems.empty();
    }
};

}  // namespace dcadmin::test
