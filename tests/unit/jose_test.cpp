// SPDX-License-Identifier: Apache-2.0
#include "jose/base64url.h"
#include "jose/claims.h"
#include "jose/crypto.h"
#include "jose/jws.h"

#include <dcadmin/error.h>

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace dcadmin;
using namespace dcadmin::jose;

namespace {

constexpr std::array every{Algorithm::rs256, Algorithm::ps256, Algorithm::es256, Algorithm::es384};

std::string refusal(const std::function<void()>& attempt) {
    try {
        attempt();
    } catch (const Error& error) {
        CHECK(error.kind() == Kind::integrity);
        return error.message();
    }
    return "accepted";
}

// The examples of RFC 7515, appendix A.2 and A.3.
constexpr std::string_view example_payload =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVl"
    "fQ";
constexpr std::string_view rsa_n =
    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4"
    "d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5re"
    "xMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxX"
    "FvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
constexpr std::string_view rsa_signature =
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5"
    "jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb"
    "1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QO"
    "YEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
constexpr std::string_view curve_key =
    R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
    R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})";
constexpr std::string_view curve_signature =
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

struct Pair {
    std::string pem;
    Jwk jwk;
};

Pair pair_of(KeyType type, const std::string& kid) {
    std::string pem = crypto().generate(type);
    Jwk jwk{.key = crypto().public_of(pem), .kid = kid, .algorithm = {}};
    return {std::move(pem), std::move(jwk)};
}

const Pair& rsa() {
    static const Pair pair = pair_of(KeyType::rsa, "r");
    return pair;
}
const Pair& curve() {
    static const Pair pair = pair_of(KeyType::p256, "c");
    return pair;
}

std::string token_of(const std::string& head, const std::string& payload, Algorithm algorithm,
                     const std::string& pem) {
    const std::string text = base64url(head) + '.' + base64url(payload);
    return text + '.' + base64url(crypto().sign(pem, algorithm, text));
}

std::string verdict(const std::string& token, const std::vector<Jwk>& keys) {
    return refusal([&] { static_cast<void>(verified(token, keys, every)); });
}

constexpr std::string_view good_claims =
    R"({"iss":"https://op","sub":"s1","aud":"me","iat":1000,"exp":1300,"nonce":"n"})";

std::string judged(std::string_view payload, std::int64_t now = 1100) {
    return refusal([&] {
        require(read_claims(payload), {.issuer = "https://op",
                                       .audience = "me",
                                       .nonce = "n",
                                       .now = Timestamp::from_seconds(now)});
    });
}

}  // namespace

TEST_CASE("base64url has one text for one value") {
    CHECK(base64url("") == "");
    CHECK(base64url("f") == "Zg");
    CHECK(base64url("fo") == "Zm8");
    CHECK(base64url("foo") == "Zm9v");
    CHECK(base64url("\xfb\xff") == "-_8");
    std::string all;
    for (int byte = 0; byte < 256; ++byte) {
        all.push_back(static_cast<char>(byte));
        CHECK(from_base64url(base64url(all)) == all);
    }
    for (const char* bad : {"Z", "Zg==", "Zg=", "Zh", "Zm9", "Z g", "-_8\n", "+/8", "Zm9vZ",
                            "\x95\xff\xf1\xf5", "Zm9\xf6"}) {
        INFO(bad);
        CHECK_FALSE(from_base64url(bad).has_value());
    }
}

TEST_CASE("the examples of RFC 7515 verify") {
    const auto keys =
        read_jwks(R"({"keys":[{"kty":"RSA","n":")" + std::string(rsa_n) + R"(","e":"AQAB"}]})");
    const std::string by_rsa =
        "eyJhbGciOiJSUzI1NiJ9." + std::string(example_payload) + "." + std::string(rsa_signature);
    CHECK(verified(by_rsa, keys, every).payload.starts_with("{\"iss\":\"joe\""));
    const std::vector<Jwk> curves{read_jwk(curve_key)};
    const std::string by_curve =
        "eyJhbGciOiJFUzI1NiJ9." + std::string(example_payload) + "." + std::string(curve_signature);
    CHECK(verified(by_curve, curves, every).header.algorithm == Algorithm::es256);
    CHECK(verdict(by_curve, keys) == "the token is signed with a key that is not known");
    CHECK(refusal([&] {
              static_cast<void>(verified(by_rsa, keys, std::array{Algorithm::es256}));
          }) == "the token is signed with RS256, which is not accepted here");
}

TEST_CASE("every algorithm signs and verifies, and no other key or algorithm does") {
    const Pair large = pair_of(KeyType::p384, "p");
    const std::vector<std::pair<Algorithm, const Pair*>> signers{{Algorithm::rs256, &rsa()},
                                                                 {Algorithm::ps256, &rsa()},
                                                                 {Algorithm::es256, &curve()},
                                                                 {Algorithm::es384, &large}};
    for (const auto& signer : signers) {
        const Header header{.algorithm = signer.first, .kid = {}, .type = "JWT"};
        const std::string token = signed_token("{}", header, signer.second->pem);
        for (const auto& other : signers) {
            INFO(name_of(signer.first), " with the key of ", name_of(other.first));
            const bool own = other.second == signer.second;
            CHECK((verdict(token, {other.second->jwk}) == "accepted") == own);
        }
    }
    CHECK_THROWS_AS(static_cast<void>(crypto().sign(rsa().pem, Algorithm::es256, "x")), Error);
    CHECK_THROWS_AS(static_cast<void>(crypto().sign("no key", Algorithm::es256, "x")), Error);
}

TEST_CASE("a token that is not what it seems is refused") {
    const std::vector<Jwk> keys{curve().jwk, rsa().jwk};
    const std::string good =
        token_of(R"({"alg":"ES256","kid":"c"})", "{}", Algorithm::es256, curve().pem);
    REQUIRE(verdict(good, keys) == "accepted");
    const auto dot = good.find('.');
    const auto last = good.rfind('.');
    const std::string signature = good.substr(last + 1);
    const std::string text = good.substr(0, last);
    const auto with_head = [&](const std::string& head) {
        return token_of(head, "{}", Algorithm::es256, curve().pem);
    };
    const std::string raw = *from_base64url(signature);
    std::vector<std::string> bad{
        "",
        ".",
        "..",
        "...",
        good + ".",
        good + "=",
        good + " ",
        "\n" + good,
        good + ".x.y",
        text,
        text + ".",
        text.substr(dot) + "." + signature,
        good.substr(0, good.size() - 1),
        text + "." + base64url(raw.substr(0, 63)),
        text + "." + base64url(raw + '\0'),
        text + "." + base64url(std::string(64, '\0')),
        text + "." + base64url(std::string(64, '\xff')),
        text + "." + base64url(raw.substr(32) + raw.substr(0, 32)),
        base64url(R"({"alg":"none"})") + "." + base64url("{}") + ".",
        base64url(R"({"alg":"none","kid":"c"})") + "." + base64url("{}") + "." + signature};
    for (const char* head : {R"({"alg":"HS256","kid":"c"})",
                             R"({"alg":"es256","kid":"c"})",
                             R"({"alg":"ES384","kid":"c"})",
                             R"({"alg":"RS256","kid":"c"})",
                             R"({"alg":"ES256","kid":"r"})",
                             R"({"alg":"ES256","kid":"x"})",
                             R"({"alg":"ES256","kid":"C"})",
                             R"({"alg":"ES256","kid":5})",
                             R"({"alg":["ES256"],"kid":"c"})",
                             R"({"kid":"c"})",
                             R"({"alg":"ES256","alg":"ES256","kid":"c"})",
                             R"({"alg":"none","alg":"ES256","kid":"c"})",
                             R"({"alg":"ES256","kid":"c","crit":["x"]})",
                             R"({"alg":"ES256","kid":"c","b64":false})",
                             R"({"alg":"ES256","kid":"c","enc":"A128GCM"})",
                             R"({"alg":"ES256","kid":"c","zip":"DEF"})",
                             R"({"alg":"ES256","kid":"c"} )"
                             "x",
                             R"(["ES256"])",
                             R"("ES256")",
                             "",
                             "{",
                             R"({"alg":"ES256\u0000","kid":"c"})"}) {
        bad.push_back(with_head(head));
    }
    std::string deep = R"({"alg":"ES256","kid":"c","x":)";
    for (int level = 0; level < 40; ++level) deep += '[';
    for (int level = 0; level < 40; ++level) deep += ']';
    bad.push_back(with_head(deep + "}"));
    bad.push_back(with_head(std::string(R"({"alg":"ES256","kid":"c"})") + '\0'));
    for (const std::string& token : bad) {
        INFO(token);
        CHECK(verdict(token, keys) != "accepted");
    }
    // Signed with the public key as if it were a secret: there is no algorithm that could.
    CHECK(verdict(with_head(R"({"alg":"HS256"})"), keys) == "the token is signed with 'HS256'");
    CHECK(verdict(good, {}) == "the token is signed with a key that is not known");
    CHECK(verdict(good, {curve().jwk, curve().jwk}) ==
          "the token does not say which of several keys signed it");
    CHECK(verdict(std::string(2'000'000, 'a'), keys) == "the token is too long");
    // Every single bit counts.
    for (std::size_t at = 0; at < good.size(); at += 7) {
        std::string changed = good;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        CHECK(verdict(changed, keys) != "accepted");
    }
}

TEST_CASE("sets of keys are read strictly, and what does not verify signatures is left out") {
    const std::string own = write_jwk(curve().jwk);
    CHECK(read_jwks(write_jwks({own, write_jwk(rsa().jwk)})).size() == 2);
    CHECK(read_jwk(own).kid == "c");
    const auto with = [&](const std::string& members) {
        return R"({"keys":[)" + own.substr(0, own.size() - 1) + "," + members + "}]}";
    };
    const std::string bare(curve_key);
    const auto bare_with = [&](const std::string& members) {
        return R"({"keys":[)" + bare.substr(0, bare.size() - 1) + "," + members + "}]}";
    };
    CHECK(read_jwks(bare_with(R"("alg":"ES256")")).size() == 1);
    CHECK(read_jwks(bare_with(R"("use":"enc")")).empty());
    CHECK(read_jwks(bare_with(R"("key_ops":["sign"])")).empty());
    CHECK(read_jwks(bare_with(R"("key_ops":["verify"])")).size() == 1);
    CHECK(read_jwks(bare_with(R"("alg":"ECDH-ES")")).empty());
    CHECK(read_jwks(R"({"keys":[{"kty":"oct","k":"c2VjcmV0"},{"kty":"OKP","crv":"Ed25519"}]})")
              .empty());
    CHECK(read_jwks(R"({"keys":[]})").empty());
    for (const std::string& bad :
         {std::string(), std::string("[]"), std::string("{}"), std::string(R"({"keys":{}})"),
          std::string(R"({"keys":[1]})"), std::string(R"({"keys":[{"kty":"RSA","n":"AQ=="}]})"),
          std::string(R"({"keys":[],"keys":[]})"), with(R"("kid":"c")"), with(R"("n":"AQ")") + "x",
          bare_with(R"("alg":"RS256")"), bare_with(R"("alg":1)"),
          bare_with(R"("key_ops":"verify")")}) {
        INFO(bad);
        CHECK(refusal([&] { static_cast<void>(read_jwks(bad)); }) != "accepted");
    }
    // RFC 7638 section 3.1.
    const PublicKey example{
        .type = KeyType::rsa,
        .n = *from_base64url(
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc"
            "_"
            "BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-"
            "65YGjQR0_"
            "FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrd"
            "kt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-"
            "kEgU8awapJzKnqDK"
            "gw"),
        .e = "\x01" + std::string(1, '\0') + "\x01"};
    CHECK(thumbprint(example) == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
}

TEST_CASE("a key that is none verifies nothing") {
    const std::string text = "x";
    const std::string signature = crypto().sign(curve().pem, Algorithm::es256, text);
    REQUIRE(crypto().verify(curve().jwk.key, Algorithm::es256, text, signature));
    PublicKey off = curve().jwk.key;
    off.y[5] = static_cast<char>(off.y[5] ^ 1);
    CHECK_FALSE(crypto().verify(off, Algorithm::es256, text, signature));
    PublicKey longer = curve().jwk.key;
    longer.x.insert(0, 1, '\0');
    CHECK_FALSE(crypto().verify(longer, Algorithm::es256, text, signature));
    PublicKey small{.type = KeyType::rsa, .n = rsa().jwk.key.n.substr(0, 128), .e = "\x03"};
    small.n.back() = '\x01';
    CHECK_FALSE(crypto().verify(small, Algorithm::rs256, text, std::string(128, '\1')));
    PublicKey one = rsa().jwk.key;
    one.e = "\x01";
    CHECK_FALSE(crypto().verify(one, Algorithm::rs256, text, std::string(384, '\1')));
    CHECK_FALSE(crypto().verify(PublicKey{}, Algorithm::rs256, text, ""));
}

TEST_CASE("claims must be whole, ours and of now") {
    CHECK(judged(good_claims) == "accepted");
    CHECK(judged(good_claims, 1419) == "accepted");
    CHECK(judged(good_claims, 1420) == "the token has expired");
    CHECK(judged(good_claims, 880) == "accepted");
    CHECK(judged(good_claims, 879) == "the token is of later than now");
    const auto changed = [](const std::string& from, const std::string& to) {
        std::string claims(good_claims);
        return judged(claims.replace(claims.find(from), from.size(), to));
    };
    CHECK(changed(R"("aud":"me")", R"("aud":["me"])") == "accepted");
    CHECK(changed(R"("aud":"me")", R"("aud":["me","x"],"azp":"me")") == "accepted");
    CHECK(changed(R"("aud":"me")", R"("aud":["me","x"])") ==
          "the token is meant for several and does not say for whom it was asked");
    CHECK(changed(R"("aud":"me")", R"("aud":"me","azp":"x")") ==
          "the token was asked for by another client");
    CHECK(changed("https://op", "https://op/") == "the token is of another issuer: 'https://op/'");
    CHECK(changed(R"("nonce":"n")", R"("nonce":"m")") == "the token answers another question");
    CHECK(changed(R"("nonce":"n")", R"("nbf":1220)") == "the token answers another question");
    CHECK(changed(R"("nonce":"n")", R"("nonce":"n","nbf":1221)") == "the token does not hold yet");
    for (const auto& wrong : std::vector<std::pair<std::string, std::string>>{
             {R"("aud":"me")", R"("aud":"you")"},
             {R"("aud":"me")", R"("aud":[])"},
             {R"("aud":"me")", R"("aud":["me",1])"},
             {R"("aud":"me")", R"("x":1)"},
             {R"("aud":"me")", R"("aud":"me","azp":"")"},
             {R"("aud":"me")", R"("aud":{"me":1})"},
             {"1300", "\"1300\""},
             {"1300", "-1"},
             {"1300", "1300.5"},
             {"1300", "1e400"},
             {"1300", "999"},
             {"1300", "99999999999999999999"},
             {"1000", "null"},
             {R"("sub":"s1")", R"("sub":"")"},
             {R"("sub":"s1")", R"("sub":1)"},
             {R"("sub":"s1")", R"("sub":"a b")"},
             {R"("sub":"s1")", R"("sub":"s1","sub":"s2")"},
             {R"("iss":"https://op",)", ""},
             {R"("exp":1300,)", ""},
             {R"("iat":1000,)", ""},
             {R"("sub":"s1",)", ""},
             {R"("nonce":"n")", R"("nonce":["n"])"},
             {"}", "} {}"}}) {
        INFO(wrong.first, " -> ", wrong.second);
        CHECK(changed(wrong.first, wrong.second) != "accepted");
    }
}
