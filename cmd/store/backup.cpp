// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "store/commands.h"
#include "views/store_view.h"

#include <dcadmin/store.h>

#include <filesystem>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<cli::FilePath> file;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const std::string& file = options.file->text;
    const Store& store = context.env().store;
    context.env().store.backup(file);
    if (!Store::on_server(store.url())) {
        context.out().item(views::store_view(), Store::status("sqlite:" + file));
        return cli::Exit::ok;
    }
    auto status = Store::status(context.settings().address());
    status.url = file;
    status.bytes = std::filesystem::file_size(file);
    context.out().item(views::store_view(), status);
    return cli::Exit::ok;
}

}  // namespace

cli::Command store_backup() {
    return cli::command<Options>({
        .summary = "copy the database while it is in use (reservekopie)",
        .details =
            "The copy appears when it is whole, with mode 0600; a file that is there already is "
            "not replaced. Of a database on a server pg_dump makes the copy, in the format that "
            "pg_restore reads.",
        .needs = cli::Needs::read,
        .options = {cli::option("file", &Options::file, "the new file").positional()},
        .examples = {{"dcadmin store backup dcadmin-2026-12-01.db", "a copy of today"}},
        .fields = views::store_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
