// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/domain_code.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "base/digits.h"

namespace dcadmin {

namespace {

constexpr std::size_t longest_code = 60;

[[noreturn]] void refuse(std::string_view text, std::string_view why) {
    throw Error(Kind::usage, say("{} is not the code of a domain: {}", text::quoted(text), why),
                "a code holds letters, digits and '-', and begins with a letter; all means every "
                "domain");
}

}  // namespace

DomainCode DomainCode::parse(std::string_view text) {
    if (text.empty()) refuse(text, "it is empty");
    if (text.size() > longest_code) {
        refuse(text, say("it is longer than {} characters", longest_code));
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!is_digit(c) && !is_ascii_letter(c) && c != '-') {
            refuse(text, say("{} does not belong in it", text::quoted_at(text, i)));
        }
        if (i == 0 && !is_ascii_letter(c)) {
            refuse(text, say("it cannot begin with {}", text::quoted_at(text, i)));
        }
    }
    const std::string code = text::ascii_lower(text);
    return code == "alle" || code == "tous" ? all() : DomainCode(code);
}

}  // namespace dcadmin
