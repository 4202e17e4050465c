// SPDX-License-Identifier: Apache-2.0
#include "audit/commands.h"
#include "cli/context.h"
#include "views/audit_view.h"

#include <dcadmin/audit.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<cli::FilePath> since;
    bool problems = false;
};

std::vector<ChainHead> checkpoint(cli::Context& context, const cli::FilePath& file) {
    std::vector<ChainHead> heads;
    for (const auto& row : context.table_of(file, {"org", "length", "head"})) {
        ChainHead head;
        if (!row[0].empty()) head.org = EnterpriseNumber::parse(row[0]);
        head.length = static_cast<std::int64_t>(
            cli::ArgType<std::uint64_t>::parse(row[1], context.parse_context("length")));
        head.head = row[2];
        heads.push_back(std::move(head));
    }
    return heads;
}

cli::Exit run(cli::Context& context, const Options& options) {
    const auto since =
        options.since ? checkpoint(context, *options.since) : std::vector<ChainHead>{};
    const auto report = Audit(context.env()).verify(since);
    if (options.problems) {
        auto list = context.out().list(views::problem_view());
        for (const auto& problem : report.problems) list(problem);
        list.end(report.problem_count);
    } else {
        context.out().item(views::audit_report_view(), report);
        for (const auto& problem : report.problems) {
            const auto chain = problem.org ? problem.org->formatted() : std::string("system");
            context.warn(fmt::format("{} {}: {}", chain, problem.position, problem.what));
        }
    }
    return report.problem_count == 0 ? cli::Exit::ok : cli::Exit::integrity;
}

}  // namespace

cli::Command audit_verify() {
    return cli::command<Options>({
        .summary = "recompute the log's chains and compare the store with them (logboek nazien)",
        .details = "Ends with 9 when something does not verify.",
        .needs = cli::Needs::read,
        .options = {cli::option("since", &Options::since,
                                "also compare with a checkpoint that was kept elsewhere"),
                    cli::option("problems", &Options::problems,
                                "list the problems, one by one, instead of counting them")},
        .examples = {{"dcadmin audit verify --since checkpoint.csv",
                      "nothing edited, nothing cut off"}},
        .fields = views::audit_report_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
