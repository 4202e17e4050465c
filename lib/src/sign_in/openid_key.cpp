// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/openid_key.h>

#include "network/address.h"
#include "network/http.h"
#include "persons/find.h"
#include "sign_in/credentials.h"
#include "sign_in/kinds.h"
#include "sign_in/openid_client.h"
#include "sign_in/openid_listener.h"
#include "sign_in/openid_text.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace dcadmin {

namespace {

using namespace sign_in;  // the rest of this context

constexpr std::string_view kind = "itsme";

std::string address_to_open(const OpenidProvider& provider, const OpenidClient& client,
                            const Form& form) {
    Form all{{"client_id", provider.client_id},
             {"response_type", "code"},
             {"scope", provider.scope},
             {"code_challenge_method", "S256"},
             {"prompt", "login"}};
    if (!provider.acr_values.empty()) all.emplace_back("acr_values", provider.acr_values);
    all.insert(all.end(), form.begin(), form.end());
    return client.endpoints().authorization + '?' + form_text(all);
}

// The code of an answer that came with the right state.
std::string code_from(const std::string& query, const OpenidProvider& provider,
                      const OpenidEndpoints& endpoints) {
    const std::string issuer = query_value(query, "iss");
    if (issuer != provider.issuer && (endpoints.names_issuer || !issuer.empty())) {
        throw Error(Kind::sign_in, "the answer came from another provider", "begin again");
    }
    if (const std::string error = query_value(query, "error"); !error.empty()) {
        throw Error(Kind::sign_in, say("the provider did not sign in: {}", text::quoted(error)),
                    "begin again");
    }
    std::string code = query_value(query, "code");
    if (code.empty()) throw Error(Kind::sign_in, "the provider answers no code", "begin again");
    return code;
}

std::string by_code(OpenidClient& client, const OpenidProvider& provider,
                    const OpenidKey::Tell& tell) {
    OpenidListener listener(provider.redirect_port);
    const std::string state = random_word();
    const std::string nonce = random_word();
    const std::string verifier = random_word();
    tell(address_to_open(provider, client,
                         {{"redirect_uri", listener.redirect()},
                          {"state", state},
                          {"nonce", nonce},
                          {"code_challenge", challenge_of(verifier)}}));
    const std::string query = listener.wait(state, provider.wait_ms);
    const std::string code = code_from(query, provider, client.endpoints());
    return client.subject(client.redeem(code, listener.redirect(), verifier), nonce);
}

std::string by_device(OpenidClient& client, const OpenidProvider& provider,
                      const OpenidKey::Tell& tell) {
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    const DeviceCode device = client.device_code();
    tell(fmt::format("{} ({})", device.address, text::escaped(device.user_code)));
    std::int64_t interval = device.interval;
    const auto patience =
        std::min<milliseconds>(milliseconds(provider.wait_ms), seconds(device.expires_in));
    const auto end = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() + seconds(interval) < end) {
        std::this_thread::sleep_for(seconds(interval));
        if (const auto tokens = client.poll(device, interval)) {
            return client.subject(*tokens, std::nullopt);
        }
    }
    throw Error(Kind::sign_in, "nobody signed in at the provider in time", "begin again");
}

}  // namespace

OpenidKey::OpenidKey(const Env& env, OpenidProvider provider)
    : env_(env), provider_(std::move(provider)) {
    if (!network::is_safe_url(provider_.issuer)) {
        throw Error(Kind::usage,
                    provider_.issuer.empty()
                        ? std::string("no provider of OpenID is named")
                        : say("{} cannot be a provider", text::quoted(provider_.issuer)),
                    "name it: dcadmin config set key.itsme.issuer https://HOST/PATH",
                    "key.itsme.issuer");
    }
    if (provider_.client_id.empty()) {
        throw Error(Kind::usage, "the provider's name for this program is missing",
                    "name it: dcadmin config set key.itsme.client_id NAME", "key.itsme.client_id");
    }
    const auto scopes = text::split(provider_.scope, ' ');
    if (std::ranges::find(scopes, std::string_view("openid")) == scopes.end()) {
        throw Error(Kind::usage, "the scope has no 'openid' in it", {}, "key.itsme.scope");
    }
    if (provider_.redirect_port < 0 || provider_.redirect_port > 65'535) {
        throw Error(Kind::usage, say("{} is no port", provider_.redirect_port), {},
                    "key.itsme.redirect_port");
    }
}

// "ISSUER SUB": a subject is unique within its issuer alone.
std::string OpenidKey::signed_in(const Tell& tell) {
    OpenidClient client(env_, provider_);
    const std::string subject =
        provider_.device ? by_device(client, provider_, tell) : by_code(client, provider_, tell);
    return provider_.issuer + ' ' + subject;
}

Written<Key> OpenidKey::activate(const PersonRef& person, const Tell& tell,
                                 const std::string& reason) {
    const std::string why = text::clean(reason, "reason");
    const auto identified = [&](store::Tx& tx, std::int64_t id) {
        static_cast<void>(new_kind(tx.db(), kind, tx.today()));
        require_none(tx, kind, id);
        return identified_by(tx, id);
    };
    // Before anybody is sent to a browser, and again when the link is kept.
    const std::int64_t id = store::write_result(env_, [&](store::Tx& tx) {
        const std::int64_t found = persons::get_id(tx, person);
        static_cast<void>(identified(tx, found));
        return found;
    });
    const std::string handle = signed_in(tell);
    return store::write_result(env_, [&](store::Tx& tx) {
        const std::string how = identified(tx, id);
        if (find_credential(tx.db(), kind, handle)) {
            throw Error(Kind::conflict,
                        "this account of the provider is linked with a person already",
                        "sign in there as somebody else, or retire that key: dcadmin key retire");
        }
        const std::int64_t key = add_credential(
            tx,
            {.person = id, .kind = kind, .handle = handle, .identified_by = how, .reason = why});
        return Written<Key>{.changed = true,
                            .item = get_key(tx.db(), KeyId::from_stored(key), tx.now()),
                            .remark = {}};
    });
}

Proof OpenidKey::prove(const Tell& tell) {
    static_cast<void>(usable_kind(env_.store.db(), kind, env_.clock.today()));
    const std::string handle = signed_in(tell);
    const auto found = find_credential(env_.store.db(), kind, handle);
    if (!found) throw not_right();
    return Proofs::of(env_, *found);
}

}  // namespace dcadmin
