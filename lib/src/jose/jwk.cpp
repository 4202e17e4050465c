// SPDX-License-Identifier: Apache-2.0
#include "jose/jwk.h"

#include "base/guarded_json.h"
#include "jose/base64url.h"
#include "jose/crypto.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace dcadmin::jose {

namespace {

using nlohmann::json;

constexpr std::size_t most_keys = 100;

[[noreturn]] void refuse(std::string_view why) {
    throw Error(Kind::integrity, say("a key of the set {}", why));
}

// Text members that are not there are empty; one of another type is refused.
std::string member(const json& key, const char* name) {
    const auto found = key.find(name);
    if (found == key.end()) return {};
    if (!found->is_string()) refuse(say("has a member {} that is no text", name));
    return found->get<std::string>();
}

std::string number(const json& key, const char* name) {
    auto bytes = from_base64url(member(key, name));
    if (!bytes || bytes->empty()) refuse(say("has no number {}", name));
    return *std::move(bytes);
}

// Whether it is there to verify signatures, as far as it says.
bool for_verifying(const json& key) {
    const std::string use = member(key, "use");
    if (!use.empty() && use != "sig") return false;
    const auto operations = key.find("key_ops");
    if (operations == key.end()) return true;
    if (!operations->is_array()) refuse("has key_ops that are no list");
    return std::ranges::find(*operations, json("verify")) != operations->end();
}

std::optional<PublicKey> public_key(const json& key) {
    const std::string type = member(key, "kty");
    if (type == "RSA") {
        return PublicKey{.type = KeyType::rsa, .n = number(key, "n"), .e = number(key, "e")};
    }
    if (type != "EC") return std::nullopt;
    const std::string curve = member(key, "crv");
    if (curve != "P-256" && curve != "P-384") return std::nullopt;
    return PublicKey{.type = curve == "P-256" ? KeyType::p256 : KeyType::p384,
                     .n = {},
                     .e = {},
                     .x = number(key, "x"),
                     .y = number(key, "y")};
}

std::optional<Jwk> jwk_from(const json& key) {
    if (!key.is_object()) refuse("is no object");
    if (!for_verifying(key)) return std::nullopt;
    auto found = public_key(key);
    if (!found) return std::nullopt;
    Jwk jwk{.key = *std::move(found), .kid = member(key, "kid"), .algorithm = {}};
    const std::string name = member(key, "alg");
    if (name.empty()) return jwk;
    jwk.algorithm = find_algorithm(name);
    if (!jwk.algorithm) return std::nullopt;
    if (!fits(jwk.key.type, *jwk.algorithm)) refuse("has an algorithm that it is not for");
    return jwk;
}

json parsed(std::string_view text) {
    json value;
    if (const auto problem = base::read_json(text, value); !problem.empty()) {
        throw Error(Kind::integrity, say("the set of keys {}", problem));
    }
    return value;
}

std::string_view curve_name(KeyType type) {
    return type == KeyType::p384 ? "P-384" : "P-256";
}

}  // namespace

std::vector<Jwk> read_jwks(std::string_view text) {
    const json set = parsed(text);
    const auto keys = set.is_object() ? set.find("keys") : set.end();
    if (keys == set.end() || !keys->is_array()) {
        throw Error(Kind::integrity, "the set of keys has no list of keys");
    }
    if (keys->size() > most_keys) {
        throw Error(Kind::integrity, say("the set has more than {} keys", most_keys));
    }
    std::vector<Jwk> all;
    for (const json& key : *keys) {
        if (auto jwk = jwk_from(key)) all.push_back(*std::move(jwk));
    }
    return all;
}

Jwk read_jwk(std::string_view text) {
    auto jwk = jwk_from(parsed(text));
    if (!jwk) refuse("is not for verifying signatures");
    return *std::move(jwk);
}

std::string write_jwk(const Jwk& jwk) {
    nlohmann::ordered_json key;
    const bool rsa = jwk.key.type == KeyType::rsa;
    key["kty"] = rsa ? "RSA" : "EC";
    if (rsa) {
        key["n"] = base64url(jwk.key.n);
        key["e"] = base64url(jwk.key.e);
    } else {
        key["crv"] = curve_name(jwk.key.type);
        key["x"] = base64url(jwk.key.x);
        key["y"] = base64url(jwk.key.y);
    }
    key["use"] = "sig";
    if (jwk.algorithm) key["alg"] = name_of(*jwk.algorithm);
    if (!jwk.kid.empty()) key["kid"] = jwk.kid;
    return key.dump();
}

std::string write_jwks(const std::vector<std::string>& keys) {
    return fmt::format(R"({{"keys":[{}]}})", fmt::join(keys, ","));
}

std::string thumbprint(const PublicKey& key) {
    const std::string members =
        key.type == KeyType::rsa
            ? fmt::format(R"({{"e":"{}","kty":"RSA","n":"{}"}})", base64url(key.e),
                          base64url(key.n))
            : fmt::format(R"({{"crv":"{}","kty":"EC","x":"{}","y":"{}"}})", curve_name(key.type),
                          base64url(key.x), base64url(key.y));
    return base64url(crypto().digest(Algorithm::es256, members));
}

}  // namespace dcadmin::jose
