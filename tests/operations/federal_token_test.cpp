// SPDX-License-Identifier: Apache-2.0
// The federal token, day by day: imported, never new after 24/09/2020, ended after twelve months
// without use and on 31/01/2024, and refused today with the reason.
#include "sign_in_fixture.h"

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

struct WithToken : SignInFixture {
    WithToken() {
        clock.set(Timestamp::parse("2020-10-22T09:00:00Z"));
        add_password(lucas, "lucas");
        static_cast<void>(keys.import_tokens({token("2020-06-01")}, seal));
    }
    TokenImport token(std::string_view issued) const {
        TokenImport made{.line = 2,
                         .person = lucas.id,
                         .serial = "TK-000123",
                         .issued = day(issued),
                         .codes = {}};
        for (int i = 1; i <= 24; ++i) made.codes.push_back("code" + std::to_string(i));
        return made;
    }
    Proof prove() {
        return keys.prove_token({"lucas", password}, seal, [](std::int64_t position) {
            return "code" + std::to_string(position);
        });
    }
    void at(std::string_view moment) { clock.set(Timestamp::parse(moment)); }
};

}  // namespace

TEST_CASE(
    "a token that was imported is asked for a code at a time, and the next time for another") {
    WithToken f;
    CHECK(f.prove().level() == 300);
    std::int64_t asked = 0;
    static_cast<void>(f.keys.prove_token({"lucas", f.password}, f.seal, [&](std::int64_t position) {
        asked = position;
        return "code " + std::to_string(position);
    }));
    CHECK(asked == 2);
    CHECK(refused([&] {
              static_cast<void>(f.keys.prove_token({"lucas", f.password}, f.seal,
                                                   [](std::int64_t) { return "code2"; }));
          }) == "not_allowed ");
    CHECK(f.column("SELECT hash FROM one_time_code WHERE hash LIKE '%code%'").empty());
    CHECK(f.whole());
}

TEST_CASE("no token is imported that was given after 24/09/2020, nor half of a list") {
    WithToken f;
    const Person anna = f.add_person(2, "Anna", "Peeters");
    TokenImport good = f.token("2020-09-24");
    good.person = anna.id;
    good.serial = "TK-000124";
    TokenImport late = f.token("2020-09-25");
    late.line = 3;
    const Person arthur = f.add_person(3, "Arthur", "Janssens");
    late.person = arthur.id;
    late.serial = "TK-000125";
    const auto before = f.trace();
    CHECK(said([&] {
              static_cast<void>(f.keys.import_tokens({good, late}, f.seal));
          }).starts_with("line 3: the last new key of the kind token was given on 24/09/2020"));
    CHECK(f.trace() == before);
    CHECK(f.keys.import_tokens({good}, f.seal).size() == 1);
    TokenImport short_list = good;
    short_list.person = arthur.id;
    short_list.codes.pop_back();
    CHECK(refused([&] { static_cast<void>(f.keys.import_tokens({short_list}, f.seal)); }) ==
          "usage codes");
}

TEST_CASE("a token ends after twelve months without use, counting down when it is near") {
    WithToken f;
    f.at("2021-05-15T09:00:00Z");
    CHECK(f.keys.get(KeyId::from_stored(2)).days_left == 17);
    CHECK(f.prove().level() == 300);
    f.at("2022-05-15T09:00:00Z");
    CHECK(f.prove().level() == 300);
    f.at("2023-05-15T21:59:59Z");
    CHECK(f.prove().level() == 300);
    f.at("2023-12-10T09:00:00Z");
    CHECK(f.prove().days_left() == 52);  // until the end of all tokens
}

TEST_CASE("a token that was not used for twelve months is refused with the reason") {
    WithToken f;
    f.at("2021-06-02T09:00:00Z");
    CHECK(said([&] {
              static_cast<void>(f.prove());
          }).starts_with("this key has ended on 01/06/2021"));
    CHECK(f.keys.get(KeyId::from_stored(2)).state == "ended");
}

TEST_CASE("from 1 February 2024 on every token is refused with the reason, and so it is today") {
    WithToken f;
    f.at("2023-03-01T09:00:00Z");
    f.run("UPDATE credential SET used_at = '2023-03-01T09:00:00Z' WHERE kind = 'token'");
    f.at("2024-01-31T22:59:59Z");
    CHECK(f.prove().level() == 300);
    for (const char* const moment : {"2024-01-31T23:00:00Z", "2026-11-23T10:00:00Z"}) {
        f.at(moment);
        CHECK(said([&] {
                  static_cast<void>(f.prove());
              }).starts_with("a key of the kind token could be used until 31/01/2024"));
        CHECK(refused([&] { static_cast<void>(f.prove()); }) == "rule key");
    }
}

}  // namespace dcadmin::test
