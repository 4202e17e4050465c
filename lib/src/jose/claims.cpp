// SPDX-License-Identifier: Apache-2.0
#include "jose/claims.h"

#include "base/guarded_json.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace dcadmin::jose {

namespace {

using nlohmann::json;

// Moments are seconds; beyond the year 9999 nothing can be meant.
constexpr std::int64_t last_second = 253'402'300'799;
constexpr std::size_t longest_subject = 255;

[[noreturn]] void refuse(std::string_view why) {
    throw Error(Kind::integrity, say("the token {}", why));
}

std::string text_claim(const json& claims, const char* name) {
    const auto found = claims.find(name);
    if (found == claims.end()) return {};
    if (!found->is_string()) refuse(say("has a claim {} that is no text", name));
    return found->get<std::string>();
}

std::string needed_text(const json& claims, const char* name) {
    std::string value = text_claim(claims, name);
    if (value.empty()) refuse(say("has no claim {}", name));
    return value;
}

std::optional<std::int64_t> moment(const json& claims, const char* name) {
    const auto found = claims.find(name);
    if (found == claims.end()) return std::nullopt;
    const bool whole = found->is_number_unsigned();
    if (!whole || found->get<std::uint64_t>() > static_cast<std::uint64_t>(last_second)) {
        refuse(say("has a claim {} that is no moment", name));
    }
    return found->get<std::int64_t>();
}

std::int64_t needed_moment(const json& claims, const char* name) {
    const auto found = moment(claims, name);
    if (!found) refuse(say("has no claim {}", name));
    return *found;
}

std::vector<std::string> audiences_of(const json& claims) {
    const auto found = claims.find("aud");
    if (found == claims.end()) refuse("has no claim aud");
    if (found->is_string()) return {found->get<std::string>()};
    if (!found->is_array() || found->empty()) refuse("has a claim aud that is no text or list");
    std::vector<std::string> all;
    for (const json& one : *found) {
        if (!one.is_string()) refuse("has a claim aud that is no text or list");
        all.push_back(one.get<std::string>());
    }
    return all;
}

}  // namespace

Claims read_claims(std::string_view payload) {
    json claims;
    if (const auto problem = base::read_json(payload, claims); !problem.empty()) {
        refuse("has a payload that " + problem);
    }
    if (!claims.is_object()) refuse("has a payload that is no object");
    Claims read{.issuer = needed_text(claims, "iss"),
                .subject = needed_text(claims, "sub"),
                .audiences = audiences_of(claims),
                .party = text_claim(claims, "azp"),
                .issued_at = needed_moment(claims, "iat"),
                .expires_at = needed_moment(claims, "exp"),
                .not_before = moment(claims, "nbf"),
                .nonce = text_claim(claims, "nonce"),
                .context = text_claim(claims, "acr"),
                .access_hash = text_claim(claims, "at_hash")};
    if (claims.contains("azp") && read.party.empty()) refuse("has a claim azp that is empty");
    const bool plain = std::ranges::all_of(read.subject, [](char c) { return c > ' ' && c < 127; });
    if (!plain || read.subject.size() > longest_subject) refuse("has a claim sub that cannot be");
    return read;
}

void require(const Claims& claims, const Expected& expected) {
    if (claims.issuer != expected.issuer) {
        refuse(say("is of another issuer: {}", text::quoted(claims.issuer)));
    }
    if (std::ranges::find(claims.audiences, expected.audience) == claims.audiences.end()) {
        refuse("is not meant for this client");
    }
    if (claims.audiences.size() > 1 && claims.party.empty()) {
        refuse("is meant for several and does not say for whom it was asked");
    }
    if (!claims.party.empty() && claims.party != expected.audience) {
        refuse("was asked for by another client");
    }
    const std::int64_t now = expected.now.seconds();
    if (claims.expires_at + most_skew <= now) refuse("has expired");
    if (claims.issued_at - most_skew > now) refuse("is of later than now");
    if (claims.expires_at < claims.issued_at) refuse("expires before it was issued");
    if (claims.not_before && *claims.not_before - most_skew > now) refuse("does not hold yet");
    if (expected.nonce && claims.nonce != *expected.nonce) refuse("answers another question");
}

}  // namespace dcadmin::jose
