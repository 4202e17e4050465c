// SPDX-License-Identifier: Apache-2.0
#include "audit/commands.h"
#include "cli/context.h"
#include "views/audit_view.h"

#include <dcadmin/audit.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<Date> from;
    std::optional<Date> until;
};

cli::Exit run(cli::Context& context, const Options& options) {
    AuditFilter filter;
    filter.org = options.org;
    filter.from = options.from;
    filter.until = options.until;
    const auto& env = context.env();
    auto list = context.out().list(views::entry_view());
    Audit(env).list(filter, std::ref(list));
    list.end();
    return cli::Exit::ok;
}

}  // namespace

cli::Command audit_export() {
    return cli::command<Options>({
        .summary = "write the log of changes, every field of every entry (logboek uitvoeren)",
        .details = "As JSON lines, unless --output says otherwise.",
        .needs = cli::Needs::read,
        .format = output::Format::jsonl,
        .options = {cli::option("org", &Options::org, "only the chain of this organisation"),
                    cli::option("from", &Options::from, "only since this day"),
                    cli::option("until", &Options::until, "only through this day")},
        .examples = {{"dcadmin audit export --from 2026-01-01 > log.jsonl", "this year's changes"}},
        .fields = views::entry_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
