// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "store/commands.h"
#include "views/store_view.h"

#include <dcadmin/store.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<cli::FilePath> file;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.env().store.backup(options.file->text);
    context.out().item(views::store_view(), Store::status("sqlite:" + options.file->text));
    return cli::Exit::ok;
}

}  // namespace

cli::Command store_backup() {
    return cli::command<Options>({
        .summary = "copy the database while it is in use (reservekopie)",
        .details =
            "The copy appears when it is whole, with mode 0600; a file that is there already is "
            "not replaced.",
        .needs = cli::Needs::read,
        .options = {cli::option("file", &Options::file, "the new file").positional()},
        .examples = {{"dcadmin store backup dcadmin-2026-12-01.db", "a copy of today"}},
        .fields = views::store_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
