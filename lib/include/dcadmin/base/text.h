// SPDX-License-Identifier: Apache-2.0
// Text without a locale: what the standard library does differently from machine to machine, or
// not at all. Folding makes "Käthe" findable as "kathe"; widths are what a terminal shows.
#pragma once

#include <dcadmin/export.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::text {

/// Without blanks (space, tab, CR, LF) at both ends.
[[nodiscard]] DCADMIN_API std::string_view trimmed(std::string_view text);
/// ASCII capitals to small letters; every other byte stays.
[[nodiscard]] DCADMIN_API std::string ascii_lower(std::string_view text);
/// For searching: small letters, without accents, composed the same way. Invalid UTF-8 stays as it
/// is.
[[nodiscard]] DCADMIN_API std::string folded(std::string_view text);
/// The position of the first byte that is not UTF-8, or of a NUL; none when all is well.
[[nodiscard]] DCADMIN_API std::optional<std::size_t> first_invalid(std::string_view text);
/// How many columns a terminal uses for it.
[[nodiscard]] DCADMIN_API std::size_t width(std::string_view text);
/// Safe to show: control characters, escapes, C1 and bidirectional overrides and invalid bytes as
/// visible \x1b, \u202e, …; everything else as it is.
[[nodiscard]] DCADMIN_API std::string escaped(std::string_view text);
/// The user's words for a message: '…', escaped and cut to 60 columns. Runs of eleven or more
/// digits are shown to the sixth ("850730*****"), because they may be a national number; only an
/// affiliation number (twelve digits from 980) is shown whole.
[[nodiscard]] DCADMIN_API std::string quoted(std::string_view text);
/// The one character that stands at `position`, quoted the same way.
[[nodiscard]] DCADMIN_API std::string quoted_at(std::string_view text, std::size_t position);
/// Cut to `columns` columns, the last one '…' when something is missing.
[[nodiscard]] DCADMIN_API std::string fitted(std::string_view text, std::size_t columns);
/// The pieces between separators; one more than there are separators, empty ones too.
[[nodiscard]] DCADMIN_API std::vector<std::string_view> split(std::string_view text,
                                                              char separator);
/// The candidate nearest to a mistyped word (edit distance at most a third of its length), or none.
[[nodiscard]] DCADMIN_API std::optional<std::string> nearest(
    std::string_view word, std::span<const std::string> candidates);
/// Text that a person wrote, such as a name or reason: trimmed, valid UTF-8, no control characters,
/// at most `max_bytes`. Refused with usage naming `what`.
[[nodiscard]] DCADMIN_API std::string clean(std::string_view text, std::string_view what,
                                            std::size_t max_bytes = 500);

}  // namespace dcadmin::text
