// SPDX-License-Identifier: Apache-2.0
#include "sign_in/openid_text.h"

#include "jose/base64url.h"
#include "jose/crypto.h"
#include "sign_in/secrets.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>
#include <sodium.h>

#include <charconv>
#include <optional>

namespace dcadmin::sign_in {

namespace {

constexpr std::string_view unreserved = "-._~";

std::optional<std::string> form_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+') {
            decoded.push_back(' ');
        } else if (text[at] != '%') {
            decoded.push_back(text[at]);
        } else {
            unsigned code = 0;
            const std::string_view digits = text.substr(at + 1, 2);
            const auto read =
                std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
            if (digits.size() != 2 || read.ptr != digits.data() + 2 || code == 0) {
                return std::nullopt;
            }
            decoded.push_back(static_cast<char>(code));
            at += 2;
        }
    }
    return decoded;
}

}  // namespace

std::string form_encoded(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || unreserved.find(c) != std::string_view::npos;
        if (plain) {
            encoded.push_back(c);
        } else {
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return encoded;
}

std::string form_text(const Form& form) {
    std::string text;
    for (const auto& member : form) {
        if (!text.empty()) text.push_back('&');
        text += form_encoded(member.first) + '=' + form_encoded(member.second);
    }
    return text;
}

std::string query_value(std::string_view query, std::string_view name) {
    std::optional<std::string> found;
    for (const auto member : text::split(query, '&')) {
        const auto equals = member.find('=');
        if (equals == std::string_view::npos || member.substr(0, equals) != name) continue;
        if (found) return {};
        found = form_decoded(member.substr(equals + 1));
        if (!found) return {};
    }
    return found.value_or("");
}

std::string random_word() {
    constexpr std::size_t bits_256 = 32;
    return jose::base64url(random_bytes(bits_256));
}

std::string challenge_of(std::string_view verifier) {
    return jose::base64url(jose::crypto().digest(jose::Algorithm::es256, verifier));
}

std::string basic_credentials(std::string_view client, std::string_view secret) {
    const std::string text = form_encoded(client) + ':' + form_encoded(secret);
    std::string encoded(sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_ORIGINAL),
                        '\0');
    sodium_bin2base64(encoded.data(), encoded.size(),
                      reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    encoded.pop_back();  // the final zero
    return encoded;
}

}  // namespace dcadmin::sign_in
