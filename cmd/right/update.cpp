// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "right/commands.h"
#include "views/right_view.h"

#include <dcadmin/rights.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<RightCode> code;
    std::optional<std::string> title_nl;
    std::optional<std::string> title_fr;
    std::optional<std::string> title_en;
    std::vector<Audience> audience;
    std::vector<RoleCode> add_role;
    std::optional<Term> max_term;
    std::optional<Term> default_term;
    std::optional<int> min_level;
    std::optional<DomainCode> domain;
};

RightChange request(const Options& options) {
    RightChange change{.code = *options.code,
                       .title_nl = options.title_nl,
                       .title_fr = options.title_fr,
                       .title_en = options.title_en,
                       .audiences = {},
                       .add_roles = options.add_role,
                       .max_term = options.max_term,
                       .default_term = options.default_term,
                       .min_level = options.min_level,
                       .domain = options.domain};
    if (!options.audience.empty()) change.audiences = options.audience;
    return change;
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::right_view(), Rights(context.env()).update(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command right_update() {
    return cli::command<Options>({
        .summary = "change a right of the catalogue (gebruikersrecht wijzigen)",
        .details =
            "What is not named stays as it is. A shorter longest period leaves running grants "
            "alone.",
        .needs = cli::Needs::write,
        .options = {cli::option("code", &Options::code, "which right", {"recht"}).positional(),
                    cli::option("title-nl", &Options::title_nl, "title in Dutch",
                                {"titel_nl", "titel"}),
                    cli::option("title-fr", &Options::title_fr, "title in French", {"titel_fr"}),
                    cli::option("title-en", &Options::title_en, "title in English", {"titel_en"}),
                    cli::option("audience", &Options::audience,
                                "target groups, instead of those it has", {"doelgroep"}),
                    cli::option("add-role", &Options::add_role, "roles more than it has", {"rol"}),
                    cli::option("max-term", &Options::max_term, "the longest period of a grant",
                                {"maximumduur"}),
                    cli::option("default-term", &Options::default_term,
                                "the period when none is named", {"standaardduur"}),
                    cli::option("min-level", &Options::min_level,
                                "the level of digital key it asks for", {"minimumniveau"}),
                    cli::option("domain", &Options::domain, "whose managers grant it",
                                {"domein"})},
        .examples = {{"dcadmin right update wse-loket --max-term 2y",
                      "shorter grants from now on"}},
        .fields = views::right_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Rights(env).update_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
