// SPDX-License-Identifier: Apache-2.0
// Decimal digits, read and written without a locale, an allocation or an exception.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dcadmin {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Writes the last `width` digits of `value`, with leading zeros, and returns the place behind.
constexpr char* write_digits(char* out, std::uint64_t value, std::size_t width) {
    for (std::size_t i = width; i > 0; --i) {
        out[i - 1] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    return out + width;
}

/// The value of `count` digits from `at` on, or -1 when one of them is no digit. The caller knows
/// that the text is long enough and the value fits.
[[nodiscard]] constexpr int read_digits(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (!is_digit(text[i])) return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace dcadmin
