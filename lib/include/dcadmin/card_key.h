// SPDX-License-Identifier: Apache-2.0
// Sign-in with an identity card (eID): the card signs a challenge with its authentication key, and
// the certificate tells the national number of its holder. Nothing has to be activated: whoever is
// in the store signs in with his own card, and its first use makes the key that `key list` shows.
#pragma once

#include <dcadmin/sign_in.h>

#include <functional>
#include <optional>
#include <string>

namespace dcadmin {

/// The reader, and whom its certificates are believed from.
struct CardReader {
    std::string module;      // the file that speaks PKCS#11: libbeidpkcs11.so.0
    std::string token = {};  // label of the card; empty: the only one
    std::string roots_file;  // PEM
    std::string intermediates_file = {};
    std::string ocsp_url = {};  // asked in place of what the certificates name
    std::string crl_url = {};
};

class DCADMIN_API CardKey {
   public:
    CardKey(const Env& env, CardReader reader) : env_(env), reader_(std::move(reader)) {}

    /// Writes the PIN into the empty text; `about` says of which card, and when it is the last try.
    using AskPin = std::function<void(const std::string& about, std::string& pin)>;

    /// not_allowed for a card that is not to be believed (signature, purpose, chain, dates,
    /// revocation), or whose holder is not in the store; sign_in for a wrong PIN; busy when nobody
    /// can tell whether it was revoked; failed without a reader or a card. Its first use is
    /// recorded in the system chain.
    [[nodiscard]] Proof prove(const AskPin& ask);

   private:
    const Env& env_;
    CardReader reader_;
};

}  // namespace dcadmin
