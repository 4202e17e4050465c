// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "company/commands.h"
#include "views/company_view.h"

#include <dcadmin/secure_zone/company.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::optional<std::string> state;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const CompanyFilter filter{.org = options.org,
                               .region = options.region,
                               .state = options.state.value_or(""),
                               .at = context.at(),
                               .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::accreditation_view());
    const auto total = Companies(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command company_show() {
    return cli::command<Options>({
        .summary = "show a company's accreditations, per region (erkenningen)",
        .details = "Of one company, or of all that you may see.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "which company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("region", &Options::region, "where", {"gewest"}),
             cli::option("state", &Options::state, "active, future or ended", {"toestand"})},
            cli::options_of(&Options::page,
                            cli::paging_options({"org", "name", "region", "number"}))),
        .examples = {{"dcadmin company show --org 0566988259", "where it is accredited"}},
        .fields = views::accreditation_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
