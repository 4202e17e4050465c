// SPDX-License-Identifier: Apache-2.0
// Rules of the registers: pure functions on what they say.
#pragma once

#include <dcadmin/registers.h>

#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::registers {

/// A denomination as the KBO/BCE codes it.
struct KboName {
    std::string language;  // "0" unknown, "1" fr, "2" nl, "3" de, "4" en
    std::string kind;      // "001" legal, "002" short, "003" commercial, "004" of a branch
    std::string name;
};

/// "2" for nl.
[[nodiscard]] std::string_view kbo_language(Language language);
/// "nl" for "2"; empty for unknown.
[[nodiscard]] std::string_view language_word(std::string_view kbo_language);

/// The name to use: of an enterprise its legal name before any other, of an establishment its
/// commercial one; in the language asked, else nl, fr, de, en, else of unknown language. Empty when
/// there is none.
[[nodiscard]] std::string chosen_name(const std::vector<KboName>& names, Language asked,
                                      bool establishment);

/// Of two texts the one in the language asked, where both are there.
[[nodiscard]] std::string chosen_text(std::string_view dutch, std::string_view french,
                                      Language asked);

}  // namespace dcadmin::registers
