// SPDX-License-Identifier: Apache-2.0
// What is said to a provider of OpenID Connect and what it answers, each checked strictly: where
// its endpoints are, which keys sign its tokens, and who signed in.
#pragma once

#include "jose/jwk.h"
#include "network/http.h"
#include "sign_in/openid_text.h"

#include <dcadmin/openid_key.h>

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::sign_in {

struct OpenidEndpoints {
    std::string authorization;
    std::string token;
    std::string keys;
    std::string device;           // empty: not offered
    bool secret_in_body = false;  // the client's secret is not taken in a header
    bool names_issuer = false;    // its answers say who gives them (RFC 9207)
};

struct DeviceCode {
    std::string code;
    std::string user_code;
    std::string address;
    std::string whole_address;  // with the code in it; may be empty
    std::int64_t expires_in = 0;
    std::int64_t interval = 5;
};

/// Tokens as the provider sent them: nothing is verified yet.
struct OpenidTokens {
    std::string id_token;
    std::string access_token;
};

class OpenidClient {
   public:
    /// Asks the provider where things are. Throws sign_in when it does not answer as it must; busy
    /// when it cannot be reached.
    OpenidClient(const Env& env, const OpenidProvider& provider);

    [[nodiscard]] const OpenidEndpoints& endpoints() const { return endpoints_; }
    [[nodiscard]] OpenidTokens redeem(const std::string& code, const std::string& redirect,
                                      const std::string& verifier);
    /// Throws rule when the provider does not offer it.
    [[nodiscard]] DeviceCode device_code();
    /// The tokens; none while the person is not done, when `interval` is what to wait.
    [[nodiscard]] std::optional<OpenidTokens> poll(const DeviceCode& device,
                                                   std::int64_t& interval);
    /// Who signed in. Throws sign_in unless the token is signed by a key of the provider, for this
    /// client, in answer to `nonce`, now, and as was asked.
    [[nodiscard]] std::string subject(const OpenidTokens& tokens,
                                      const std::optional<std::string>& nonce);

   private:
    [[nodiscard]] network::HttpAnswer send(network::HttpRequest request);
    [[nodiscard]] network::HttpAnswer post(const std::string& url, Form form);
    [[nodiscard]] OpenidTokens tokens_from(const network::HttpAnswer& answer);
    [[nodiscard]] std::string client_assertion() const;
    void read_keys();

    const Env& env_;
    const OpenidProvider& provider_;
    std::unique_ptr<network::HttpClient> http_;
    OpenidEndpoints endpoints_;
    std::vector<jose::Jwk> keys_;
};

/// Reads a provider's description. Throws sign_in unless it is of exactly that issuer and its
/// addresses are safe.
[[nodiscard]] OpenidEndpoints read_endpoints(std::string_view answer, const std::string& issuer);

}  // namespace dcadmin::sign_in
