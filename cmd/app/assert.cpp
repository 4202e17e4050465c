// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "cli/context.h"

#include <dcadmin/applications.h>
#include <dcadmin/base/say.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> app;
    std::optional<std::string> nonce;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const Assertion made = Assertions(context.env())
                               .make({.application = *options.app,
                                      .nonce = options.nonce.value_or(""),
                                      .issuer = context.settings().text("assert.issuer"),
                                      .key_file = context.settings().text("assert.key_file")});
    context.streams().out.write(made.token + "\n");
    context.detail(say("it holds until {}", made.expires_at.iso()));
    return cli::Exit::ok;
}

}  // namespace

cli::Command auth_assert() {
    return cli::command<Options>({
        .summary = "write a signed assertion (verklaring) of who you are and which rights "
                   "you hold",
        .details =
            "It is a JSON Web Token, addressed to the application, that holds for 5 minutes: the "
            "person, the key he signed in with, the organisation he chose and his rights there, as "
            "the identity token of the Flemish access management. Whoever has it can show it, so "
            "hand it over by a pipe. The key that signs it is the file of the setting "
            "assert.key_file, which must be mode 0600 and belong to the account that runs this; "
            "the setting assert.issuer says by which address applications know it.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .options = {cli::option("app", &Options::app, "the application's code", {"toepassing"})
                        .completes(cli::Complete::application)
                        .value("CODE"),
                    cli::option("nonce", &Options::nonce,
                                "what the application gave, to be given back in it")},
        .examples = {{"dcadmin auth assert --app zone --nonce n-0S6", "for one application"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
