// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "right/commands.h"
#include "views/right_view.h"

#include <dcadmin/rights.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<std::string> text;
    std::optional<Audience> audience;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const RightFilter filter{.text = options.text.value_or(""),
                             .audience = options.audience,
                             .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::right_view());
    const auto total = Rights(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command right_list() {
    return cli::command<Options>({
        .summary = "list the catalogue of rights (gebruikersrechten)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("text", &Options::text, "only those with these words in code or title"),
             cli::option("audience", &Options::audience, "only those of this target group")},
            cli::options_of(&Options::page, cli::paging_options({"code", "title"}))),
        .examples = {{"dcadmin right list --audience EA", "the rights of economic actors"}},
        .fields = views::right_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
