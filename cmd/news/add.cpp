// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "news/commands.h"
#include "views/news_view.h"

#include <dcadmin/news.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> title;
    cli::Required<std::string> body;
    std::optional<Audience> audience;
    std::optional<Date> from;
    cli::Required<Date> until;
};

NewNews request(const Options& options) {
    return {.title = *options.title,
            .body = *options.body,
            .audience = options.audience,
            .from = options.from,
            .until = *options.until};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::news_view(), News(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command news_add() {
    return cli::command<Options>({
        .summary = "add an item of news (nieuwsbericht toevoegen)",
        .needs = cli::Needs::write,
        .options = {cli::option("title", &Options::title, "its title", {"titel"}),
                    cli::option("body", &Options::body, "its text", {"tekst"}),
                    cli::option("audience", &Options::audience,
                                "only for this target group; for everybody unless said",
                                {"doelgroep"}),
                    cli::option("from", &Options::from, "first day; today unless said",
                                {"begindatum"}),
                    cli::option("until", &Options::until, "last day", {"einddatum"})},
        .examples = {{"dcadmin news add --title Onderhoud --body 'Zondag van 8 tot 12 uur niet "
                      "bereikbaar' --until 2026-12-06",
                      "from today until that day"},
                     {"dcadmin news add --file news.csv", "many"}},
        .fields = views::news_view().texts(),
        .run = run,
        .rows = cli::rows_of(request,
                             [](const Env& env, const auto& rows, const auto& how,
                                const auto& sink) { return News(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
