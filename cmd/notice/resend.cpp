// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "notice/commands.h"
#include "views/notice_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/customer_notices.h>
#include <dcadmin/error.h>
#include <dcadmin/outbox.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::vector<NoticeId> id;
    bool failed = false;
};

cli::Exit run(cli::Context& context, const Options& options) {
    if (options.failed != options.id.empty()) {
        throw Error(Kind::usage, "either ids or --failed say which notices are meant",
                    "see: dcadmin notice list --state failed", "id");
    }
    Notices notices(context.env());
    context.written(views::notice_view(),
                    options.failed ? notices.resend_failed() : notices.resend(options.id));
    if (!options.failed) return cli::Exit::ok;
    if (const auto count = CustomerNotices(context.env()).resend_failed(); count > 0) {
        context.note(count == 1 ? say("1 to customers waits again")
                                : say("{} to customers wait again", count));
    }
    return cli::Exit::ok;
}

}  // namespace

cli::Command notice_resend() {
    return cli::command<Options>({
        .summary = "let notices that were sent or have failed be sent again (opnieuw versturen)",
        .details = "They wait for the next notice send, under a new Message-ID, and go to the "
                   "person's present address when nobody has the old one any more. Recorded in the "
                   "log.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .options = {cli::option("id", &Options::id, "their public ids").positional().line_only(),
                    cli::option("failed", &Options::failed,
                                "all that have failed, also those to customers")
                        .line_only()},
        .examples = {{"dcadmin notice resend n-4", "one that the person cannot find"},
                     {"dcadmin notice resend --failed", "after the relay was set right"}},
        .fields = views::notice_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
