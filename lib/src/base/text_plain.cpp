// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/text.h>

#include "base/digits.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace dcadmin::text {

namespace {

constexpr std::string_view blanks = " \t\r\n";

// Longer words are no typing mistakes worth a suggestion.
constexpr std::size_t longest_word = 100;

constexpr std::size_t shown_columns = 60;

// Digits, and the letters that are typed in their place.
bool stands_for_digit(char c) {
    return is_digit(c) || c == 'O' || c == 'o' || c == 'I' || c == 'l';
}

bool may_join_digits(char c) {
    return c == '.' || c == '-' || c == ' ' || c == '/';
}

// Hides the digits behind the sixth of a run that could hold a national number.
void mask_run(std::string& text, std::size_t first, std::size_t last, std::size_t digits) {
    const bool affiliation = digits == 12 && last - first == 12 &&
                             std::string_view(text).substr(first).starts_with("980");
    if (digits < 11 || affiliation) return;
    std::size_t seen = 0;
    for (std::size_t i = first; i < last; ++i) {
        if (stands_for_digit(text[i]) && ++seen > 6) text[i] = '*';
    }
}

std::string without_national_numbers(std::string_view text) {
    std::string masked(text);
    std::size_t at = 0;
    while (at < masked.size()) {
        if (!stands_for_digit(masked[at])) {
            ++at;
            continue;
        }
        const std::size_t first = at;
        std::size_t last = at;
        std::size_t digits = 0;
        for (; at < masked.size(); ++at) {
            if (stands_for_digit(masked[at])) {
                ++digits;
                last = at + 1;
            } else if (!may_join_digits(masked[at])) {
                break;
            }
        }
        mask_run(masked, first, last, digits);
    }
    return masked;
}

// How many single mistakes lie between two words: a letter too many, too few, wrong, or two
// neighbours swapped.
std::size_t mistakes(std::string_view one, std::string_view other) {
    std::vector<std::size_t> before_last(other.size() + 1);
    std::vector<std::size_t> last(other.size() + 1);
    std::vector<std::size_t> current(other.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= one.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t wrong = one[i - 1] == other[j - 1] ? 0 : 1;
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + wrong});
            const bool swapped =
                i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
        }
        before_last.swap(last);
        last.swap(current);
    }
    return last[other.size()];
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string quoted(std::string_view text) {
    // Only so much is looked at as can be shown.
    const std::string masked = without_national_numbers(text.substr(0, 8 * shown_columns));
    return fmt::format("'{}'", fitted(escaped(masked), shown_columns));
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    std::size_t start = 0;
    for (std::size_t end = text.find(separator); end != std::string_view::npos;
         end = text.find(separator, start)) {
        pieces.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    pieces.push_back(text.substr(start));
    return pieces;
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    if (word.size() > longest_word) return std::nullopt;
    const std::string lower = ascii_lower(word);
    std::optional<std::string> best;
    std::size_t fewest = word.size() / 3 + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t apart = candidate.size() > word.size() ? candidate.size() - word.size()
                                                                 : word.size() - candidate.size();
        if (apart >= fewest) continue;
        const std::size_t found = mistakes(lower, ascii_lower(candidate));
        if (found >= fewest) continue;
        fewest = found;
        best = candidate;
    }
    return best;
}

}  // namespace dcadmin::text
