// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "grant/commands.h"
#include "views/grant_view.h"

#include <dcadmin/rights.h>

namespace dcadmin::cli {

template <>
struct ArgType<GrantState> : WordArg<GrantState, parse_grant_state> {
    static constexpr std::string_view name = "STATE";
    static Words choices() { return {"active", "future", "ended", "revoked"}; }
};

}  // namespace dcadmin::cli

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<PersonRef> person;
    std::optional<EnterpriseNumber> org;
    std::optional<RightCode> right;
    std::optional<ContextValue> site;
    std::optional<GrantState> state;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const GrantFilter filter{.person = options.person,
                             .org = options.org,
                             .right = options.right,
                             .context = options.site,
                             .state = options.state,
                             .at = context.at(),
                             .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::grant_view());
    const auto total = Rights(env).list_grants(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command grant_list() {
    return cli::command<Options>({
        .summary = "list grants (toekenningen opzoeken)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("person", &Options::person, "only to this person"),
             cli::option("org", &Options::org, "only for this organisation"),
             cli::option("right", &Options::right, "only of this right"),
             cli::option("site", &Options::site, "only for this site or role"),
             cli::option("state", &Options::state, "only those, on the day of --at")},
            cli::options_of(&Options::page,
                            cli::paging_options({"id", "name", "org", "right", "from", "until"}))),
        .examples = {{"dcadmin grant list --org 0566.988.259 --state active",
                      "who may do what there"},
                     {"dcadmin grant list --person p-12 --at 2026-01-31",
                      "what someone could do then"}},
        .fields = views::grant_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
