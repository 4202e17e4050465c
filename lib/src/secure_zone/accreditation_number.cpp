// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/accreditation_number.h>

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

namespace dcadmin {

AccreditationNumber AccreditationNumber::parse(std::string_view text) {
    std::string kept;
    for (const char c : text::trimmed(text)) {
        if (c != ' ' && c != '.' && c != '-') kept.push_back(c);
    }
    if (!kept.empty() && kept[0] >= 'a' && kept[0] <= 'z')
        kept[0] = static_cast<char>(kept[0] - 32);
    const bool letter = !kept.empty() && (kept[0] == 'V' || kept[0] == 'W' || kept[0] == 'B');
    const bool digits = kept.size() >= 5 && kept.size() <= 7 &&
                        kept.find_first_not_of("0123456789", 1) == kept.npos;
    if (letter && digits) return AccreditationNumber(std::move(kept));
    throw Error(Kind::usage, say("{} is not an accreditation number", text::quoted(text)),
                "V (Flanders), W (Wallonia) or B (Brussels) and 4 to 6 digits, such as V12345",
                "accreditation");
}

Region AccreditationNumber::region() const {
    switch (text_.front()) {
        case 'V': return Region::flanders;
        case 'W': return Region::wallonia;
        default: return Region::brussels;
    }
}

}  // namespace dcadmin
