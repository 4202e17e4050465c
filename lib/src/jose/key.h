// SPDX-License-Identifier: Apache-2.0
// Algorithms and public keys of signed tokens, and nothing else: no symmetric algorithm and no
// "none", so that no caller can let one in by mistake.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::jose {

enum class Algorithm : std::uint8_t { rs256, ps256, es256, es384 };
enum class KeyType : std::uint8_t { rsa, p256, p384 };

/// "RS256", …
[[nodiscard]] std::string_view name_of(Algorithm algorithm);
/// Only the exact name; "rs256" is none.
[[nodiscard]] std::optional<Algorithm> find_algorithm(std::string_view name);
/// Whether such a key signs with it.
[[nodiscard]] bool fits(KeyType type, Algorithm algorithm);

/// Numbers as big-endian bytes: of RSA the modulus and the exponent, of a curve the point.
struct PublicKey {
    KeyType type = KeyType::rsa;
    std::string n = {};
    std::string e = {};
    std::string x = {};
    std::string y = {};
};

}  // namespace dcadmin::jose
