// SPDX-License-Identifier: Apache-2.0
#include "sign_in/rules.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <algorithm>

namespace dcadmin::sign_in {

namespace {

constexpr std::string_view letters_and_digits = "abcdefghijklmnopqrstuvwxyz0123456789";

bool is_made_of(std::string_view text, std::string_view also) {
    return std::ranges::all_of(text, [also](char c) {
        return letters_and_digits.find(c) != std::string_view::npos ||
               also.find(c) != std::string_view::npos;
    });
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::string user_name(std::string_view text) {
    std::string name = text::ascii_lower(text::trimmed(text));
    if (name.size() >= 3 && name.size() <= 64 && is_made_of(name, "._-@")) return name;
    throw Error(Kind::usage, say("{} cannot be a user name", text::quoted(text)),
                "3 to 64 letters without accents, digits, '.', '_', '-' or '@'", "user");
}

void require_good_password(std::string_view password, std::string_view user) {
    const std::size_t length = characters(password);
    const bool plain = std::ranges::all_of(
        password, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
    const bool names_user =
        text::ascii_lower(password).find(std::string(user)) != std::string::npos;
    if (length >= 12 && length <= 128 && plain && !names_user) return;
    throw Error(Kind::usage,
                names_user ? say("a password does not hold the user name")
                : plain    ? say("a password has 12 to 128 characters, this one {}", length)
                           : say("a password has no control characters"),
                "some words that only you would put together do well", "password");
}

std::string typed_code(std::string_view text) {
    std::string code;
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') code.push_back(c);
    }
    return code;
}

std::string account_name(std::string_view text) {
    std::string name = text::ascii_lower(text::trimmed(text));
    if (name.size() >= 3 && name.size() <= 64 && is_made_of(name, "._-")) return name;
    throw Error(Kind::usage, say("{} cannot be the name of an account", text::quoted(text)),
                "3 to 64 letters without accents, digits, '.', '_' or '-'", "name");
}

std::string required_reason(std::string_view reason, std::string_view missing) {
    std::string text = text::clean(reason, "reason");
    if (!text.empty()) return text;
    throw Error(Kind::usage, std::string(missing), "give --reason", "reason");
}

}  // namespace dcadmin::sign_in
