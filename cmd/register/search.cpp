// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "register/commands.h"
#include "views/register_view.h"

#include <dcadmin/registers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> text;
    bool anywhere = false;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const RegisterFilter filter{
        .text = *options.text, .anywhere = options.anywhere, .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::register_hit_view());
    const auto total = Registers(env).search(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command register_search() {
    return cli::command<Options>({
        .summary = "look for enterprises by name (zoeken in de Kruispuntbank van Ondernemingen)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("text", &Options::text, "how the name begins, in any case or accent")
                 .positional(),
             cli::option("anywhere", &Options::anywhere,
                         "words that stand anywhere in the name; takes longer")},
            cli::options_of(&Options::page, cli::paging_options({"name"}))),
        .examples = {{"dcadmin register search poets --limit 20", "names that begin so"},
                     {"dcadmin register search 'hulp aalst' --anywhere", "with both words"}},
        .fields = views::register_hit_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
