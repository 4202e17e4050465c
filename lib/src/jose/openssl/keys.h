// SPDX-License-Identifier: Apache-2.0
// Keys as OpenSSL has them: from their numbers, from PEM, new ones.
#pragma once

#include "jose/key.h"

#include <openssl/evp.h>

#include <memory>
#include <string>

namespace dcadmin::jose {

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;

/// Null when the numbers are no key that is accepted.
[[nodiscard]] Key key_of(const PublicKey& key);
/// Throws failed when the PEM is no private key, is encrypted, or is of a kind or size that is not
/// accepted.
[[nodiscard]] Key private_key(const std::string& pem);
[[nodiscard]] PublicKey public_half(EVP_PKEY* key);
[[nodiscard]] std::string new_private_key(KeyType type);

}  // namespace dcadmin::jose
