// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "manager/commands.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    cli::Required<EnterpriseNumber> org;
    cli::Required<std::vector<DomainCode>> domain;
    std::vector<SiteNumber> site;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<std::string> reason;
};

NewOffice request(const Options& options) {
    return {.role = AdministratorRole::manager,
            .person = *options.person,
            .org = *options.org,
            .domains = *options.domain,
            .sites = options.site,
            .from = options.from,
            .until = options.until,
            .email = options.email,
            .phone = options.phone,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::administrator_view(),
                    Designation(context.env()).appoint(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command manager_add() {
    return cli::command<Options>({
        .summary = "appoint a manager of a domain (toegangsbeheerder aanstellen)",
        .details = "By the chief, a co-chief or manager of the domain, a legal representative, "
                   "or the local operator. The person must work for the organisation or "
                   "represent it. With sites he is a local administrator (lokale beheerder) of "
                   "those alone. Several domains and sites make one office each, all or none.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("person", &Options::person, "who",
                                {"rijksregisternummer", "insz", "persoon"}),
                    cli::option("org", &Options::org, "of which organisation",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("domain", &Options::domain,
                                "for which domains; all means every domain", {"domein"}),
                    cli::option("site", &Options::site, "only for these sites", {"vestiging"}),
                    cli::option("from", &Options::from, "first day; today unless said",
                                {"begindatum"}),
                    cli::option("until", &Options::until, "last day; none unless said",
                                {"einddatum"}),
                    cli::option("email", &Options::email,
                                "e-mail address of the office; the person's own unless said",
                                {"e-mailadres"}),
                    cli::option("phone", &Options::phone, "telephone number of the office",
                                {"telefoonnummer", "telefoon"}),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin --as p-12 manager add --person p-30 --org 0566.988.259 --domain "
                      "sociale-zekerheid",
                      "the chief appoints one"},
                     {"dcadmin manager add --file managers.csv", "many"}},
        .fields = views::administrator_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request,
            [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                return Designation(env).appoint_rows(AdministratorRole::manager, rows, how, sink);
            }),
    });
}

}  // namespace dcadmin::commands
