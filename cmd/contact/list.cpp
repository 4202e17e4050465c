// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "contact/commands.h"
#include "views/contact_view.h"

#include <dcadmin/secure_zone/contacts.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<std::string> purpose;
    bool all = false;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    ContactFilter filter{
        .org = options.org, .purpose = {}, .all = options.all, .page = cli::page_of(options.page)};
    if (options.purpose) filter.purpose = parse_contact_purpose(*options.purpose);
    const auto& env = context.env();
    auto list = context.out().list(views::contact_view());
    const auto total = Contacts(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command contact_list() {
    return cli::command<Options>({
        .summary = "list the contact persons of companies (contactpersonen)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("purpose", &Options::purpose, "only for this", {"doel"})
                 .choices({"general", "services", "refunds", "pickups", "privacy"}),
             cli::option("all", &Options::all, "those who were removed, too")},
            cli::options_of(&Options::page,
                            cli::paging_options({"org", "name", "purpose", "consent"}))),
        .examples = {{"dcadmin contact list --org 0566988259 --purpose pickups",
                      "whom the driver calls"}},
        .fields = views::contact_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
