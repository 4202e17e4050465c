// SPDX-License-Identifier: Apache-2.0
#include "access/commands.h"
#include "cli/context.h"
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
    const auto accesses = Rights(context.env()).access(question);
    auto list = context.out().list(views::access_view());
    for (const auto& access : accesses) list(access);
    list.end(accesses.size());
    return accesses.empty() ? cli::Exit::found : cli::Exit::ok;
}

}  // namespace

cli::Command access_check() {
    return cli::command<Options>({
        .summary = "for which organisations may this person act now? (toegang)",
        .details = "Ends with 0 when there is one, with 10 when there is none.",
        .needs = cli::Needs::read,
        .options =
            {cli::option("person", &Options::person, "who").completes(cli::Complete::colleague),
             cli::option("right", &Options::right, "with which right"),
             cli::option("org", &Options::org, "only for this organisation")
                 .completes(cli::Complete::employer),
             cli::option("site", &Options::site, "only at this site, or in this role")},
        .examples =
            {{"dcadmin access check --person p-12 --right dienstencheques-erkende-onderneming",
              "the organisations to choose from after signing in"}},
        .fields = views::access_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
