// SPDX-License-Identifier: Apache-2.0
#include "administrator/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

#include <string_view>

namespace dcadmin::cli {

template <>
struct ArgType<OfficeState> : WordArg<OfficeState, parse_office_state> {
    static constexpr std::string_view name = "STATE";
    static Words choices() { return {"active", "future", "ended"}; }
};

}  // namespace dcadmin::cli

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<PersonRef> person;
    std::optional<DomainCode> domain;
    std::optional<OfficeState> state;
    cli::Paging page;
};

template <AdministratorRole Role>
cli::Exit run(cli::Context& context, const Options& options) {
    const AdministratorFilter filter{.org = options.org,
                                     .person = options.person,
                                     .role = Role,
                                     .domain = options.domain,
                                     .state = options.state,
                                     .at = context.at(),
                                     .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::administrator_view());
    const auto total = Designation(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

template <AdministratorRole Role>
cli::Command list_of(std::string_view summary, std::string_view example) {
    return cli::command<Options>({
        .summary = summary,
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only of this organisation"),
             cli::option("person", &Options::person, "only of this person"),
             cli::option("domain", &Options::domain, "only for this domain, also by having all"),
             cli::option("state", &Options::state, "only those, on the day of --at")},
            cli::options_of(&Options::page,
                            cli::paging_options({"id", "name", "org", "from", "until"}))),
        .examples = {{example, "who is it today"}},
        .fields = views::administrator_view().texts(),
        .run = run<Role>,
    });
}

}  // namespace

cli::Command cochief_list() {
    return list_of<AdministratorRole::cochief>(
        "list co-chiefs (co-hoofdtoegangsbeheerders)",
        "dcadmin cochief list --org 0566.988.259 --state active");
}

cli::Command manager_list() {
    return list_of<AdministratorRole::manager>(
        "list managers (toegangsbeheerders)",
        "dcadmin manager list --org 0566.988.259 --state active");
}

}  // namespace dcadmin::commands
