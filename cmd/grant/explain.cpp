// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "grant/commands.h"
#include "views/access_view.h"

#include <dcadmin/rights.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    cli::Required<RightCode> right;
    std::optional<EnterpriseNumber> org;
    std::optional<ContextValue> site;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const AccessQuestion question{.person = *options.person,
                                  .right = *options.right,
                                  .org = options.org,
                                  .context = options.site,
                                  .at = context.at()};
    const auto links = Rights(context.env()).explain(question);
    auto list = context.out().list(views::link_view());
    for (const auto& link : links) list(link);
    list.end();
    return links.empty() || links.back().holds ? cli::Exit::ok : cli::Exit::found;
}

}  // namespace

cli::Command grant_explain() {
    return cli::command<Options>({
        .summary = "explain why a person has a right, or why not (toekenning verklaren)",
        .details =
            "Shows each link from person to access up to the first that does not hold, with the "
            "command that mends it. Ends with 10 when one does not hold.",
        .needs = cli::Needs::read,
        .options =
            {cli::option("person", &Options::person, "who").completes(cli::Complete::colleague),
             cli::option("right", &Options::right, "which right"),
             cli::option("org", &Options::org, "for which organisation")
                 .completes(cli::Complete::employer),
             cli::option("site", &Options::site, "at which site, or in which role")},
        .examples = {{"dcadmin grant explain --person p-12 --right wse-loket --org 0566.988.259",
                      "what is missing"}},
        .fields = views::link_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
