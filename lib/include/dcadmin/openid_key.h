// SPDX-License-Identifier: Apache-2.0
// Digital keys of a provider outside (itsme, or any provider of OpenID Connect): the person signs
// in there in his browser, and the provider tells who that was in a signed token. Which person of
// the store that is, is linked once, after an identity check; the link is the provider's address
// and the name that it never gives to another. Two flows: a code that comes back to this very
// machine, with PKCE; and for machines without a browser a code that is typed elsewhere.
#pragma once

#include <dcadmin/sign_in.h>

#include <functional>
#include <string>

namespace dcadmin {

struct OpenidProvider {
    std::string issuer;
    std::string client_id;
    std::string client_secret = {};  // one of the two, or none for a public client
    std::string client_key = {};     // PEM, for private_key_jwt
    std::string client_key_id = {};  // what the provider knows that key as
    std::string scope = "openid";
    std::string acr_values = {};  // levels of sign-in that are asked; another one is refused
    std::string ca_file = {};
    int redirect_port = 0;  // of 127.0.0.1; 0: any
    bool device = false;    // by a code that is typed elsewhere
    int wait_ms = 180'000;  // for the person
};

class DCADMIN_API OpenidKey {
   public:
    /// usage for an address that is neither https nor on this machine, and without a client.
    OpenidKey(const Env& env, OpenidProvider provider);

    /// Takes what the person is to be told: an address to open, and perhaps a code to type there.
    using Tell = std::function<void(const std::string& text)>;

    /// Links the person with whoever signs in at the provider now. Refused as Keys says; sign_in
    /// when the provider's answer does not verify or nobody signed in in time; conflict when that
    /// account is linked already. Recorded in the system chain, without the account's name.
    Written<Key> activate(const PersonRef& person, const Tell& tell, const std::string& reason);
    /// sign_in as above; not_allowed for an account that is linked with nobody, in the words of
    /// every key that is not right.
    [[nodiscard]] Proof prove(const Tell& tell);

   private:
    [[nodiscard]] std::string signed_in(const Tell& tell);

    const Env& env_;
    OpenidProvider provider_;
};

}  // namespace dcadmin
