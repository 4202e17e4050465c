// SPDX-License-Identifier: Apache-2.0
// What can stand for a value, with a description: for the shell's completion, and for the questions
// on a terminal. Most of it comes from the store, opened for reading when it is first needed, as
// the one who acts sees it: few at a time, and never a whole national number.
#pragma once

#include "cli/option.h"
#include "cli/settings.h"
#include "cli/streams.h"

#include <dcadmin/base/clock.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

struct Candidate {
    std::string value;
    std::string about;
};

/// The values that the line has already for the option of that name.
using Chosen = std::function<std::vector<std::string>(std::string_view option)>;

/// In the place of values: the shell completes files, or folders, itself.
inline constexpr std::string_view any_file = ":files";
inline constexpr std::string_view any_folder = ":folders";

/// Words of `text` in any case or accent stand in the value or in what is said of it.
[[nodiscard]] bool fits(const Candidate& candidate, std::string_view text);

class FromStore;

class Candidates {
   public:
    Candidates(const Settings& settings, const Environment& environment, const Clock& clock,
               Chosen chosen);
    ~Candidates();
    Candidates(const Candidates&) = delete;
    Candidates& operator=(const Candidates&) = delete;

    /// At most `most` values that `begun` begins, or whose descriptions have it. Throws as opening
    /// and reading the store do.
    [[nodiscard]] std::vector<Candidate> of(const Option& option, std::string_view begun,
                                            std::size_t most);

   private:
    std::vector<Candidate> settings_of(Complete kind) const;
    FromStore& store();

    const Settings& settings_;
    const Environment& environment_;
    const Clock& clock_;
    Chosen chosen_;
    std::unique_ptr<FromStore> store_;
};

}  // namespace dcadmin::cli
