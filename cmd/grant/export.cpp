// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "grant/commands.h"
#include "views/grant_view.h"

#include <dcadmin/rights.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<RightCode> right;
};

cli::Exit run(cli::Context& context, const Options& options) {
    GrantFilter filter;
    filter.org = options.org;
    filter.right = options.right;
    filter.at = context.at();
    const auto& env = context.env();
    auto list = context.out().list(views::grant_request_view());
    for (const auto state : {GrantState::active, GrantState::future}) {
        filter.state = state;
        Rights(env).list_grants(filter, std::ref(list));
    }
    list.end();
    return cli::Exit::ok;
}

}  // namespace

cli::Command grant_export() {
    return cli::command<Options>({
        .summary = "write the live grants as a file of requests (toekenningen uitvoeren)",
        .details =
            "What it writes, grant add --file takes on the same store. Active and future grants "
            "are live.",
        .needs = cli::Needs::read,
        .format = output::Format::csv,
        .options = {cli::option("org", &Options::org, "only for this organisation"),
                    cli::option("right", &Options::right, "only of this right")},
        .examples = {{"dcadmin grant export --org 0566.988.259 > grants.csv",
                      "the grants of one organisation"}},
        .fields = views::grant_request_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
