// SPDX-License-Identifier: Apache-2.0
// The keys of the store, and the set that applications verify with.
#include "cli/context.h"
#include "signing/commands.h"
#include "views/application_view.h"

#include <dcadmin/applications.h>

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit list(cli::Context& context, const Options&) {
    auto shown = context.out().list(views::signing_key_view());
    for (const SigningKey& key : SigningKeys(context.env()).list()) shown(key);
    shown.end();
    return cli::Exit::ok;
}

cli::Exit export_set(cli::Context& context, const Options&) {
    context.streams().out.write(SigningKeys(context.env()).key_set() + "\n");
    return cli::Exit::ok;
}

}  // namespace

cli::Command signing_list() {
    return cli::command<Options>({
        .summary = "list the keys that sign or signed assertions (ondertekensleutels)",
        .needs = cli::Needs::read,
        .examples = {{"dcadmin signing list", "which one signs"}},
        .fields = views::signing_key_view().texts(),
        .run = list,
    });
}

cli::Command signing_export() {
    return cli::command<Options>({
        .summary = "write the public keys that verify assertions, as a JSON Web Key Set (publieke "
                   "sleutels)",
        .needs = cli::Needs::read,
        .examples = {{"dcadmin signing export > jwks.json", "for applications to read"}},
        .run = export_set,
    });
}

}  // namespace dcadmin::commands
