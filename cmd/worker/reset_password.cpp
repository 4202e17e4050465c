// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "views/worker_view.h"
#include "worker/commands.h"

#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/workers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<AffiliationNumber> login;
    bool send = false;
    std::optional<cli::FilePath> secret_file;
    std::optional<std::string> reason;
};

PasswordReset request(const Options& options) {
    return {
        .login = *options.login, .to_phone = options.send, .reason = options.reason.value_or("")};
}

void show(cli::Context& context, IssuedPassword issued, bool with_password) {
    if (!with_password) issued.password.clear();
    context.out().item(views::password_view(), issued);
}

void send(cli::Context& context, const Options& options) {
    const SmsGateway gateway = context.settings().sms_gateway();
    Workers workers(context.env());
    const auto issued = workers.reset_password(request(options));
    try {
        workers.send_password(gateway, issued);
    } catch (const Error& error) {
        throw Error(error.kind(), say("the password is new, but was not sent: {}", error.message()),
                    "reset it once more: dcadmin worker reset-password");
    }
    show(context, issued, false);
    context.note("it was sent to his telephone");
}

void write_to_file(cli::Context& context, const Options& options) {
    const auto& env = context.env();
    context.write_secret_of(*options.secret_file, [&] {
        const auto issued = Workers(env).reset_password(request(options));
        show(context, issued, false);
        context.note(say("it is in '{}'", options.secret_file->text));
        return issued.password;
    });
}

cli::Exit run(cli::Context& context, const Options& options) {
    if (options.send && options.secret_file) {
        throw Error(Kind::usage, "a password is sent or written to a file, not both",
                    "leave one of --send and --secret-file out", "send");
    }
    if (options.send) {
        send(context, options);
    } else if (options.secret_file) {
        write_to_file(context, options);
    } else {
        show(context, Workers(context.env()).reset_password(request(options)), true);
    }
    return cli::Exit::ok;
}

}  // namespace

cli::Command worker_reset_password() {
    return cli::command<Options>({
        .summary = "give a worker a new password (wachtwoord opnieuw instellen)",
        .details = "The former one ends at once. The new one is shown this once, or written to a "
                   "file, or sent to the worker's telephone; the store keeps it as Argon2id alone.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .options = {cli::option("login", &Options::login, "his login").positional(),
                    cli::option("send", &Options::send,
                                "send it to his telephone, through the gateway of the settings"),
                    cli::option("secret-file", &Options::secret_file,
                                "a new file for it, of mode 0600")
                        .line_only(),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin worker reset-password 980000000182", "read it to him"},
                     {"dcadmin worker reset-password 980000000182 --send",
                      "nobody but he sees it"}},
        .fields = views::password_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
