// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "notice/commands.h"
#include "views/notice_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/outbox.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<std::uint64_t> limit;
    bool digest = false;
    bool summary = false;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const MailRelay relay = context.settings().mail_relay();
    const SendSummary sent =
        Notices(context.env()).send(relay, {.limit = options.limit, .digest = options.digest});
    if (options.summary) {
        auto list = context.out().list(views::send_view());
        list(sent);
        list.end();
    }
    if (!sent.unreachable.empty()) {
        context.warn(say("the mail relay {} cannot be reached: {}", relay.url, sent.unreachable));
        return cli::Exit::busy;
    }
    return sent.failed > 0 ? cli::Exit::rows_left : cli::Exit::ok;
}

}  // namespace

cli::Command notice_send() {
    return cli::command<Options>({
        .summary = "send the notices that are due by mail (berichten versturen)",
        .details =
            "For a timer or cron: several at once never send the same notice. Each is sent at "
            "least once, and again under the same Message-ID when the process or the relay died "
            "before it was known to be taken. What the relay refuses for now is tried again after "
            "1, 2, 4 … minutes, at most 4 hours, for 5 days; what it refuses for good has failed. "
            "It exits with 0 when nothing is left that was due, with 3 when notices have failed, "
            "and with 75 when the relay cannot be reached. The relay and the sender are settings: "
            "mail.url, mail.from, and for signing in mail.user and mail.password_file.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .format = output::Format::jsonl,
        .options = {cli::option("limit", &Options::limit, "at most so many mails"),
                    cli::option("digest", &Options::digest,
                                "one mail for all that waits for a person"),
                    cli::option("summary", &Options::summary, "say what was done, on one line")},
        .examples = {{"dcadmin notice send", "what a timer does every minute"},
                     {"dcadmin notice send --digest --summary", "one mail a person, once a day"}},
        .fields = views::send_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
