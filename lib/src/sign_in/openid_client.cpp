// SPDX-License-Identifier: Apache-2.0
#include "sign_in/openid_client.h"

#include "base/guarded_json.h"
#include "jose/base64url.h"
#include "jose/claims.h"
#include "jose/crypto.h"
#include "jose/jws.h"
#include "network/address.h"
#include "sign_in/secrets.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace dcadmin::sign_in {

namespace {

using nlohmann::json;

constexpr std::array accepted{jose::Algorithm::rs256, jose::Algorithm::ps256,
                              jose::Algorithm::es256, jose::Algorithm::es384};
constexpr std::size_t longest_answer = std::size_t{256} * 1024;
constexpr std::int64_t assertion_life = 120;

[[noreturn]] void refuse(std::string_view why) {
    throw Error(Kind::sign_in, say("the provider {}", why),
                "see whether its settings are right: dcadmin config list");
}

json object_from(std::string_view text, std::string_view what) {
    json value;
    if (const auto problem = base::read_json(text, value); !problem.empty()) {
        refuse(say("answers {} that {}", what, problem));
    }
    if (!value.is_object()) refuse(say("answers {} that is no object", what));
    return value;
}

std::string member(const json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) return {};
    if (!found->is_string()) refuse(say("answers a {} that is no text", name));
    return found->get<std::string>();
}

std::int64_t seconds_in(const json& object, const char* name, std::int64_t usual) {
    const auto found = object.find(name);
    if (found == object.end()) return usual;
    constexpr std::int64_t most = 3600;
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() > std::uint64_t{most}) {
        refuse(say("answers a {} that cannot be", name));
    }
    return found->get<std::int64_t>();
}

std::string address_in(const json& object, const char* name, bool needed) {
    std::string address = member(object, name);
    if (address.empty() && !needed) return address;
    if (!network::is_safe_url(address)) refuse(say("has no {} that is safe", name));
    return address;
}

bool lists(const json& object, const char* name, std::string_view word) {
    const auto found = object.find(name);
    return found != object.end() && found->is_array() &&
           std::ranges::find(*found, json(word)) != found->end();
}

// What a provider says in an error is shown, but only as a word.
std::string error_word(const network::HttpAnswer& answer) {
    json value;
    if (!base::read_json(answer.body, value).empty() || !value.is_object()) return {};
    const auto found = value.find("error");
    if (found == value.end() || !found->is_string()) return {};
    return found->get<std::string>();
}

void require_status(const network::HttpAnswer& answer, std::string_view what) {
    if (answer.status == 200) return;
    if (network::is_passing(answer.status)) {
        throw Error(Kind::busy, say("the provider answers {} {}", what, answer.status),
                    "try again later");
    }
    const std::string word = error_word(answer);
    refuse(say("refuses {}: {}{}", what, answer.status,
               word.empty() ? word : " " + text::quoted(word)));
}

void require_hash(const jose::Claims& claims, jose::Algorithm algorithm,
                  const std::string& access_token) {
    if (claims.access_hash.empty()) return;
    const std::string digest = jose::crypto().digest(algorithm, access_token);
    if (access_token.empty() ||
        claims.access_hash != jose::base64url(digest.substr(0, digest.size() / 2))) {
        throw Error(Kind::integrity, "the token belongs to another access token");
    }
}

bool is_identity_type(const std::string& type) {
    return type.empty() || text::ascii_lower(type) == "jwt";
}

}  // namespace

OpenidEndpoints read_endpoints(std::string_view answer, const std::string& issuer) {
    const json found = object_from(answer, "a description");
    if (member(found, "issuer") != issuer) {
        refuse(say("describes another issuer: {}", text::quoted(member(found, "issuer"))));
    }
    constexpr const char* methods = "token_endpoint_auth_methods_supported";
    const auto names = found.find("authorization_response_iss_parameter_supported");
    return {.authorization = address_in(found, "authorization_endpoint", true),
            .token = address_in(found, "token_endpoint", true),
            .keys = address_in(found, "jwks_uri", true),
            .device = address_in(found, "device_authorization_endpoint", false),
            .secret_in_body = lists(found, methods, "client_secret_post") &&
                              !lists(found, methods, "client_secret_basic"),
            .names_issuer = names != found.end() && *names == json(true)};
}

OpenidClient::OpenidClient(const Env& env, const OpenidProvider& provider)
    : env_(env), provider_(provider), http_(network::open_http()) {
    std::string base = provider.issuer;
    if (base.ends_with('/')) base.pop_back();
    const auto answer = send({.url = base + "/.well-known/openid-configuration", .get = true});
    require_status(answer, "its description");
    endpoints_ = read_endpoints(answer.body, provider.issuer);
}

network::HttpAnswer OpenidClient::send(network::HttpRequest request) {
    request.headers.emplace_back("Accept: application/json");
    request.ca_file = provider_.ca_file;
    request.longest_answer = longest_answer;
    return http_->post(request);
}

// The name of this client, proven with its key, its secret, or not at all.
network::HttpAnswer OpenidClient::post(const std::string& url, Form form) {
    network::HttpRequest request{.url = url};
    request.headers.emplace_back("Content-Type: application/x-www-form-urlencoded");
    if (!provider_.client_key.empty()) {
        form.emplace_back("client_id", provider_.client_id);
        form.emplace_back("client_assertion_type",
                          "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.emplace_back("client_assertion", client_assertion());
    } else if (!provider_.client_secret.empty() && !endpoints_.secret_in_body) {
        request.headers.push_back("Authorization: Basic " +
                                  basic_credentials(provider_.client_id, provider_.client_secret));
    } else {
        form.emplace_back("client_id", provider_.client_id);
        if (!provider_.client_secret.empty()) {
            form.emplace_back("client_secret", provider_.client_secret);
        }
    }
    request.body = form_text(form);
    return send(std::move(request));
}

// Once, for two minutes, for the token endpoint alone (RFC 7523 section 3).
std::string OpenidClient::client_assertion() const {
    const std::int64_t now = env_.clock.now().seconds();
    const json claims{{"iss", provider_.client_id},
                      {"sub", provider_.client_id},
                      {"aud", endpoints_.token},
                      {"jti", random_word()},
                      {"iat", now},
                      {"exp", now + assertion_life}};
    const bool rsa = jose::crypto().public_of(provider_.client_key).type == jose::KeyType::rsa;
    const jose::Header header{.algorithm = rsa ? jose::Algorithm::rs256 : jose::Algorithm::es256,
                              .kid = provider_.client_key_id,
                              .type = "JWT"};
    return jose::signed_token(claims.dump(), header, provider_.client_key);
}

OpenidTokens OpenidClient::tokens_from(const network::HttpAnswer& answer) {
    require_status(answer, "tokens");
    const json found = object_from(answer.body, "tokens");
    OpenidTokens tokens{.id_token = member(found, "id_token"),
                        .access_token = member(found, "access_token")};
    if (tokens.id_token.empty()) refuse("answers no identity token");
    return tokens;
}

OpenidTokens OpenidClient::redeem(const std::string& code, const std::string& redirect,
                                  const std::string& verifier) {
    return tokens_from(post(endpoints_.token, {{"grant_type", "authorization_code"},
                                               {"code", code},
                                               {"redirect_uri", redirect},
                                               {"code_verifier", verifier}}));
}

DeviceCode OpenidClient::device_code() {
    if (endpoints_.device.empty()) {
        throw Error(Kind::rule, "the provider offers no sign-in on another device",
                    "set key.itsme.flow to code");
    }
    Form form{{"scope", provider_.scope}};
    if (!provider_.acr_values.empty()) form.emplace_back("acr_values", provider_.acr_values);
    const auto answer = post(endpoints_.device, std::move(form));
    require_status(answer, "a code for a device");
    const json found = object_from(answer.body, "a code for a device");
    DeviceCode device{.code = member(found, "device_code"),
                      .user_code = member(found, "user_code"),
                      .address = member(found, "verification_uri"),
                      .whole_address = member(found, "verification_uri_complete"),
                      .expires_in = seconds_in(found, "expires_in", 600),
                      .interval = std::max<std::int64_t>(seconds_in(found, "interval", 5), 1)};
    if (device.code.empty() || device.user_code.empty() || !network::is_safe_url(device.address)) {
        refuse("answers no code for a device");
    }
    return device;
}

std::optional<OpenidTokens> OpenidClient::poll(const DeviceCode& device, std::int64_t& interval) {
    const auto answer =
        post(endpoints_.token, {{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"},
                                {"device_code", device.code}});
    if (answer.status == 200) return tokens_from(answer);
    const std::string word = error_word(answer);
    constexpr std::int64_t slower = 5;
    if (word == "slow_down") interval += slower;
    if (word == "slow_down" || word == "authorization_pending") return std::nullopt;
    return tokens_from(answer);
}

void OpenidClient::read_keys() {
    const auto answer = send({.url = endpoints_.keys, .get = true});
    require_status(answer, "its keys");
    keys_ = jose::read_jwks(answer.body);
}

// Keys are read once; once more when the token names one that is not among them.
std::string OpenidClient::subject(const OpenidTokens& tokens,
                                  const std::optional<std::string>& nonce) {
    try {
        const jose::Header header = jose::header_of(tokens.id_token);
        for (int reading = 0; reading < 2 && !jose::has_key(keys_, header); ++reading) read_keys();
        if (!is_identity_type(header.type)) {
            throw Error(Kind::integrity, "the token is no identity token");
        }
        const jose::Jws token = jose::verified(tokens.id_token, keys_, accepted);
        const jose::Claims claims = jose::read_claims(token.payload);
        jose::require(claims, {.issuer = provider_.issuer,
                               .audience = provider_.client_id,
                               .nonce = nonce,
                               .now = env_.clock.now()});
        require_hash(claims, header.algorithm, tokens.access_token);
        const auto asked = text::split(provider_.acr_values, ' ');
        if (!provider_.acr_values.empty() &&
            std::ranges::find(asked, std::string_view(claims.context)) == asked.end()) {
            throw Error(Kind::integrity, "the token is of another level than was asked");
        }
        return claims.subject;
    } catch (const Error& error) {
        if (error.kind() != Kind::integrity) throw;
        throw Error(Kind::sign_in,
                    say("the provider's answer is not accepted: {}", error.message()),
                    "begin again; tell whoever runs the provider when it stays so");
    }
}

}  // namespace dcadmin::sign_in
