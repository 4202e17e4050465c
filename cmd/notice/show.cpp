// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "notice/commands.h"
#include "views/notice_view.h"

#include <dcadmin/outbox.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<NoticeId> id;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::whole_notice_view(), Notices(context.env()).get(*options.id));
    return cli::Exit::ok;
}

}  // namespace

cli::Command notice_show() {
    return cli::command<Options>({
        .summary = "show a notice with its text (bericht)",
        .needs = cli::Needs::read,
        .options = {cli::option("id", &Options::id, "its public id").positional()},
        .examples = {{"dcadmin notice show n-4", "what the person was told"}},
        .fields = views::whole_notice_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
