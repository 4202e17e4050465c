// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "news/commands.h"
#include "views/news_view.h"

#include <dcadmin/news.h>

namespace dcadmin::commands {
namespace {

struct Options {
    bool all = false;
    std::optional<Audience> audience;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const NewsFilter filter{.audience = options.audience,
                            .all = options.all,
                            .at = context.at(),
                            .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::news_view());
    const auto total = News(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command news_list() {
    return cli::command<Options>({
        .summary = "list the news of the day (nieuws)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("all", &Options::all, "that of other days too"),
             cli::option("audience", &Options::audience,
                         "what this target group sees: its own and everybody's")},
            cli::options_of(&Options::page, cli::paging_options({"from", "until", "id"}))),
        .examples = {{"dcadmin news list --audience EA", "what economic actors see today"}},
        .fields = views::news_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
