// SPDX-License-Identifier: Apache-2.0
// What is said of a card: whose it is, or precisely why it is refused.
#include "cards/desk.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace dcadmin::test {

namespace {

const std::string lucas = "Lucas Maes 85073003328";
constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 24 * hour;

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// The bytes between the lines of a PEM file.
std::string decoded(const std::string& pem) {
    constexpr std::string_view signs =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto from = pem.find('\n') + 1;
    const auto until = pem.find("\n-----END");
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (auto i = from; i < until; ++i) {
        const auto value = signs.find(pem[i]);
        if (value == std::string_view::npos) continue;
        held = (held << 6U) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<char>((held >> static_cast<unsigned>(bits)) & 0xffU));
    }
    return bytes;
}

}  // namespace

std::string certificate(const std::string& name) {
    std::ifstream file(CardPki::made().file(name));
    return decoded(std::string(std::istreambuf_iterator<char>(file), {}));
}

TEST_CASE("a valid card says whose it is") {
    const Desk desk;
    CHECK(desk.judged("valid") == lucas);
}

TEST_CASE("a card may have an elliptic key, as cards have since 2020") {
    Desk desk;
    desk.trusted.intermediates_file = CardPki::made().file("citizen.pem");
    CHECK(desk.judged("ec") == lucas);
}

TEST_CASE("a card of old says by its Netscape type that it is for signing in") {
    Desk desk;
    desk.trusted.intermediates_file = CardPki::made().file("citizen.pem");
    CHECK(desk.judged("of_old") == lucas);
}

TEST_CASE("a certificate that is no good is refused, with its reason") {
    struct Bad {
        std::string token;
        std::string said;
    };
    const std::array<Bad, 12> bad{{
        {"expired",
         "not_allowed: the certificate of the card has expired, on "
         "2025-01-01T00:00:00Z"},
        {"future",
         "not_allowed: the certificate of the card is not valid before "
         "2039-01-01T00:00:00Z"},
        {"revoked", "not_allowed: the certificate of the card was revoked by its issuer"},
        {"withdrawn_card",
         "not_allowed: the certificate of 'Withdrawn CA' was revoked by its "
         "issuer"},
        {"mail_only",
         "not_allowed: the certificate is not meant for signing in: it lacks the "
         "purpose clientAuth"},
        {"sha1", "not_allowed: the signature under the certificate of the card is too weak"},
        {"foreign_card", "not_allowed: the certificate of 'Citizen CA' does not lead to a root"},
        {"wrong_digits",
         "not_allowed: the serial number in the certificate of the card is no "
         "national number"},
        {"letters",
         "not_allowed: the serial number in the certificate of the card is no national "
         "number"},
        {"no_number", "not_allowed: the certificate of the card names no national number"},
        {"two_numbers", "not_allowed: the certificate of the card names no national number"},
        {"no_address",
         "busy: whether the certificate of the card was revoked cannot be found out: "
         "it names no address"},
    }};
    for (const Bad& one : bad) {
        CAPTURE(one.token);
        Desk desk;
        auto answer = desk.signed_by(one.token);
        for (const char* ca : {"citizen.pem", "withdrawn.pem"}) {
            if (one.token != "foreign_card") answer.certificates.push_back(certificate(ca));
        }
        if (one.token == "foreign_card") answer.certificates.push_back(certificate("foreign.pem"));
        const std::string said = desk.judged(answer);
        CAPTURE(said);
        CHECK(said.starts_with(one.said));
        CHECK_FALSE(contains(said, "8507300332"));
    }
}

TEST_CASE("an authority of the same name under another root vouches for nobody") {
    Desk desk;
    auto answer = desk.signed_by("foreign_card");
    answer.certificates.push_back(certificate("citizen.pem"));
    const std::string said = desk.judged(answer);
    CAPTURE(said);
    CHECK(said.starts_with("not_allowed: "));
    // Nor does its root when the card brings it along.
    answer.certificates.push_back(certificate("foreign.pem"));
    answer.certificates.push_back(certificate("stranger.pem"));
    CHECK(desk.judged(answer).starts_with("not_allowed: "));
}

TEST_CASE("the card of another person is judged as that person's") {
    Desk desk;
    desk.trusted.intermediates_file = CardPki::made().file("citizen.pem");
    CHECK(desk.judged("other_person") == "Noor Claes 71020312331");
}

TEST_CASE("a certificate for signatures is refused, even with the same key") {
    const Desk desk;
    auto answer = desk.signed_by("valid");
    answer.certificates[0] = certificate("same_key_signature.pem");
    CHECK(desk.judged(answer) ==
          "not_allowed: the certificate is not for authentication but for signatures or another "
          "purpose");
}

TEST_CASE("only what was signed counts: another challenge, signature or key is refused") {
    const std::string refused =
        "not_allowed: the signature of the card does not fit what it was asked to sign";
    Desk desk;
    const auto answer = desk.signed_by("valid");
    auto bent = answer;
    bent.signature[100] = static_cast<char>(bent.signature[100] ^ 1);
    CHECK(desk.judged(bent) == refused);
    bent.signature.clear();
    CHECK(desk.judged(bent) == refused);
    bent = answer;
    bent.certificates[0] = certificate("signature.pem");
    CHECK(desk.judged(bent) == refused);
    bent.certificates[0] = "no certificate";
    CHECK(desk.judged(bent) == "not_allowed: a certificate of the card cannot be read");
    bent.certificates.clear();
    CHECK(desk.judged(bent) == "not_allowed: the card sent no certificate");
    desk.challenge = card::new_challenge("dcadmin sign-in");
    CHECK(desk.judged(answer) == refused);
}

TEST_CASE("no two challenges are the same, and each says what it is for") {
    const auto first = card::new_challenge("dcadmin sign-in");
    CHECK(first.size() == 32 + 15);
    CHECK(first.ends_with("dcadmin sign-in"));
    CHECK(first != card::new_challenge("dcadmin sign-in"));
}

TEST_CASE("where OCSP gives no answer, the list of the issuer does") {
    const auto& pki = CardPki::made();
    for (const auto& down : {CardPki::nowhere(), pki.url("/ocsp/later"), pki.url("/ocsp/noise")}) {
        CAPTURE(down);
        Desk desk;
        desk.trusted.ocsp_url = down;
        desk.trusted.intermediates_file = pki.file("citizen.pem");
        CHECK(desk.judged("valid") == lucas);
        CHECK(desk.judged("revoked") ==
              "not_allowed: the certificate of the card was revoked by its issuer");
    }
}

TEST_CASE("one file may hold the lists of all issuers") {
    Desk desk;
    desk.trusted.ocsp_url = CardPki::nowhere();
    desk.trusted.crl_url = CardPki::made().url("/crl/all.pem");
    CHECK(desk.judged("valid") == lucas);
}

TEST_CASE("where neither OCSP nor a list answers, the card is refused") {
    Desk desk;
    desk.trusted.ocsp_url = CardPki::nowhere();
    desk.trusted.crl_url = CardPki::made().url("/crl/none");
    const std::string said = desk.judged("valid");
    CAPTURE(said);
    CHECK(
        said.starts_with("busy: whether the certificate of the card was revoked cannot be found "
                         "out: http://127.0.0.1:1/ cannot be reached"));
    CHECK(contains(said, "/crl/none: it answers with status 404"));
    desk.trusted.ocsp_url = "ldap://127.0.0.1/";
    desk.trusted.crl_url = "file:///etc/passwd";
    CHECK(contains(desk.judged("valid"), "it names no address"));
}

TEST_CASE("an OCSP answer that cannot be believed is none") {
    struct Wrong {
        std::string path;
        std::string said;
    };
    const std::array<Wrong, 3> wrong{{
        {"/ocsp/rogue", "its answer is not signed by whom the issuer lets answer"},
        {"/ocsp/poser", "its answer is not signed by whom the issuer lets answer"},
        {"/ocsp/replay", "its answer is to another question"},
    }};
    for (const Wrong& one : wrong) {
        CAPTURE(one.path);
        Desk desk;
        desk.trusted.ocsp_url = CardPki::made().url(one.path);
        desk.trusted.crl_url = CardPki::nowhere();
        static_cast<void>(desk.judged("valid"));  // a replay begins with a first question
        const std::string said = desk.judged("valid");
        CAPTURE(said);
        CHECK(said.starts_with("busy: "));
        CHECK(contains(said, one.said));
    }
}

TEST_CASE("an OCSP answer or a list counts in its time alone") {
    Desk desk;
    const auto answer = desk.signed_by("valid");
    desk.trusted.crl_url = CardPki::nowhere();
    desk.trusted.at += 2 * hour;
    CHECK(contains(desk.judged(answer), "its answer is too old"));
    desk.trusted = trust();
    desk.trusted.crl_url = CardPki::nowhere();
    desk.trusted.at -= hour;
    CHECK(contains(desk.judged(answer), "its answer is of a later time than now"));
    desk.trusted = trust();
    desk.trusted.ocsp_url = CardPki::nowhere();
    desk.trusted.at += 8 * day;
    CHECK(contains(desk.judged(answer), "its list is too old"));
    desk.trusted.at -= 9 * day;
    CHECK(contains(desk.judged(answer), "its list is of a later time than now"));
}

TEST_CASE("the list of another issuer is none") {
    Desk desk;
    desk.trusted.ocsp_url = CardPki::nowhere();
    desk.trusted.crl_url = CardPki::made().url("/crl/withdrawn");
    CHECK(contains(desk.judged("valid"), "it has no list of the issuer"));
    // The same name, another key.
    desk.trusted.crl_url = CardPki::made().url("/crl/foreign");
    const std::string said = desk.judged("valid");
    CAPTURE(said);
    CHECK(said.starts_with("busy: "));
}

TEST_CASE("a file of roots that is not there, or holds none, is a mistake of the configuration") {
    Desk desk;
    const auto answer = desk.signed_by("valid");
    desk.trusted.roots_file = CardPki::made().file("none.pem");
    CHECK(desk.judged(answer).starts_with("failed: the file of certificates '"));
    desk.trusted.roots_file = CardPki::made().file("card.key");
    CHECK(desk.judged(answer).starts_with("failed: no certificate (PEM) stands in the file '"));
}

}  // namespace dcadmin::test
