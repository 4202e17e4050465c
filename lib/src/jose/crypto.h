// SPDX-License-Identifier: Apache-2.0
// Signing and verifying. The arithmetic is OpenSSL's, in a module of its own that is loaded when a
// first token is met, so that nobody else starts with it.
#pragma once

#include "jose/key.h"

#include <memory>
#include <string>
#include <string_view>

namespace dcadmin::jose {

class Crypto {
   public:
    virtual ~Crypto() = default;
    /// False for a key that is none (a point off its curve, a modulus under 2048 bits), a signature
    /// of another length than the key's, and one that does not verify.
    [[nodiscard]] virtual bool verify(const PublicKey& key, Algorithm algorithm,
                                      std::string_view text, std::string_view signature) = 0;
    /// With a private key in PEM. Throws failed when it cannot be read, is encrypted, or is not for
    /// the algorithm; the key itself is in no message.
    [[nodiscard]] virtual std::string sign(const std::string& pem, Algorithm algorithm,
                                           std::string_view text) = 0;
    /// The public half. Throws failed as sign().
    [[nodiscard]] virtual PublicKey public_of(const std::string& pem) = 0;
    /// A new private key as PKCS#8 in PEM; of RSA with 3072 bits.
    [[nodiscard]] virtual std::string generate(KeyType type) = 0;
    /// The hash that the algorithm signs.
    [[nodiscard]] virtual std::string digest(Algorithm algorithm, std::string_view text) = 0;
};

/// What the library and the module say to each other; as network/http.h.
struct JoseModule {
    const char* version;
    std::unique_ptr<Crypto> (*open)();
};
constexpr const char* jose_entry = "dcadmin_jose_module";

/// Loads the module when nobody did yet. Throws failed when it is not installed.
[[nodiscard]] Crypto& crypto();

}  // namespace dcadmin::jose
