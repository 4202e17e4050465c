// SPDX-License-Identifier: Apache-2.0
// Signed texts in compact form (RFC 7515). The caller says which algorithms he accepts; the token
// only chooses among these, and the key must be for the one it chose.
#pragma once

#include "jose/jwk.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::jose {

struct Header {
    Algorithm algorithm = Algorithm::rs256;
    std::string kid = {};
    std::string type = {};
};

struct Jws {
    Header header;
    std::string payload;
};

/// What the token says of itself, not verified. Throws integrity for what is no token of three
/// parts, for other algorithms than ours, and for extensions that must be understood.
[[nodiscard]] Header header_of(std::string_view token);
/// Whether the set has a key for it.
[[nodiscard]] bool has_key(const std::vector<Jwk>& keys, const Header& header);
/// Throws integrity unless exactly one key of the set is for it (the one of its kid; without a kid
/// the only one that fits), its algorithm is among the accepted, and the signature verifies.
[[nodiscard]] Jws verified(std::string_view token, const std::vector<Jwk>& keys,
                           std::span<const Algorithm> accepted);

/// A payload that is JSON, signed.
[[nodiscard]] std::string signed_token(std::string_view payload, const Header& header,
                                       const std::string& pem);

}  // namespace dcadmin::jose
