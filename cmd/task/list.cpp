// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "task/commands.h"
#include "views/task_view.h"

#include <fmt/format.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<PersonRef> person;
    std::optional<TaskKind> kind;
    std::optional<TaskState> state;
    std::optional<Term> within;
    bool count = false;
    cli::Paging page;
};

cli::Exit print_count(cli::Context& context, TaskFilter filter) {
    filter.page.limit = 0;
    const auto count = Tasks(context.env()).list(filter, [](const Task&) { return true; });
    if (context.out().style().format == output::Format::table) {
        context.out().text(fmt::format("{}\n", count));
    } else {
        context.out().item(views::count_view(), {count});
    }
    return cli::Exit::ok;
}

cli::Exit run(cli::Context& context, const Options& options) {
    const TaskFilter filter{.org = options.org,
                            .person = options.person,
                            .kind = options.kind,
                            .state = options.state,
                            .within = options.within,
                            .at = context.at(),
                            .page = cli::page_of(options.page)};
    if (options.count) return print_count(context, filter);
    const auto& env = context.env();
    auto list = context.out().list(views::task_view());
    const auto total = Tasks(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command task_list() {
    return cli::command<Options>({
        .summary = "list what waits for an administrator (mijn taken)",
        .details = "Open tasks unless --state names others. Who acts with --as sees those of the "
                   "organisations that he administers, or his own with --person. Rights and "
                   "working relations about to end, and organisations that nobody administers, are "
                   "tasks as long as they are so: their id is what they are about.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only of this organisation"),
             cli::option("person", &Options::person, "only about this person"),
             cli::option("kind", &Options::kind, "only of this kind"),
             cli::option("state", &Options::state, "those in this state instead of the open ones"),
             cli::option("within", &Options::within,
                         "how soon an end makes a task; 60 days unless said"),
             cli::option("count", &Options::count, "only how many there are")},
            cli::options_of(&Options::page, cli::paging_options({"due", "id", "org", "kind"}))),
        .examples = {{"dcadmin --as p-1 task list", "what waits for this administrator"},
                     {"dcadmin --as p-1 task list --count", "how many, for a badge"},
                     {"dcadmin task list --kind requested-right --org 0566.988.259",
                      "who asks for rights there"}},
        .fields = views::task_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
