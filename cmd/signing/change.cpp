// SPDX-License-Identifier: Apache-2.0
// A first key, and one in place of another.
#include "cli/context.h"
#include "signing/commands.h"
#include "views/application_view.h"

#include <dcadmin/applications.h>

namespace dcadmin::commands {
namespace {

struct Create {
    std::optional<std::string> algorithm;
};
struct Rotate {
    std::optional<std::string> reason;
};

cli::Exit create(cli::Context& context, const Create& options) {
    SigningKeys keys(context.env());
    context.written(views::signing_key_view(),
                    keys.create(context.settings().text("assert.key_file"),
                                options.algorithm.value_or("ES256")));
    return cli::Exit::ok;
}

cli::Exit rotate(cli::Context& context, const Rotate& options) {
    SigningKeys keys(context.env());
    context.written(
        views::signing_key_view(),
        keys.rotate(context.settings().text("assert.key_file"), options.reason.value_or("")));
    return cli::Exit::ok;
}

}  // namespace

cli::Command signing_create() {
    return cli::command<Create>({
        .summary = "make the key that signs assertions (ondertekensleutel)",
        .details = "The private half goes to the file of the setting assert.key_file, mode 0600, "
                   "and nowhere else; the public half to the store. Run it as the system account "
                   "that is to sign.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .options = {cli::option("algorithm", &Create::algorithm, "ES256 unless said", {"algoritme"})
                        .choices({"ES256", "RS256"})
                        .line_only()},
        .examples = {{"dcadmin signing create", "once, before the first assertion"}},
        .fields = views::signing_key_view().texts(),
        .run = create,
    });
}

cli::Command signing_rotate() {
    return cli::command<Rotate>({
        .summary = "put a new key in place of the one that signs assertions (sleutel vervangen)",
        .details = "The old one signs nothing any more; it stays in the exported set for a little "
                   "more than an hour, so that what it signed can be verified.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::grave,
        .options = {cli::option("reason", &Rotate::reason, "why", {"reden"}).line_only()},
        .examples = {{"dcadmin signing rotate --reason 'each year'", "a new key"}},
        .fields = views::signing_key_view().texts(),
        .run = rotate,
    });
}

}  // namespace dcadmin::commands
