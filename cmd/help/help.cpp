// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "help/commands.h"

namespace dcadmin::commands {
namespace {

struct Options {
    std::vector<std::string> words;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.streams().out.write(cli::explanation(options.words));
    return cli::Exit::ok;
}

}  // namespace

cli::Command help() {
    return cli::command<Options>({
        .summary = "explain the program, a topic or a command (hulp)",
        .runs = cli::Runs::here,
        .options = {cli::option("topic", &Options::words, "a topic, a noun, or a noun and a verb")
                        .positional()
                        .value("TOPIC")
                        .choices(cli::topic_names())},
        .examples = {{"dcadmin help bulk", "how files of requests work"},
                     {"dcadmin help grant add", "one command"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
