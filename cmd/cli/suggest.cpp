// SPDX-License-Identifier: Apache-2.0
#include "cli/suggest.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <algorithm>
#include <vector>

namespace dcadmin::cli {

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
    const auto typed = text::ascii_lower(word);
    const std::vector<std::string> words(candidates.begin(), candidates.end());
    auto near = text::nearest(typed, words);
    const auto begins = [&](const std::string& candidate) { return candidate.starts_with(typed); };
    if (!near && !typed.empty() && std::count_if(words.begin(), words.end(), begins) == 1) {
        near = *std::find_if(words.begin(), words.end(), begins);
    }
    return near ? say("did you mean '{}'?", *near) : std::string();
}

}  // namespace dcadmin::cli
