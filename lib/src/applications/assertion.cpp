// SPDX-License-Identifier: Apache-2.0
#include "applications/assertion.h"

#include "base/hex.h"

#include <fmt/format.h>
#include <sodium.h>
#include <nlohmann/json.hpp>

#include <array>

namespace dcadmin::applications {

namespace {

using Tag = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

Tag tag_of(std::string_view key, std::string_view what, std::int64_t person) {
    const std::string text = fmt::format("assertion {} p-{}", what, person);
    crypto_auth_hmacsha256_state state{};
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()),
                                key.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()),
                                  text.size());
    Tag tag{};
    crypto_auth_hmacsha256_final(&state, tag.data());
    return tag;
}

}  // namespace

std::string role_name(std::string_view right_code) {
    std::string name;
    bool begins = true;
    for (const char c : right_code) {
        const bool word =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (word) {
            name.push_back(begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
        }
        begins = !word;
    }
    return name;
}

std::string role_value(std::string_view right_code, std::string_view context,
                       std::string_view organisation) {
    const std::string name = role_name(right_code);
    if (context.empty()) return fmt::format("{}:{}", name, organisation);
    return fmt::format("{}-{}:{}", name, context, organisation);
}

std::string key_name(std::string_view kind) {
    std::string_view word = kind;
    if (kind == "app") word = "csamtotp";
    if (kind == "sms") word = "csamsms";
    if (kind == "token") word = "csamtoken";
    if (kind == "password") word = "csampassword";
    return fmt::format("urn:be:vlaanderen:authmech:{}", word);
}

std::string subject_of(std::string_view person_key, std::int64_t person) {
    constexpr std::size_t bytes = 20;
    return base::hex_of_array(tag_of(person_key, "sub", person)).substr(0, 2 * bytes);
}

std::string uuid_of(std::string_view person_key, std::int64_t person) {
    Tag tag = tag_of(person_key, "vo_id", person);
    tag[6] = static_cast<unsigned char>((tag[6] & 0x0fU) | 0x80U);  // RFC 9562: of own making
    tag[8] = static_cast<unsigned char>((tag[8] & 0x3fU) | 0x80U);
    const std::string all = base::hex_of_array(tag).substr(0, 32);
    return fmt::format("{}-{}-{}-{}-{}", all.substr(0, 8), all.substr(8, 4), all.substr(12, 4),
                       all.substr(16, 4), all.substr(20));
}

std::string new_assertion_id() {
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return base::hex_of_array(bytes);
}

std::string payload_of(const AssertionFacts& facts) {
    nlohmann::ordered_json claims;
    claims["iss"] = facts.issuer;
    claims["sub"] = facts.subject;
    claims["aud"] = facts.client;
    claims["azp"] = facts.client;
    claims["iat"] = facts.issued_at;
    claims["exp"] = facts.expires_at;
    claims["auth_time"] = facts.proved_at;
    claims["jti"] = facts.id;
    if (!facts.nonce.empty()) claims["nonce"] = facts.nonce;
    claims["acr"] = key_name(facts.key);
    claims["given_name"] = facts.given_name;
    claims["family_name"] = facts.family_name;
    if (!facts.national_number.empty()) claims["rrn"] = facts.national_number;
    claims["vo_id"] = facts.person_id;
    claims["vo_email"] = facts.email;
    claims["vo_doelgroepcode"] = facts.audience;
    claims["vo_doelgroepnaam"] = facts.audience_name;
    claims["vo_orgcode"] = facts.organisation;
    claims["vo_orgnaam"] = facts.organisation_name;
    claims[facts.claim] = facts.roles;
    return claims.dump();
}

}  // namespace dcadmin::applications
