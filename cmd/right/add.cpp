// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "right/commands.h"
#include "views/right_view.h"

#include <dcadmin/rights.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<RightCode> code;
    cli::Required<std::string> title_nl;
    std::optional<std::string> title_fr;
    std::optional<std::string> title_en;
    cli::Required<std::vector<Audience>> audience;
    std::optional<ContextKind> context;
    std::vector<RoleCode> role;
    std::optional<Term> max_term;
    std::optional<Term> default_term;
    std::optional<int> min_level;
    std::optional<DomainCode> domain;
};

NewRight request(const Options& options) {
    return {.code = *options.code,
            .title_nl = *options.title_nl,
            .title_fr = options.title_fr.value_or(""),
            .title_en = options.title_en.value_or(""),
            .audiences = *options.audience,
            .context = options.context,
            .roles = options.role,
            .max_term = options.max_term,
            .default_term = options.default_term,
            .min_level = options.min_level,
            .domain = options.domain};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::right_view(), Rights(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command right_add() {
    return cli::command<Options>({
        .summary = "add a right to the catalogue (gebruikersrecht toevoegen)",
        .needs = cli::Needs::write,
        .options =
            {cli::option("code", &Options::code, "what files and scripts name it by", {})
                 .completes(cli::Complete::nothing),
             cli::option("title-nl", &Options::title_nl, "title in Dutch", {"titel_nl", "titel"}),
             cli::option("title-fr", &Options::title_fr, "title in French", {"titel_fr"}),
             cli::option("title-en", &Options::title_en, "title in English", {"titel_en"}),
             cli::option("audience", &Options::audience, "target groups it can be granted in",
                         {"doelgroep"}),
             cli::option("context", &Options::context,
                         "what a grant of it is limited to; none unless said", {"contextsoort"}),
             cli::option("role", &Options::role, "the roles, for context role", {"rol"}),
             cli::option("max-term", &Options::max_term,
                         "the longest period of a grant, such as 4y, 6m, 30d; 4y unless said",
                         {"maximumduur"}),
             cli::option("default-term", &Options::default_term,
                         "the period when none is named; the longest unless said",
                         {"standaardduur"}),
             cli::option("min-level", &Options::min_level,
                         "the level of digital key it asks for; 300 unless said",
                         {"minimumniveau"}),
             cli::option("domain", &Options::domain,
                         "whose managers grant it; vlaamse-overheid unless said", {"domein"})},
        .examples = {{"dcadmin right add --code dienstencheques-erkende-onderneming --title-nl "
                      "'Dienstencheques voor Erkende Ondernemingen' --audience EA --context site",
                      "a right that is limited to sites"},
                     {"dcadmin right add --file rights.csv", "a catalogue"}},
        .fields = views::right_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Rights(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
