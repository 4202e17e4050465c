// SPDX-License-Identifier: Apache-2.0
// Public keys in JSON (RFC 7517): reading the sets of providers, writing our own.
#pragma once

#include "jose/key.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::jose {

struct Jwk {
    PublicKey key;
    std::string kid = {};
    std::optional<Algorithm> algorithm = {};  // the only one that it is for; none: any that fits
};

/// The keys of a set that verify signatures. Left out are those of other kinds and uses (`use`,
/// `key_ops`, `alg`). Throws integrity for what is no set, and for a key that contradicts itself.
[[nodiscard]] std::vector<Jwk> read_jwks(std::string_view text);
/// One key. Throws integrity as read_jwks(), and for one that is left out there.
[[nodiscard]] Jwk read_jwk(std::string_view text);
/// With `use`, for verifying signatures; members in a fixed order.
[[nodiscard]] std::string write_jwk(const Jwk& key);
/// The set of keys that write_jwk() wrote.
[[nodiscard]] std::string write_jwks(const std::vector<std::string>& keys);
/// RFC 7638: a name that only this key has.
[[nodiscard]] std::string thumbprint(const PublicKey& key);

}  // namespace dcadmin::jose
