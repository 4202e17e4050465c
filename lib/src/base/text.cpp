// SPDX-License-Identifier: Apache-2.0
// The side of text that needs to know Unicode; text_plain.cpp has the rest.
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <utf8proc.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace dcadmin::text {

namespace {

struct Character {
    utf8proc_int32_t code = -1;  // -1: the byte is not UTF-8
    std::size_t bytes = 1;

    [[nodiscard]] bool valid() const { return code >= 0; }
};

Character character_at(std::string_view text, std::size_t at) {
    const char first = text[at];
    if (static_cast<unsigned char>(first) < 0x80) return {.code = first, .bytes = 1};
    utf8proc_int32_t code = -1;
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    const auto left = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - at, 4));
    const utf8proc_ssize_t used = utf8proc_iterate(bytes, left, &code);
    if (used <= 0) return {};
    return {.code = code, .bytes = static_cast<std::size_t>(used)};
}

// What would act on a terminal, or hide or reorder what stands around it. Joiners and the soft
// hyphen are left alone: they belong to the spelling of words and emoji.
bool is_harmful(utf8proc_int32_t code) {
    constexpr utf8proc_int32_t soft_hyphen = 0xAD;
    constexpr utf8proc_int32_t non_joiner = 0x200C;
    constexpr utf8proc_int32_t joiner = 0x200D;
    if (code >= 0x20 && code < 0x7F) return false;
    if (code == soft_hyphen || code == non_joiner || code == joiner) return false;
    const utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

std::size_t columns_of(Character character) {
    if (!character.valid()) return 1;
    return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(character.code)));
}

std::string escaped_code(utf8proc_int32_t code) {
    if (code < 0x80) return fmt::format("\\x{:02x}", code);
    if (code < 0x10000) return fmt::format("\\u{:04x}", code);
    return fmt::format("\\U{:08x}", code);
}

// Small letters that Unicode does not take apart into a base and an accent, but readers do.
struct Plain {
    std::string_view letter;
    std::string_view read_as;
};
constexpr std::array<Plain, 7> plain_letters = {
    {{"æ", "ae"}, {"œ", "oe"}, {"ø", "o"}, {"ł", "l"}, {"đ", "d"}, {"ħ", "h"}, {"ı", "i"}}};
static_assert(std::ranges::all_of(plain_letters, [](Plain p) { return p.letter.size() == 2; }));

std::string with_plain_letters(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto* const found =
            std::ranges::find(plain_letters, text.substr(i, 2), &Plain::letter);
        if (found == plain_letters.end()) {
            plain += text[i];
        } else {
            plain += found->read_as;
            ++i;
        }
    }
    return plain;
}

}  // namespace

std::string folded(std::string_view text) {
    const bool ascii =
        std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) return ascii_lower(text);
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                       UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto length = static_cast<utf8proc_ssize_t>(text.size());
    const auto take_apart = [&](std::vector<utf8proc_int32_t>& codes) {
        return utf8proc_decompose(bytes, length, codes.data(),
                                  static_cast<utf8proc_ssize_t>(codes.size()), options);
    };
    std::vector<utf8proc_int32_t> codes(text.size() + 1);
    utf8proc_ssize_t count = take_apart(codes);
    if (count >= static_cast<utf8proc_ssize_t>(codes.size())) {
        codes.resize(static_cast<std::size_t>(count) + 1);
        count = take_apart(codes);
    }
    const utf8proc_ssize_t size =
        count < 0 ? count : utf8proc_reencode(codes.data(), count, options);
    if (size < 0) return std::string(text);
    return with_plain_letters(
        {reinterpret_cast<const char*>(codes.data()), static_cast<std::size_t>(size)});
}

std::optional<std::size_t> first_invalid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        if (!character.valid() || character.code == 0) return at;
        at += character.bytes;
    }
    return std::nullopt;
}

std::size_t width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        columns += columns_of(character);
        at += character.bytes;
    }
    return columns;
}

std::string escaped(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        if (!character.valid()) {
            safe += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[at]));
        } else if (is_harmful(character.code)) {
            safe += escaped_code(character.code);
        } else {
            safe += text.substr(at, character.bytes);
        }
        at += character.bytes;
    }
    return safe;
}

std::string quoted_at(std::string_view text, std::size_t position) {
    const Character character = character_at(text, position);
    return fmt::format("'{}'", escaped(text.substr(position, character.bytes)));
}

std::string fitted(std::string_view text, std::size_t columns) {
    if (columns == 0) return {};
    std::size_t used = 0;
    std::size_t cut = 0;  // where the text ends when one column is left for the ellipsis
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        used += columns_of(character);
        if (used > columns) return std::string(text.substr(0, cut)) + "…";
        at += character.bytes;
        if (used < columns) cut = at;
    }
    return std::string(text);
}

std::string clean(std::string_view text, std::string_view what, std::size_t max_bytes) {
    const std::string_view kept = trimmed(text);
    const auto refuse = [&](std::string why) {
        throw Error(Kind::usage, say("the {} {}", what, why));
    };
    if (kept.size() > max_bytes) {
        refuse(say("is {} bytes long; at most {} fit", kept.size(), max_bytes));
    }
    for (std::size_t at = 0; at < kept.size();) {
        const Character character = character_at(kept, at);
        if (!character.valid()) refuse("is not valid UTF-8");
        if (is_harmful(character.code)) {
            refuse(say("contains the control character {}", escaped_code(character.code)));
        }
        at += character.bytes;
    }
    return std::string(kept);
}

}  // namespace dcadmin::text
