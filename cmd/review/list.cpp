// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "review/commands.h"
#include "views/review_view.h"

#include <dcadmin/reviews.h>

namespace dcadmin::cli {

template <>
struct ArgType<ReviewState> : WordArg<ReviewState, parse_review_state> {
    static constexpr std::string_view name = "STATE";
    static Words choices() { return {"open", "closed"}; }
};

}  // namespace dcadmin::cli

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<ReviewState> state;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const ReviewFilter filter{
        .org = options.org, .state = options.state, .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::review_view());
    const auto total = Reviews(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command review_list() {
    return cli::command<Options>({
        .summary = "list reviews (herbevestigingen)",
        .needs = cli::Needs::read,
        .options =
            cli::with<Options>({cli::option("org", &Options::org, "only of this organisation"),
                                cli::option("state", &Options::state, "only those")},
                               cli::options_of(&Options::page, cli::paging_options({"id", "due"}))),
        .examples = {{"dcadmin review list --state open --sort due", "which are under way"}},
        .fields = views::review_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
