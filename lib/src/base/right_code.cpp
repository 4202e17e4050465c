// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/right_code.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "base/digits.h"

namespace dcadmin {

namespace {

constexpr std::size_t longest_code = 80;

bool belongs(char c) {
    return is_digit(c) || is_ascii_letter(c) || c == '-' || c == '_' || c == '.';
}

[[noreturn]] void refuse(std::string_view text, std::string_view why) {
    throw Error(
        Kind::usage, say("{} is not the code of a right: {}", text::quoted(text), why),
        "a code holds letters, digits, '-', '_' and '.', and begins with a letter or digit");
}

}  // namespace

RightCode RightCode::parse(std::string_view text) {
    if (text.empty()) refuse(text, "it is empty");
    if (text.size() > longest_code) {
        refuse(text, say("it is longer than {} characters", longest_code));
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool first_fits = i > 0 || is_digit(text[i]) || is_ascii_letter(text[i]);
        if (!belongs(text[i])) {
            refuse(text, say("{} does not belong in it", text::quoted_at(text, i)));
        }
        if (!first_fits) {
            refuse(text, say("it cannot begin with {}", text::quoted_at(text, i)));
        }
    }
    return RightCode(text::ascii_lower(text));
}

}  // namespace dcadmin
