// SPDX-License-Identifier: Apache-2.0
// Values from the store that the shell offers: persons by name or number, organisations, rights by
// any word of their titles, sites. Read only, few, and never a whole national number.
#pragma once

#include "cli/option.h"
#include "cli/streams.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

struct Candidate {
    std::string value;
    std::string about;
};

/// What can stand for a value of that kind that `begun` begins, or is part of. `line` are the words
/// before it: they may name the store and the organisation.
[[nodiscard]] std::vector<Candidate> candidates_of(Complete kind, std::string_view begun,
                                                   std::span<const std::string> line,
                                                   const Environment& environment);

}  // namespace dcadmin::cli
