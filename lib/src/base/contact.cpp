// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/contact.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "base/digits.h"
#include "base/number_rules.h"

namespace dcadmin {

namespace {

[[noreturn]] void refuse(std::string_view text, std::string_view noun, std::string_view why,
                         std::string_view hint = {}) {
    throw Error(Kind::usage, say("{} is not {}: {}", text::quoted(text), noun, why),
                std::string(hint));
}

// E-mail. The lengths are those of RFC 5321 section 4.5.3.1, the characters those of an unquoted
// local part in RFC 5322 section 3.2.3 and of host names in RFC 1123 section 2.1.
constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_local = 64;
constexpr std::size_t longest_label = 63;

[[noreturn]] void refuse_address(std::string_view text, std::string_view why) {
    refuse(text, "an e-mail address", why, "write it as in an.peeters@example.be");
}

bool in_local_part(char c) {
    constexpr std::string_view marks = "!#$%&'*+/=?^_`{|}~-.";
    return is_digit(c) || is_ascii_letter(c) || marks.find(c) != std::string_view::npos;
}

void check_local(std::string_view text, std::string_view local) {
    if (local.empty()) refuse_address(text, "nothing stands before the @");
    if (local.size() > longest_local) {
        refuse_address(text, say("more than {} characters before the @", longest_local));
    }
    for (std::size_t i = 0; i < local.size(); ++i) {
        if (!in_local_part(local[i])) {
            refuse_address(text, say("{} does not belong in it", text::quoted_at(text, i)));
        }
    }
    if (local.starts_with('.') || local.ends_with('.') ||
        local.find("..") != std::string_view::npos) {
        refuse_address(text, "a dot before the @ stands between other characters only");
    }
}

void check_label(std::string_view text, std::string_view label) {
    if (label.empty()) refuse_address(text, "a part of the domain is empty");
    if (label.size() > longest_label) {
        refuse_address(text, say("a part of the domain is longer than {}", longest_label));
    }
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (!is_digit(label[i]) && !is_ascii_letter(label[i]) && label[i] != '-') {
            refuse_address(text, say("{} does not belong in a domain", text::quoted_at(label, i)));
        }
    }
    if (label.starts_with('-') || label.ends_with('-')) {
        refuse_address(text, "a part of the domain begins or ends with a dash");
    }
}

void check_domain(std::string_view text, std::string_view domain) {
    if (domain.empty()) refuse_address(text, "nothing stands behind the @");
    const auto labels = text::split(domain, '.');
    for (const std::string_view label : labels) check_label(text, label);
    if (labels.size() < 2) refuse_address(text, "its domain has no dot");
    if (is_digit(labels.back().front())) refuse_address(text, "its domain ends with a number");
}

// Telephone numbers.
[[noreturn]] void refuse_phone(std::string_view text, std::string_view why) {
    refuse(text, "a telephone number", why, "write it as in +3212345678 or 0470 12 34 56");
}

// The digits alone; a '+' in front is looked at by the caller.
std::string phone_digits(std::string_view text, std::size_t from) {
    std::string digits;
    for (std::size_t i = from; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            digits += text[i];
        } else if (text.substr(i).starts_with("(0)")) {
            // "+32 (0)12": the zero is for those who dial without the country code.
            i += 2;
        } else if (std::string_view(" ./-()").find(text[i]) == std::string_view::npos) {
            refuse_phone(text, say("{} does not belong in it", text::quoted_at(text, i)));
        }
    }
    return digits;
}

// With the country code in front, whichever way it was written.
std::string international(std::string_view text) {
    if (text.starts_with('+')) return phone_digits(text, 1);
    // Only behind a country code is a zero in brackets one to leave out.
    const std::size_t bracket = text.starts_with("(0") ? 1 : 0;
    const std::string digits = phone_digits(text, bracket);
    if (digits.starts_with("00")) return digits.substr(2);
    if (digits.starts_with('0')) return "32" + digits.substr(1);
    refuse_phone(text, digits.empty() ? "it has no digits" : "it begins with neither + nor 0");
}

void check_belgian(std::string_view text, std::string_view national) {
    if (national.starts_with('0')) refuse_phone(text, "behind +32 no 0 follows");
    // 042… and 043… are Liège, with eight digits as every area; the rest of 04 is mobile.
    const bool mobile =
        national.starts_with('4') && !national.starts_with("42") && !national.starts_with("43");
    const bool long_mobile = national.starts_with('4') && national.size() == 9;
    const std::size_t wanted = mobile ? 9 : 8;
    if (national.size() != wanted && !long_mobile) {
        refuse_phone(text,
                     say("behind +32 it has {} digits instead of {}", national.size(), wanted));
    }
}

// IBAN.
[[noreturn]] void refuse_iban(std::string_view text, std::string_view why) {
    refuse(text, "an IBAN", why);
}

std::string compact_iban(std::string_view text) {
    std::string compact;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ') continue;
        if (!is_digit(text[i]) && !is_ascii_letter(text[i])) {
            refuse_iban(text, say("{} does not belong in it", text::quoted_at(text, i)));
        }
        compact += text[i] >= 'a' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
    }
    return compact;
}

unsigned iban_remainder(std::string_view compact) {
    unsigned remainder = 0;
    for (std::size_t i = 0; i < compact.size(); ++i) {
        // The country and the check digits are counted last.
        const char c = compact[(i + 4) % compact.size()];
        remainder = is_digit(c) ? remainder * 10 + static_cast<unsigned>(c - '0')
                                : remainder * 100 + static_cast<unsigned>(c - 'A' + 10);
        remainder %= 97;
    }
    return remainder;
}

void check_belgian_iban(std::string_view text, std::string_view compact) {
    if (compact.size() != 16) {
        refuse_iban(text, say("a Belgian one has 16 characters, not {}", compact.size()));
    }
    std::uint64_t account = 0;
    for (const char c : compact.substr(4)) {
        if (!is_digit(c)) refuse_iban(text, "a Belgian one has digits only behind BE");
        account = account * 10 + static_cast<unsigned>(c - '0');
    }
    if (!number_rules::communication_fits(account)) {
        refuse_iban(text, "the check digits of its account, the last two, are wrong");
    }
}

}  // namespace

EmailAddress EmailAddress::parse(std::string_view text) {
    if (text.size() > longest_address) {
        refuse_address(text, say("it is longer than {} bytes", longest_address));
    }
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos) refuse_address(text, "it has no @");
    check_local(text, text.substr(0, at));
    check_domain(text, text.substr(at + 1));
    return EmailAddress(std::string(text.substr(0, at + 1)) +
                        text::ascii_lower(text.substr(at + 1)));
}

PhoneNumber PhoneNumber::parse(std::string_view text) {
    const std::string digits = international(text);
    if (digits.starts_with("32")) {
        check_belgian(text, std::string_view(digits).substr(2));
    } else if (digits.size() < 7 || digits.size() > 15) {
        refuse_phone(text, say("it has {} digits instead of 7 to 15", digits.size()));
    } else if (digits.starts_with('0')) {
        refuse_phone(text, "no country code begins with 0");
    }
    return PhoneNumber("+" + digits);
}

Iban Iban::parse(std::string_view text) {
    const std::string compact = compact_iban(text);
    if (compact.size() < 15 || compact.size() > 34) {
        refuse_iban(text, say("it has {} characters instead of 15 to 34", compact.size()));
    }
    const bool shaped = is_ascii_letter(compact[0]) && is_ascii_letter(compact[1]) &&
                        is_digit(compact[2]) && is_digit(compact[3]);
    if (!shaped) refuse_iban(text, "it does not begin with a country and two check digits");
    if (compact.starts_with("BE")) check_belgian_iban(text, compact);
    if (iban_remainder(compact) != 1) refuse_iban(text, "its check digits are wrong");
    return Iban(compact);
}

std::string Iban::formatted() const {
    std::string spaced;
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (i > 0 && i % 4 == 0) spaced += ' ';
        spaced += text_[i];
    }
    return spaced;
}

}  // namespace dcadmin
