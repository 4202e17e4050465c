// SPDX-License-Identifier: Apache-2.0
#include "cli/speech.h"

#include "cli/settings.h"

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace dcadmin::cli {
namespace {

std::optional<std::string> known(std::string_view word) {
    const auto lower = text::ascii_lower(word);
    const auto languages = ArgType<Spoken>::choices();
    if (std::ranges::find(languages, std::string_view(lower)) == languages.end()) {
        return std::nullopt;
    }
    return lower;
}

/// The last value of --NAME on the line.
std::optional<std::string> value_of(std::span<const std::string> args, std::string_view name) {
    std::optional<std::string> value;
    for (std::size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
        const std::string_view word = args[i];
        if (!word.starts_with("--") || !word.substr(2).starts_with(name)) continue;
        const auto rest = word.substr(2 + name.size());
        if (rest.empty() && i + 1 < args.size()) value = args[i + 1];
        if (rest.starts_with('=')) value = rest.substr(1);
    }
    return value;
}

std::optional<std::string> set_language(std::span<const std::string> args,
                                        const Environment& environment) {
    try {
        Globals globals;
        globals.profile = value_of(args, "profile");
        const auto setting = Settings(globals, environment).found("lang");
        return setting ? known(setting->value) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// "nl" of nl_BE.UTF-8, whether or not this machine has that locale.
std::optional<std::string> locale_language(const Environment& environment) {
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto value = environment.find(name);
        if (!value || value->empty()) continue;
        return known(std::string_view(*value).substr(0, value->find_first_of("_.@")));
    }
    return std::nullopt;
}

}  // namespace

std::string language_of(std::span<const std::string> args, const Environment& environment) {
    if (const auto asked = value_of(args, "lang")) {
        if (auto language = known(*asked)) return *language;
    }
    if (auto language = set_language(args, environment)) return *language;
    return locale_language(environment).value_or("en");
}

}  // namespace dcadmin::cli
