// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "news/commands.h"
#include "views/news_view.h"

#include <dcadmin/news.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<NewsId> id;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::news_view(), News(context.env()).get(*options.id));
    return cli::Exit::ok;
}

}  // namespace

cli::Command news_show() {
    return cli::command<Options>({
        .summary = "show an item of news (nieuwsbericht)",
        .needs = cli::Needs::read,
        .options = {cli::option("id", &Options::id, "its public id").positional()},
        .examples = {{"dcadmin news show w-1", "the whole text"}},
        .fields = views::news_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
