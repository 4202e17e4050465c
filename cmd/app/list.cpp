// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "cli/context.h"
#include "views/application_view.h"

#include <dcadmin/applications.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<std::string> text;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const ApplicationFilter filter{.text = options.text.value_or(""),
                                   .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::application_view());
    const auto total = Applications(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command app_list() {
    return cli::command<Options>({
        .summary = "list applications and the rights that open them (toepassingen)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("text", &Options::text, "only those with these words in code or name")},
            cli::options_of(&Options::page, cli::paging_options({"code", "name"}))),
        .examples = {{"dcadmin app list", "all of them"}},
        .fields = views::application_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
