// SPDX-License-Identifier: Apache-2.0
// How personal data enter an image: as a keyed hash under the person's key, so that nothing is left
// of them once that key is destroyed.
#pragma once

#include <sodium.h>

#include <array>
#include <string>
#include <string_view>

namespace dcadmin::audit {

inline constexpr auto image_base64 = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;

// HMAC-SHA-512-256 of `field NUL value` under a person's key, base64; an empty field stays visibly
// empty. The key is taken in once for all fields of an image.
class Keyed {
   public:
    explicit Keyed(std::string_view person_key) {
        std::array<unsigned char, crypto_auth_hmacsha512256_KEYBYTES> key{};
        sodium_base642bin(key.data(), key.size(), person_key.data(), person_key.size(), nullptr,
                          nullptr, nullptr, image_base64);
        crypto_auth_hmacsha512256_init(&start_, key.data(), key.size());
    }

    void add(std::string& out, std::string_view field, std::string_view value) const {
        out.append(field).push_back('=');
        if (!value.empty()) {
            const auto tag = tag_of(field, value);
            std::array<char,
                       sodium_base64_ENCODED_LEN(crypto_auth_hmacsha512256_BYTES, image_base64)>
                text{};
            sodium_bin2base64(text.data(), text.size(), tag.data(), tag.size(), image_base64);
            out.append(text.data());
        }
        out.push_back('\n');
    }

   private:
    using Tag = std::array<unsigned char, crypto_auth_hmacsha512256_BYTES>;

    static void take(crypto_auth_hmacsha512256_state& state, std::string_view bytes) {
        crypto_auth_hmacsha512256_update(
            &state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    }
    [[nodiscard]] Tag tag_of(std::string_view field, std::string_view value) const {
        auto state = start_;
        take(state, field);
        take(state, std::string_view("\0", 1));
        take(state, value);
        Tag tag{};
        crypto_auth_hmacsha512256_final(&state, tag.data());
        return tag;
    }

    crypto_auth_hmacsha512256_state start_;
};

}  // namespace dcadmin::audit
