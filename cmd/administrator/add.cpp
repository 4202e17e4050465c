// SPDX-License-Identifier: Apache-2.0
#include "administrator/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dcadmin::commands {
namespace {

template <AdministratorRole Role>
struct Options {
    cli::Required<PersonRef> person;
    cli::Required<EnterpriseNumber> org;
    // A manager is one of named domains.
    std::conditional_t<Role == AdministratorRole::manager, cli::Required<std::vector<DomainCode>>,
                       std::vector<DomainCode>>
        domain;
    std::vector<SiteNumber> site;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<std::string> reason;
};

const std::vector<DomainCode>& domains_of(const std::vector<DomainCode>& domains) {
    return domains;
}
const std::vector<DomainCode>& domains_of(const cli::Required<std::vector<DomainCode>>& domains) {
    return *domains;
}

template <AdministratorRole Role>
NewOffice request(const Options<Role>& options) {
    return {.role = Role,
            .person = *options.person,
            .org = *options.org,
            .domains = domains_of(options.domain),
            .sites = options.site,
            .from = options.from,
            .until = options.until,
            .email = options.email,
            .phone = options.phone,
            .reason = options.reason.value_or("")};
}

template <AdministratorRole Role>
cli::Exit run(cli::Context& context, const Options<Role>& options) {
    context.written(views::administrator_view(),
                    Designation(context.env()).appoint(request<Role>(options)));
    return cli::Exit::ok;
}

struct Words {
    std::string_view summary;
    std::string_view details;
    std::string_view domain;
    std::vector<cli::Example> examples;
};

template <AdministratorRole Role>
cli::Command add(Words words) {
    using Options = Options<Role>;
    return cli::command<Options>({
        .summary = words.summary,
        .details = words.details,
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("person", &Options::person, "who",
                                {"rijksregisternummer", "insz", "persoon"}),
                    cli::option("org", &Options::org, "of which organisation",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("domain", &Options::domain, words.domain, {"domein"})
                        .completes(cli::Complete::domain_or_all),
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
        .examples = std::move(words.examples),
        .fields = views::administrator_view().texts(),
        .run = run<Role>,
        .rows =
            cli::rows_of(request<Role>,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Designation(env).appoint_rows(Role, rows, how, sink);
                         }),
    });
}

}  // namespace

cli::Command cochief_add() {
    return add<AdministratorRole::cochief>(
        {.summary = "appoint a co-chief (co-hoofdtoegangsbeheerder aanstellen)",
         .details = "By the chief, a legal representative, or the local operator. The person must "
                    "work for the organisation or represent it.",
         .domain = "for all domains unless some are named",
         .examples = {{"dcadmin --as p-12 cochief add --person p-30 --org 0566.988.259",
                       "the chief appoints one"},
                      {"dcadmin cochief add --file cochiefs.csv", "many"}}});
}

cli::Command manager_add() {
    return add<AdministratorRole::manager>(
        {.summary = "appoint a manager of a domain (toegangsbeheerder aanstellen)",
         .details = "By the chief, a co-chief or manager of the domain, a legal representative, "
                    "or the local operator. The person must work for the organisation or "
                    "represent it. With sites he is a local administrator (lokale beheerder) of "
                    "those alone. Several domains and sites make one office each, all or none.",
         .domain = "for which domains; all means every domain",
         .examples = {{"dcadmin --as p-12 manager add --person p-30 --org 0566.988.259 --domain "
                       "sociale-zekerheid",
                       "the chief appoints one"},
                      {"dcadmin manager add --file managers.csv", "many"}}});
}

}  // namespace dcadmin::commands
