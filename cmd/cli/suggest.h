// SPDX-License-Identifier: Apache-2.0
// One way of saying "did you mean", for every word a user can mistype: nouns, verbs, options,
// columns, choices, fields, topics.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace dcadmin::cli {

/// "did you mean 'grant'?": the nearest candidate, or the only one that begins so; or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string_view> candidates);

}  // namespace dcadmin::cli
