// SPDX-License-Identifier: Apache-2.0
#include "registers/rules.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace dcadmin::registers {

namespace {

struct Coded {
    std::string_view code;
    Language language;
};
// In the order in which one stands in for another.
constexpr std::array<Coded, 4> languages{
    {{"2", Language::nl}, {"1", Language::fr}, {"3", Language::de}, {"4", Language::en}}};

constexpr std::array<std::string_view, 4> of_enterprises{"001", "003", "002", "004"};
constexpr std::array<std::string_view, 4> of_establishments{"003", "001", "004", "002"};

std::ptrdiff_t language_rank(std::string_view code, Language asked) {
    if (code == kbo_language(asked)) return -1;
    return std::ranges::find(languages, code, &Coded::code) - languages.begin();
}

}  // namespace

std::string_view kbo_language(Language language) {
    return std::ranges::find(languages, language, &Coded::language)->code;
}

std::string_view language_word(std::string_view kbo_language) {
    const auto* found = std::ranges::find(languages, kbo_language, &Coded::code);
    return found == languages.end() ? std::string_view() : name_of(found->language);
}

std::string chosen_name(const std::vector<KboName>& names, Language asked, bool establishment) {
    const auto& kinds = establishment ? of_establishments : of_enterprises;
    const auto rank = [&](const KboName& name) {
        return std::tuple(std::ranges::find(kinds, name.kind) - kinds.begin(),
                          language_rank(name.language, asked));
    };
    const auto best = std::ranges::min_element(names, {}, rank);
    return best == names.end() ? std::string() : best->name;
}

std::string chosen_text(std::string_view dutch, std::string_view french, Language asked) {
    return std::string(asked == Language::fr && !french.empty() ? french : dutch);
}

}  // namespace dcadmin::registers
