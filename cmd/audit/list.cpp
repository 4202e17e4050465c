// SPDX-License-Identifier: Apache-2.0
#include "audit/commands.h"
#include "cli/context.h"
#include "views/audit_view.h"

#include <dcadmin/audit.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    bool system = false;
    std::optional<std::string> action;
    std::optional<std::string> subject;
    std::optional<Date> from;
    std::optional<Date> until;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const AuditFilter filter{.org = options.org,
                             .system = options.system,
                             .action = options.action.value_or(""),
                             .subject = options.subject.value_or(""),
                             .from = options.from,
                             .until = options.until,
                             .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::entry_view());
    const auto total = Audit(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command audit_list() {
    return cli::command<Options>({
        .summary = "list what was changed, by whom and why (logboek)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only the chain of this organisation"),
             cli::option("system", &Options::system, "only the system's chain"),
             cli::option("action", &Options::action, "only this, such as grant.add or grant"),
             cli::option("subject", &Options::subject, "only about this public id"),
             cli::option("from", &Options::from, "only since this day"),
             cli::option("until", &Options::until, "only through this day")},
            cli::options_of(&Options::page, cli::paging_options({"sequence", "at"}))),
        .examples = {{"dcadmin audit list --subject g-12", "the history of one grant"},
                     {"dcadmin audit list --reverse --limit 10", "the last ten changes"}},
        .fields = views::entry_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
