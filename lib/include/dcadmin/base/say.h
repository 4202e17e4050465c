// SPDX-License-Identifier: Apache-2.0
// Texts for people, in the language that they read. The source says everything in English; that
// text is also the key under which gettext's catalogues (lib/po/nl.po, fr.po, compiled by msgfmt)
// hold the Dutch and the French. The catalogues are read here and not by libintl, because that one
// chooses by the environment, by setlocale and by which locales a machine has installed: the
// library must not touch the first two, and the third is none of the user's business.
//
// What a program reads is never said: keys, codes, states, and whatever is recorded in the store.
#pragma once

#include <dcadmin/export.h>

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace dcadmin {

/// From now on texts are in this language ("nl", "fr"); in English when there is no catalogue of
/// it. Texts that were handed out stay as they are. Not while another thread is at work.
DCADMIN_API void speak(std::string_view language);

/// The text in the language that is spoken; itself when the catalogue does not have it.
[[nodiscard]] DCADMIN_API std::string_view translated(std::string_view english);

/// The same for a text with values in it. A translation that they do not fit is not used.
[[nodiscard]] DCADMIN_API std::string said(fmt::string_view english, fmt::format_args values);

/// `say("no right '{}'", name)`: checked by the compiler in English, said in the other language.
template <class... T>
[[nodiscard]] std::string say(fmt::format_string<T...> english, T&&... values) {
    return said(english, fmt::make_format_args(values...));
}

/// Marks a text of a table for the catalogue; it is translated where it is shown.
[[nodiscard]] constexpr std::string_view to_say(std::string_view english) {
    return english;
}

}  // namespace dcadmin
