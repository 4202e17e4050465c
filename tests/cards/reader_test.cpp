// SPDX-License-Identifier: Apache-2.0
// The reader, the card in it and its PIN.
#include "cards/desk.h"

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

// The refusal, its kind first, and its hint.
std::string refusal(const card::Reader& reader) {
    static_cast<void>(CardPki::made());
    try {
        static_cast<void>(card::sign(reader, "challenge"));
    } catch (const Error& error) {
        return fmt::format("{}: {}; {}", name_of(error.kind()), error.message(), error.hint());
    }
    return "signed";
}

}  // namespace

TEST_CASE("a wrong PIN is said so, once, and stands in no message") {
    int asked = 0;
    auto reader = reader_with("ec");
    reader.ask_pin = [&asked](const std::string& about, std::string& pin) {
        ++asked;
        CHECK(about == "PIN of the card 'ec'");
        pin += "9876";
    };
    const std::string said = refusal(reader);
    CAPTURE(said);
    CHECK(said.starts_with("sign_in: the PIN is not the card's"));
    CHECK(said.find("9876") == std::string::npos);
    CHECK(asked == 1);
    CHECK(refusal(reader_with("ec")) == "signed");
}

TEST_CASE("what cannot be a PIN never reaches the card") {
    for (const std::string& pin :
         {std::string(), std::string("12 34"), std::string("12\n"), std::string(65, '1'),
          std::string("12\0"
                      "34",
                      5)}) {
        CHECK(refusal(reader_with("ec", pin))
                  .starts_with("sign_in: that cannot be a PIN; the card "
                               "was not asked"));
    }
    auto reader = reader_with("ec");
    reader.ask_pin = nullptr;
    CHECK(refusal(reader).starts_with("sign_in: the card asks for its PIN"));
}

TEST_CASE("a PIN is asked for a card that can sign in, and for no other") {
    for (const char* token : {"signature_only", "empty", "none"}) {
        auto reader = reader_with(token);
        reader.ask_pin = [](const std::string&, std::string&) { FAIL("the PIN was asked"); };
        CHECK(refusal(reader) != "signed");
    }
}

TEST_CASE("a reader without a card, and a card without a use, are told apart") {
    CHECK(refusal(reader_with("none"))
              .starts_with("failed: no card 'none' in a reader; put the "
                           "card in the reader"));
    CHECK(refusal(reader_with("empty")).starts_with("not_allowed: the card has no certificates"));
    CHECK(refusal(reader_with("signature_only"))
              .starts_with("not_allowed: the card has no authentication certificate: those on it "
                           "are for signatures"));
    CHECK(refusal(reader_with("small"))
              .starts_with("not_allowed: the authentication key of the card is of a kind that is "
                           "not accepted"));
}

TEST_CASE("with several cards and no name, none is chosen") {
    const std::string said = refusal(reader_with(""));
    CAPTURE(said);
    CHECK(said.starts_with("failed: there are "));
    CHECK(said.find("key.eid.token") != std::string::npos);
}

TEST_CASE("a file that is no PKCS#11 is named") {
    auto reader = reader_with("valid");
    for (const char* file : {"/nowhere/libbeidpkcs11.so.0", "/etc/passwd"}) {
        reader.module = file;
        const std::string said = refusal(reader);
        CAPTURE(said);
        CHECK(said.starts_with("failed: '" + std::string(file) + "' cannot be used to read cards"));
    }
}

TEST_CASE("of several certificates the one for authentication signs") {
    const Desk desk;
    const auto answer = desk.signed_by("valid");
    CHECK(answer.certificates.size() == 4);
    CHECK(answer.certificates[0] == certificate("valid.pem"));
}

}  // namespace dcadmin::test
