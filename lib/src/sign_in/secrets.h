// SPDX-License-Identifier: Apache-2.0
// How secrets stand in the store: passwords as Argon2id, seeds sealed (XSalsa20-Poly1305), printed
// codes as keyed hashes. And new secrets, from the system's randomness.
#pragma once

#include <dcadmin/sign_in.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::sign_in {

/// "$argon2id$…", with a salt of its own.
[[nodiscard]] std::string password_hash(const std::string& password);
[[nodiscard]] bool is_password(const std::string& hash, const std::string& password);
/// The work of is_password() for nobody's password, so that an unknown user takes as long.
void spend_password_work(const std::string& password);

/// Base64 of nonce and box.
[[nodiscard]] std::string sealed(const SealKey& key, std::string_view secret);
/// Throws integrity when the box was changed or sealed with another key.
[[nodiscard]] std::string unsealed(const SealKey& key, std::string_view box);

/// Hexadecimal; of one key, position and code.
[[nodiscard]] std::string code_hash(const SealKey& key, std::int64_t credential,
                                    std::int64_t position, std::string_view code);
/// Equal, in a time that does not tell how far.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

/// A letter or two that say what it is, and 256 random bits: "dcs_…".
[[nodiscard]] std::string new_token(std::string_view prefix);
[[nodiscard]] std::string random_bytes(std::size_t count);
/// Each of 0 to 9 as likely, in each place.
[[nodiscard]] std::string random_digits(std::size_t count);

}  // namespace dcadmin::sign_in
