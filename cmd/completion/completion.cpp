// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "completion/commands.h"
#include "completion/stubs.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<Shell> shell;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.streams().out.write(stub(*options.shell));
    return cli::Exit::ok;
}

}  // namespace

cli::Command completion() {
    return cli::command<Options>({
        .summary = "print the lines that make a shell complete dcadmin's words (aanvullen)",
        .details = "They never change: what they offer they ask from the program itself.",
        .runs = cli::Runs::here,
        .options = {cli::option("shell", &Options::shell, "which shell").positional()},
        .examples = {{"source <(dcadmin completion bash)", "complete in this bash"},
                     {"dcadmin completion fish > ~/.config/fish/completions/dcadmin.fish",
                      "complete in every fish"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
