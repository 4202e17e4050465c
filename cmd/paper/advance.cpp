// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "paper/commands.h"
#include "paper/options.h"
#include "views/paper_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::paper_advance_view(), Paper(context.env()).advance(options.org));
    return cli::Exit::ok;
}

}  // namespace

cli::Command paper_advance() {
    return cli::command<Options>({
        .summary = "reject vouchers that nobody corrected in time (termijnen laten verstrijken)",
        .details = "For cron, once a day: each is rejected once, however late it runs. Of one "
                   "company, or by an operator of all.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::none,
        .options = {cli::option("org", &Options::org, "only of this company",
                                {"organisatie", "ondernemingsnummer"})},
        .examples = {{"dcadmin paper advance --quiet", "every night"}},
        .fields = views::paper_advance_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
