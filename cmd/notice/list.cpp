// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "notice/commands.h"
#include "views/notice_view.h"

#include <dcadmin/outbox.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<PersonRef> person;
    std::optional<std::string> state;
    std::optional<std::string> kind;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const NoticeFilter filter{.person = options.person,
                              .state = options.state.value_or(""),
                              .kind = options.kind.value_or(""),
                              .page = cli::page_of(options.page)};
    const auto& env = context.env();
    const auto answer = filter.state == "failed" ? output::Shown::always : output::Shown::detail;
    auto list = context.out().list(views::notice_view(answer));
    const auto total = Notices(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command notice_list() {
    return cli::command<Options>({
        .summary = "list the notices to persons (berichten)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("person", &Options::person, "only to this person"),
             cli::option("state", &Options::state, "only those")
                 .choices({"waiting", "claimed", "sent", "failed"}),
             cli::option("kind", &Options::kind, "only of this kind, such as grant.add")},
            cli::options_of(&Options::page, cli::paging_options({"id", "at"}))),
        .examples = {{"dcadmin notice list --state waiting", "what is still to be sent"},
                     {"dcadmin notice list --state failed", "what could not be sent, and why"}},
        .fields = views::notice_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
