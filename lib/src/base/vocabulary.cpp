// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/base/vocabulary.h>

#include <dcadmin/base/right_code.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

namespace dcadmin {

namespace {

template <class Word, std::size_t Count>
std::string choices(const std::array<Word, Count>& words) {
    std::string text;
    for (const Word word : words) {
        if (!text.empty()) text += ", ";
        text += name_of(word);
    }
    return text;
}

template <class Word, std::size_t Count>
Word parse_word(std::string_view given, const std::array<Word, Count>& words,
                std::string_view what) {
    // What the store holds is spelled exactly, and read for every row of a run.
    for (const Word word : words) {
        if (given == name_of(word)) return word;
    }
    const std::string folded = text::folded(text::trimmed(given));
    for (const Word word : words) {
        const std::string name = text::folded(name_of(word));
        if (folded == name || (!folded.empty() && name.starts_with(folded + " "))) return word;
    }
    throw Error(Kind::usage, say("'{}' is not {}", text::escaped(given), what),
                say("one of: {}", choices(words)));
}

constexpr std::array all_context_kinds{ContextKind::none, ContextKind::site, ContextKind::role};
constexpr std::array all_languages{Language::nl, Language::fr, Language::de, Language::en};

bool begins_with_digit(std::string_view text) {
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

}  // namespace

std::string_view name_of(Audience audience) {
    switch (audience) {
        case Audience::gid: return "GID";
        case Audience::ea: return "EA";
        case Audience::lb: return "LB";
        case Audience::ov: return "OV";
    }
    return "EA";
}

Audience parse_audience(std::string_view given) {
    const bool short_form = given.size() == 2 && text::ascii_lower(given) == "vo";
    return short_form ? Audience::gid
                      : parse_word(given, all_audiences, to_say("a target group (doelgroep)"));
}

std::string_view name_of(Category category) {
    switch (category) {
        case Category::civil_servant: return "ambtenaar";
        case Category::permanent: return "vaste medewerker";
        case Category::external: return "externe medewerker";
        case Category::occasional: return "occasionele medewerker";
    }
    return "vaste medewerker";
}

Category parse_category(std::string_view given) {
    return parse_word(given, all_categories, to_say("a category of working relations"));
}

std::string_view name_of(ContextKind kind) {
    switch (kind) {
        case ContextKind::none: return "none";
        case ContextKind::site: return "site";
        case ContextKind::role: return "role";
    }
    return "none";
}

ContextKind parse_context_kind(std::string_view given) {
    return parse_word(given, all_context_kinds, to_say("a kind of context"));
}

std::string_view name_of(Language language) {
    switch (language) {
        case Language::nl: return "nl";
        case Language::fr: return "fr";
        case Language::de: return "de";
        case Language::en: return "en";
    }
    return "nl";
}

Language parse_language(std::string_view given) {
    return parse_word(given, all_languages, to_say("a language"));
}

RoleCode RoleCode::parse(std::string_view given) {
    const std::string_view trimmed = text::trimmed(given);
    if (begins_with_digit(trimmed)) {
        throw Error(Kind::usage,
                    say("'{}' is not a role: it begins with a digit", text::escaped(trimmed)),
                    "a role begins with a letter");
    }
    return RoleCode(RightCode::parse(trimmed).text());
}

ContextValue parse_context(std::string_view given) {
    const std::string_view trimmed = text::trimmed(given);
    if (begins_with_digit(trimmed)) return SiteNumber::parse(trimmed);
    return RoleCode::parse(trimmed);
}

std::string text_of(const ContextValue& context) {
    if (const auto* site = std::get_if<SiteNumber>(&context)) return site->digits();
    return std::get<RoleCode>(context).text();
}

}  // namespace dcadmin
