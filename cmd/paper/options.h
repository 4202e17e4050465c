// SPDX-License-Identifier: Apache-2.0
// Options that several commands about paper vouchers have: which one is meant, what stands on it.
#pragma once

#include "cli/command.h"

#include <dcadmin/secure_zone/paper.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin::commands {

/// By its id, or by region and number.
struct PaperChoice {
    std::optional<PaperVoucherId> id;
    std::optional<Region> region;
    std::optional<std::string> number;
};
[[nodiscard]] std::vector<cli::OptionOf<PaperChoice>> paper_choice_options(
    cli::Complete which = cli::Complete::paper);
[[nodiscard]] PaperKey key_of(const PaperChoice& choice);

struct PaperText {
    std::optional<Date> usable_until;
    std::optional<Date> date;
    std::optional<AffiliationNumber> worker;
    std::optional<Activity> activity;
};
[[nodiscard]] std::vector<cli::OptionOf<PaperText>> paper_text_options();
[[nodiscard]] PaperFields fields_of(const PaperText& text);

}  // namespace dcadmin::commands
