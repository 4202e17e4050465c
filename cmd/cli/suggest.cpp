// SPDX-License-Identifier: Apache-2.0
#include "cli/suggest.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <vector>

namespace dcadmin::cli {

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
    const std::vector<std::string> words(candidates.begin(), candidates.end());
    const auto near = text::nearest(text::ascii_lower(word), words);
    return near ? fmt::format("did you mean '{}'?", *near) : std::string();
}

}  // namespace dcadmin::cli
