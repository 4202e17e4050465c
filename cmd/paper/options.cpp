// SPDX-License-Identifier: Apache-2.0
#include "paper/options.h"

namespace dcadmin::commands {

std::vector<cli::OptionOf<PaperChoice>> paper_choice_options(cli::Complete which) {
    return {
        cli::option("id", &PaperChoice::id, "which; see paper list").positional().completes(which),
        cli::option("region", &PaperChoice::region, "in the place of the id, with --number",
                    {"gewest"}),
        cli::option("number", &PaperChoice::number, "as printed on it, with --region", {"nummer"})
            .value("NUMBER")};
}

PaperKey key_of(const PaperChoice& choice) {
    PaperKey key{.id = choice.id, .region = choice.region, .number = {}};
    if (choice.number) key.number = PaperNumber::parse(*choice.number);
    return key;
}

std::vector<cli::OptionOf<PaperText>> paper_text_options() {
    return {cli::option("date", &PaperText::date, "day of the service", {"datum"}),
            cli::option("worker", &PaperText::worker, "login of who performed it", {"werknemer"}),
            cli::option("activity", &PaperText::activity, "what was done", {"activiteit"}),
            cli::option("usable-until", &PaperText::usable_until,
                        "the customer's last day, as printed on it", {"geldig_tot"})};
}

PaperFields fields_of(const PaperText& text) {
    return {.usable_until = text.usable_until,
            .day = text.date,
            .worker = text.worker,
            .activity = text.activity};
}

}  // namespace dcadmin::commands
