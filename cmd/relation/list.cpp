// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "relation/commands.h"
#include "views/relation_view.h"

#include <dcadmin/persons.h>

namespace dcadmin::cli {

template <>
struct ArgType<RelationState> : WordArg<RelationState, parse_relation_state> {
    static constexpr std::string_view name = "STATE";
    static Words choices() { return {"active", "future", "ended"}; }
};

}  // namespace dcadmin::cli

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<PersonRef> person;
    std::optional<EnterpriseNumber> org;
    std::optional<Audience> audience;
    std::optional<Category> category;
    std::optional<RelationState> state;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const RelationFilter filter{.person = options.person,
                                .org = options.org,
                                .audience = options.audience,
                                .category = options.category,
                                .state = options.state,
                                .at = context.at(),
                                .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::relation_view());
    const auto total = Persons(env).list_relations(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command relation_list() {
    return cli::command<Options>({
        .summary = "list working relations (werkrelaties)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("person", &Options::person, "only of this person"),
             cli::option("org", &Options::org, "only with this organisation"),
             cli::option("audience", &Options::audience, "only of this target group"),
             cli::option("category", &Options::category, "only of this category"),
             cli::option("state", &Options::state, "only those, on the day of --at")},
            cli::options_of(&Options::page,
                            cli::paging_options({"id", "name", "org", "from", "until"}))),
        .examples = {{"dcadmin relation list --org 0566.988.259 --state active --sort until",
                      "who works there, the first to end first"}},
        .fields = views::relation_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
