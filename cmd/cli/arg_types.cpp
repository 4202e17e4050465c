// SPDX-License-Identifier: Apache-2.0
#include "cli/arg_types.h"

#include "cli/suggest.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <charconv>

namespace dcadmin::cli {
namespace {

template <class Number>
Number parse_number(std::string_view text, std::string_view what) {
    const auto digits = text::trimmed(text);
    Number value{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range) {
        throw Error(Kind::usage, say("{}: '{}' is too large", what, text::escaped(text)));
    }
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        throw Error(Kind::usage, say("{}: '{}' is not a whole number", what, text::escaped(text)));
    }
    return value;
}

template <class All>
Words names_of(const All& all) {
    Words names;
    for (const auto value : all) names.push_back(name_of(value));
    return names;
}

}  // namespace

bool ArgType<bool>::parse(std::string_view text, const ParseContext& context) {
    const auto word = text::ascii_lower(text::trimmed(text));
    for (const auto* yes : {"yes", "ja", "true", "1"}) {
        if (word == yes) return true;
    }
    for (const auto* no : {"no", "nee", "false", "0"}) {
        if (word == no) return false;
    }
    refuse_word(text, context.what, {"yes", "no"});
}

std::uint64_t ArgType<std::uint64_t>::parse(std::string_view text, const ParseContext& context) {
    return parse_number<std::uint64_t>(text, context.what);
}

int ArgType<int>::parse(std::string_view text, const ParseContext& context) {
    return parse_number<int>(text, context.what);
}

FilePath ArgType<FilePath>::parse(std::string_view text, const ParseContext& context) {
    if (text.empty() || text.find('\0') != std::string_view::npos) {
        throw Error(Kind::usage, say("{}: a file name is missing", context.what));
    }
    return {std::string(text)};
}

Words ArgType<Audience>::choices() {
    return names_of(all_audiences);
}
Words ArgType<Category>::choices() {
    return names_of(all_categories);
}
Words ArgType<ContextKind>::choices() {
    return names_of(std::array{ContextKind::none, ContextKind::site, ContextKind::role});
}
Words ArgType<Language>::choices() {
    return names_of(std::array{Language::nl, Language::fr, Language::de, Language::en});
}
Words ArgType<Region>::choices() {
    return names_of(all_regions);
}
Words ArgType<TermKind>::choices() {
    return names_of(all_term_kinds);
}
Words ArgType<TermUnit>::choices() {
    return names_of(all_term_units);
}
Words ArgType<EnteredBy>::choices() {
    return names_of(all_entered_by);
}
Words ArgType<Channel>::choices() {
    return names_of(all_channels);
}
Words ArgType<TariffKind>::choices() {
    return names_of(all_tariff_kinds);
}
Words ArgType<Activity>::choices() {
    return names_of(all_activities);
}
Words ArgType<TariffBasis>::choices() {
    return names_of(all_tariff_bases);
}

void refuse_word(std::string_view text, std::string_view what, const Words& choices) {
    throw Error(
        Kind::usage,
        say("{}: '{}' is not one of {}", what, text::escaped(text), fmt::join(choices, ", ")),
        did_you_mean(text, choices));
}

}  // namespace dcadmin::cli
