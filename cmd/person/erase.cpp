// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "person/commands.h"
#include "views/leave_view.h"

#include <dcadmin/leavers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    cli::Required<std::string> reason;
    std::optional<PersonRef> confirm;
    bool force = false;
};

ErasureRequest request(const Options& options) {
    if (options.confirm != *options.person) {
        throw Error(Kind::usage,
                    options.confirm
                        ? "the person who is to be erased was typed differently the second time"
                        : "erasing is not confirmed, and --yes is not enough for it",
                    "type the same after --confirm", "confirm");
    }
    return {.person = *options.person, .reason = *options.reason, .force = options.force};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::erasure_view(), Leavers(context.env()).erase(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command person_erase() {
    return cli::command<Options>({
        .summary = "destroy a person's data, for good (persoonsgegevens wissen)",
        .details = "Name, number, e-mail and telephone go, and the key that the log's hashes of "
                   "them were made with; what was done stays, and the log still verifies. Refused "
                   "while something of his lasts, and within the term of the policy retention "
                   "unless --force. Free texts such as reasons, the copies of a register, and "
                   "backups are not reached. There is no way back: the person is named twice.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::grave,
        .options = {cli::option("person", &Options::person, "whose data",
                                {"rijksregisternummer", "insz", "persoon"})
                        .positional(),
                    cli::option("reason", &Options::reason, "why", {"reden"}),
                    cli::option("confirm", &Options::confirm, "the same person once more",
                                {"bevestiging"}),
                    cli::option("force", &Options::force, "also before the term of retention",
                                {"toch"})},
        .examples = {{"dcadmin person erase p-12 --confirm p-12 --reason 'term has passed'",
                      "what the law no longer lets us keep"}},
        .fields = views::erasure_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Leavers(env).erase_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
