// SPDX-License-Identifier: Apache-2.0
// What a verified token claims, and whether it is meant for us and holds now.
#pragma once

#include <dcadmin/base/clock.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::jose {

struct Claims {
    std::string issuer;
    std::string subject;
    std::vector<std::string> audiences;
    std::string party;  // azp
    std::int64_t issued_at = 0;
    std::int64_t expires_at = 0;
    std::optional<std::int64_t> not_before;
    std::string nonce;
    std::string context;      // acr
    std::string access_hash;  // at_hash
};

struct Expected {
    std::string issuer;
    std::string audience;
    std::optional<std::string> nonce;
    Timestamp now = Timestamp::from_seconds(0);
};

/// How far two clocks may differ.
inline constexpr std::int64_t most_skew = 120;

/// Reads the claims of a payload. Throws integrity for what is no object, and for a claim that is
/// missing (iss, sub, aud, exp, iat) or of another type than it must be.
[[nodiscard]] Claims read_claims(std::string_view payload);
/// Throws integrity when they are of another issuer, for another audience, for another nonce,
/// expired, or of later than now.
void require(const Claims& claims, const Expected& expected);

}  // namespace dcadmin::jose
