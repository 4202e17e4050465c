// SPDX-License-Identifier: Apache-2.0
#include "jose/base64url.h"

#include <sodium.h>

namespace dcadmin::jose {

namespace {

constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string base64url(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back();  // the final zero
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    // libsodium 1.0.18 takes some bytes above 127 for letters.
    if (text.find_first_not_of(alphabet) != std::string_view::npos) return std::nullopt;
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &length, nullptr, variant) != 0) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

}  // namespace dcadmin::jose
