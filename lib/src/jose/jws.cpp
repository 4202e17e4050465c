// SPDX-License-Identifier: Apache-2.0
#include "jose/jws.h"

#include "base/guarded_json.h"
#include "jose/base64url.h"
#include "jose/crypto.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace dcadmin::jose {

namespace {

using nlohmann::json;

constexpr std::size_t longest_token = std::size_t{1024} * 1024;

[[noreturn]] void refuse(std::string_view why) {
    throw Error(Kind::integrity, say("the token {}", why));
}

struct Parts {
    std::string_view head, payload, signature;
    std::string_view signed_text;
};

Parts parts_of(std::string_view token) {
    if (token.size() > longest_token) refuse("is too long");
    if (std::ranges::count(token, '.') != 2) refuse("is not of three parts");
    const auto first = token.find('.');
    const auto second = token.find('.', first + 1);
    return {.head = token.substr(0, first),
            .payload = token.substr(first + 1, second - first - 1),
            .signature = token.substr(second + 1),
            .signed_text = token.substr(0, second)};
}

std::string decoded(std::string_view part, std::string_view what) {
    auto bytes = from_base64url(part);
    if (!bytes) refuse(say("has a {} that is not base64url", what));
    return *std::move(bytes);
}

std::string member(const json& header, const char* name) {
    const auto found = header.find(name);
    if (found == header.end()) return {};
    if (!found->is_string()) refuse(say("has a header whose {} is no text", name));
    return found->get<std::string>();
}

Header read_header(std::string_view part) {
    json header;
    const std::string text = decoded(part, "header");
    if (const auto problem = base::read_json(text, header); !problem.empty()) {
        refuse("has a header that " + problem);
    }
    if (!header.is_object()) refuse("has a header that is no object");
    // Extensions that must be understood, another payload, encryption: none of it is ours.
    for (const char* foreign : {"crit", "b64", "enc", "zip"}) {
        if (header.contains(foreign)) refuse(say("has a header with {}", foreign));
    }
    const std::string name = member(header, "alg");
    const auto algorithm = find_algorithm(name);
    if (!algorithm) refuse(say("is signed with {}", text::quoted(name)));
    return {.algorithm = *algorithm, .kid = member(header, "kid"), .type = member(header, "typ")};
}

bool is_for(const Jwk& key, const Header& header) {
    if (!header.kid.empty() && key.kid != header.kid) return false;
    return fits(key.key.type, header.algorithm) &&
           (!key.algorithm || *key.algorithm == header.algorithm);
}

}  // namespace

Header header_of(std::string_view token) {
    return read_header(parts_of(token).head);
}

bool has_key(const std::vector<Jwk>& keys, const Header& header) {
    return std::ranges::any_of(keys, [&](const Jwk& key) { return is_for(key, header); });
}

Jws verified(std::string_view token, const std::vector<Jwk>& keys,
             std::span<const Algorithm> accepted) {
    const Parts parts = parts_of(token);
    const Header header = read_header(parts.head);
    if (std::ranges::find(accepted, header.algorithm) == accepted.end()) {
        refuse(say("is signed with {}, which is not accepted here", name_of(header.algorithm)));
    }
    const Jwk* chosen = nullptr;
    for (const Jwk& key : keys) {
        if (!is_for(key, header)) continue;
        if (chosen != nullptr) refuse("does not say which of several keys signed it");
        chosen = &key;
    }
    if (chosen == nullptr) refuse("is signed with a key that is not known");
    const std::string signature = decoded(parts.signature, "signature");
    std::string payload = decoded(parts.payload, "payload");
    if (!crypto().verify(chosen->key, header.algorithm, parts.signed_text, signature)) {
        refuse("has a signature that does not verify");
    }
    return {.header = header, .payload = std::move(payload)};
}

std::string signed_token(std::string_view payload, const Header& header, const std::string& pem) {
    nlohmann::ordered_json head;
    head["alg"] = name_of(header.algorithm);
    if (!header.type.empty()) head["typ"] = header.type;
    if (!header.kid.empty()) head["kid"] = header.kid;
    const std::string text = base64url(head.dump()) + '.' + base64url(payload);
    return text + '.' + base64url(crypto().sign(pem, header.algorithm, text));
}

}  // namespace dcadmin::jose
