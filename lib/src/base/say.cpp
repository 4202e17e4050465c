// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>

#include "base/speech.h"

#include <fmt/format.h>

#include <array>
#include <type_traits>

namespace dcadmin {
namespace {

base::Speech own{nullptr};
base::Speech* shared = &own;

using Value = fmt::basic_format_arg<fmt::format_context>;
constexpr int most_values = 16;

// What is put into a sentence may be a piece of text itself: why, what is wanted, who may. One word
// is none: it may be a code, a state or a name.
Value in_words(const Value& value) {
    const auto said_of = [&value](std::string_view text) {
        const bool one_word = text.find(' ') == std::string_view::npos;
        const auto words = one_word ? text : translated(text);
        if (words.data() == text.data()) return value;
        const auto store = fmt::make_format_args(words);
        return fmt::format_args(store).get(0);
    };
    return fmt::visit_format_arg(
        [&](const auto& held) {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, fmt::string_view>) {
                return said_of({held.data(), held.size()});
            } else if constexpr (std::is_same_v<Held, const char*>) {
                return said_of(held);
            } else {
                return value;
            }
        },
        value);
}

}  // namespace

base::Speech& base::speech() {
    return *shared;
}

std::string_view translated(std::string_view english) {
    const auto* catalogue = base::speech().load(std::memory_order_acquire);
    if (catalogue == nullptr) return english;
    const auto found = catalogue->find(english);
    return found.empty() ? english : found;
}

std::string said(fmt::string_view english, fmt::format_args values) {
    const std::string_view source(english.data(), english.size());
    const auto text = translated(source);
    if (text.data() != source.data()) {
        std::array<Value, most_values> words;
        int count = 0;
        for (; count < most_values && values.get(count); ++count) {
            words[static_cast<std::size_t>(count)] = in_words(values.get(count));
        }
        try {
            return fmt::vformat(text, {words.data(), count});
        } catch (const fmt::format_error&) {
            // A mistake of the translator is no reason to be silent.
        }
    }
    return fmt::vformat(english, values);
}

}  // namespace dcadmin

extern "C" {
DCADMIN_API void dcadmin_share_speech(dcadmin::base::Speech* speech);
void dcadmin_share_speech(dcadmin::base::Speech* speech) {
    dcadmin::shared = speech;
}
}
