// SPDX-License-Identifier: Apache-2.0
#include "outbox/message.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace dcadmin::outbox {

namespace {

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

// One line of valid UTF-8, whatever it was.
std::string one_line(std::string_view text) {
    std::string line(text::trimmed(text));
    std::replace_if(line.begin(), line.end(), is_control, ' ');
    while (const auto bad = text::first_invalid(line)) line[*bad] = '?';
    return line;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string base64(std::string_view bytes) {
    static constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            const auto byte = i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U;
            three = three << 8U | byte;
        }
        for (std::size_t j = 0; j < 4; ++j) {
            const bool there = i + j <= bytes.size();
            text += there ? digits[three >> (18U - 6U * j) & 0x3FU] : '=';
        }
    }
    return text;
}

// The first bytes of `text`, at most `most` of them, that end where a character ends.
std::size_t whole_characters(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text.size();
    while (most > 1 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return most;
}

std::string encoded_words(std::string_view text) {
    constexpr std::size_t bytes_a_word = 42;  // 56 digits, with "=?UTF-8?B?" and "?=" 68 characters
    std::string words;
    while (!text.empty()) {
        const std::size_t bytes = whole_characters(text, bytes_a_word);
        if (!words.empty()) words += "\r\n ";
        words += "=?UTF-8?B?" + base64(text.substr(0, bytes)) + "?=";
        text.remove_prefix(bytes);
    }
    return words;
}

// A display name: encoded words, or a quoted string.
std::string phrase(std::string_view name) {
    const std::string line = one_line(name);
    constexpr std::size_t longest = 60;
    if (!is_ascii(line) || line.size() > longest) return encoded_words(line);
    std::string quoted = "\"";
    for (const char c : line) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

std::string shown(const Mailbox& box) {
    if (box.name.empty()) return "<" + box.address + ">";
    const std::string name = phrase(box.name);
    const bool fits = name.size() + box.address.size() < 60 && name.find('\n') == std::string::npos;
    return fmt::format("{}{}<{}>", name, fits ? " " : "\r\n ", box.address);
}

// "Mon, 23 Nov 2026 10:00:00 +0000".
std::string date_of(Timestamp at) {
    static constexpr std::array<std::string_view, 7> days{"Thu", "Fri", "Sat", "Sun",
                                                          "Mon", "Tue", "Wed"};
    static constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::int64_t day_seconds = 86'400;
    const std::int64_t days_since = at.seconds() / day_seconds;
    const Date day = Date::from_days(static_cast<std::int32_t>(days_since));
    return fmt::format("{}, {:02} {} {} {} +0000", days[static_cast<std::size_t>(days_since % 7)],
                       day.day(), months[day.month() - 1], day.year(), at.iso().substr(11, 8));
}

bool is_address(std::string_view text) {
    const auto at = text.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
    constexpr std::size_t longest = 254;  // RFC 5321, 4.5.3.1.3
    return text.size() <= longest && !text::first_invalid(text) &&
           std::none_of(text.begin(), text.end(), [](char c) {
               return is_control(c) ||
                      std::string_view(" <>()[],;:\\\"").find(c) != std::string_view::npos;
           });
}

}  // namespace

std::string Mailbox::domain() const {
    return address.substr(address.rfind('@') + 1);
}

std::optional<Mailbox> mailbox_of(std::string_view text) {
    text = text::trimmed(text);
    Mailbox box;
    if (const auto open = text.find('<'); open != std::string_view::npos) {
        if (!text.ends_with('>')) return std::nullopt;
        std::string_view name = text::trimmed(text.substr(0, open));
        if (name.size() > 1 && name.front() == '"' && name.back() == '"') {
            name = name.substr(1, name.size() - 2);
        }
        box.name = one_line(name);
        text = text.substr(open + 1, text.size() - open - 2);
    }
    box.address = std::string(text);
    if (!is_address(box.address)) return std::nullopt;
    return box;
}

std::string encoded(std::string_view text) {
    const std::string line = one_line(text);
    constexpr std::size_t longest = 60;
    const bool plain =
        is_ascii(line) && line.size() <= longest && line.find("=?") == std::string::npos;
    return plain ? line : encoded_words(line);
}

std::vector<std::string> headers_of(const Envelope& envelope, const Letter& letter) {
    std::vector<std::string> headers{
        "Date: " + date_of(envelope.at),
        "From: " + shown(envelope.from),
        "To: " + shown(envelope.to),
        "Subject: " + encoded(letter.subject),
        "Message-ID:\r\n <" + envelope.message_id + ">",
        "Auto-Submitted: auto-generated",
        fmt::format("Content-Language: {}", name_of(letter.language)),
    };
    if (envelope.reply_to) headers.push_back("Reply-To: " + shown(*envelope.reply_to));
    return headers;
}

}  // namespace dcadmin::outbox
