// SPDX-License-Identifier: Apache-2.0
#include "administrator/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

#include <string_view>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    cli::Required<EnterpriseNumber> org;
    std::vector<DomainCode> domain;
    std::vector<SiteNumber> site;
    std::optional<Date> on;
    bool force = false;
    std::optional<std::string> reason;
};

template <AdministratorRole Role>
OfficeEnd request(const Options& options) {
    return {.role = Role,
            .person = *options.person,
            .org = *options.org,
            .domains = options.domain,
            .sites = options.site,
            .on = options.on,
            .force = options.force,
            .reason = options.reason.value_or("")};
}

template <AdministratorRole Role>
cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::administrator_view(),
                    Designation(context.env()).dismiss(request<Role>(options)));
    return cli::Exit::ok;
}

struct Words {
    std::string_view summary;
    std::string_view details;
    std::string_view example;
};

template <AdministratorRole Role>
cli::Command remove(const Words& words) {
    return cli::command<Options>({
        .summary = words.summary,
        .details = words.details,
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("person", &Options::person, "who",
                                {"rijksregisternummer", "insz", "persoon"}),
                    cli::option("org", &Options::org, "of which organisation",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("domain", &Options::domain, "only for these domains", {"domein"}),
                    cli::option("site", &Options::site, "only for these sites", {"vestiging"}),
                    cli::option("on", &Options::on, "the last day; without it the office ends now",
                                {"op", "einddatum"}),
                    cli::option("force", &Options::force, "also when nobody is left", {"dwingen"}),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{words.example, "now"}},
        .fields = views::administrator_view().texts(),
        .run = run<Role>,
        .rows =
            cli::rows_of(request<Role>,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Designation(env).dismiss_rows(Role, rows, how, sink);
                         }),
    });
}

}  // namespace

cli::Command cochief_remove() {
    return remove<AdministratorRole::cochief>(
        {.summary = "end the office of a co-chief (co-hoofdtoegangsbeheerder verwijderen)",
         .details = "By who may appoint, and by the person himself. Without --domain and --site "
                    "all offices as co-chief end. Refused when nobody would be left who "
                    "administers everything, unless forced with a reason.",
         .example =
             "dcadmin cochief remove --person p-30 --org 0566.988.259 --reason 'other work'"});
}

cli::Command manager_remove() {
    return remove<AdministratorRole::manager>(
        {.summary = "end the office of a manager (toegangsbeheerder verwijderen)",
         .details = "By who may appoint, and by the person himself. Without --domain and --site "
                    "all offices as manager end. Refused when nobody would be left who "
                    "administers everything, unless forced with a reason.",
         .example =
             "dcadmin manager remove --person p-30 --org 0566.988.259 --reason 'other work'"});
}

}  // namespace dcadmin::commands
