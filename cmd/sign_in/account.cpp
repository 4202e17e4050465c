// SPDX-License-Identifier: Apache-2.0
// Service accounts: their secrets go to files, never to the output.
#include "cli/context.h"
#include "sign_in/commands.h"
#include "views/sign_in_view.h"

#include <dcadmin/accounts.h>
#include <dcadmin/base/say.h>

namespace dcadmin::commands {
namespace {

struct AddOptions {
    cli::Required<std::string> name;
    std::vector<std::string> operations;
    std::vector<EnterpriseNumber> orgs;
    cli::Required<Date> until;
    cli::Required<std::string> reason;
    cli::Required<cli::FilePath> secret_file;
};

void hand_over(cli::Context& context, const IssuedSecret& issued, const cli::FilePath& file) {
    context.out().item(views::account_view(), issued.account);
    context.note(
        say("its secret is in '{}'; whoever runs it names that file with the "
            "setting token_file",
            file.text));
}

cli::Exit run_add(cli::Context& context, const AddOptions& options) {
    const auto& env = context.env();
    context.write_secret_of(*options.secret_file, [&] {
        const auto issued = Accounts(env).add({.name = *options.name,
                                               .operations = options.operations,
                                               .orgs = options.orgs,
                                               .until = *options.until,
                                               .reason = *options.reason});
        hand_over(context, issued, *options.secret_file);
        return issued.secret;
    });
    return cli::Exit::ok;
}

struct Nothing {};

cli::Exit run_list(cli::Context& context, const Nothing&) {
    const auto accounts = Accounts(context.env()).list();
    auto list = context.out().list(views::account_view());
    for (const Account& account : accounts) list(account);
    list.end();
    return cli::Exit::ok;
}

struct RotateOptions {
    cli::Required<std::string> name;
    cli::Required<cli::FilePath> secret_file;
    std::optional<std::string> reason;
};

cli::Exit run_rotate(cli::Context& context, const RotateOptions& options) {
    const auto& env = context.env();
    context.write_secret_of(*options.secret_file, [&] {
        const auto issued = Accounts(env).rotate(*options.name, options.reason.value_or(""));
        hand_over(context, issued, *options.secret_file);
        return issued.secret;
    });
    return cli::Exit::ok;
}

struct RetireOptions {
    cli::Required<std::string> name;
    std::optional<std::string> reason;
};

cli::Exit run_retire(cli::Context& context, const RetireOptions& options) {
    context.written(views::account_view(),
                    Accounts(context.env()).retire(*options.name, options.reason.value_or("")));
    return cli::Exit::ok;
}

}  // namespace

cli::Command account_add() {
    return cli::command<AddOptions>({
        .summary = "add a service account for a program that acts by itself (dienstaccount)",
        .details =
            "Its secret is written to a new file of mode 0600, and is nowhere else. It acts "
            "by the setting token_file, or by a credential of systemd called dcadmin-token. "
            "It may do no more than its operations say, for its organisations alone; some things "
            "only persons may, such as designating a chief.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .options = {cli::option("name", &AddOptions::name, "its name", {"naam"}).positional(),
                    cli::option("operation", &AddOptions::operations,
                                "what it may do; several times, or *", {"bewerking"})
                        .completes(cli::Complete::operation),
                    cli::option("for", &AddOptions::orgs,
                                "for which organisations; without it, for all", {"voor"}),
                    cli::option("until", &AddOptions::until, "its last day, two years at most",
                                {"einddatum"}),
                    cli::option("reason", &AddOptions::reason, "what it is for", {"reden"}),
                    cli::option("secret-file", &AddOptions::secret_file,
                                "a new file for its secret")
                        .line_only()},
        .examples = {{"dcadmin account add leavers --operation end_relation --until 2027-06-30 "
                      "--reason 'leavers nightly' --secret-file leavers.token",
                      "for a nightly timer"}},
        .fields = views::account_view().texts(),
        .run = run_add,
    });
}

cli::Command account_list() {
    return cli::command<Nothing>({
        .summary = "list the service accounts (dienstaccounts)",
        .needs = cli::Needs::read,
        .examples = {{"dcadmin account list", "what each may do, until when"}},
        .fields = views::account_view().texts(),
        .run = run_list,
    });
}

cli::Command account_rotate() {
    return cli::command<RotateOptions>({
        .summary = "give a service account a new secret (geheim vervangen)",
        .details = "The old secret stops working in the same moment.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .options = {cli::option("name", &RotateOptions::name, "which", {"naam"})
                        .positional()
                        .completes(cli::Complete::account),
                    cli::option("secret-file", &RotateOptions::secret_file,
                                "a new file for its secret")
                        .line_only(),
                    cli::option("reason", &RotateOptions::reason, "why", {"reden"})},
        .examples = {{"dcadmin account rotate leavers --secret-file leavers.new",
                      "then put the new file in the place of the old"}},
        .fields = views::account_view().texts(),
        .run = run_rotate,
    });
}

cli::Command account_retire() {
    return cli::command<RetireOptions>({
        .summary = "end a service account at once (dienstaccount intrekken)",
        .needs = cli::Needs::write,
        .severity = cli::Severity::grave,
        .typed = "name",
        .options = {cli::option("name", &RetireOptions::name, "which", {"naam"})
                        .positional()
                        .completes(cli::Complete::account),
                    cli::option("reason", &RetireOptions::reason, "why", {"reden"})},
        .examples = {{"dcadmin account retire leavers --reason 'timer removed'", "now"}},
        .fields = views::account_view().texts(),
        .run = run_retire,
    });
}

}  // namespace dcadmin::commands
