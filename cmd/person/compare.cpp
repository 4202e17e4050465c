// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "person/commands.h"
#include "views/compare_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/rights.h>

#include <fmt/format.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::vector<PersonRef>> person;
    std::optional<EnterpriseNumber> org;
    bool differences = false;
    std::optional<cli::FilePath> copy_missing;
};

void write_missing(cli::Context& context, const Comparison& comparison, const cli::FilePath& file) {
    const CopyPlan plan = copy_missing(comparison);
    for (const auto& [person, org] : plan.without) {
        context.note(
            say("{0} first needs a working relation with {1} that these rights are offered to: "
                "dcadmin relation add --person {0} --org {2} …",
                person.text(), org.formatted(), org.digits()));
    }
    if (plan.grants.empty()) {
        context.note("nothing to copy");
        return;
    }
    context.write_table<NewGrant>(file, cli::Context::ReadBy::command, views::new_grant_view(),
                                  [&](auto& list) {
                                      for (const auto& grant : plan.grants) list(grant);
                                  });
    context.suggest(say("to grant these {}", plan.grants.size()),
                    {"grant", "add", "--file", file.text});
}

cli::Exit run(cli::Context& context, const Options& options) {
    const auto comparison =
        Rights(context.env())
            .compare({.persons = *options.person, .org = options.org, .at = context.at()});
    for (const auto& [id, name] : comparison.persons) {
        context.note(fmt::format("{} {}", id.text(), name));
    }
    auto list = context.out().list(views::compare_view());
    std::uint64_t shown = 0;
    for (const auto& right : comparison.rights) {
        if (options.differences && right.lack.empty()) continue;
        list(right);
        ++shown;
    }
    list.end(shown);
    if (options.copy_missing) write_missing(context, comparison, *options.copy_missing);
    return cli::Exit::ok;
}

}  // namespace

cli::Command person_compare() {
    return cli::command<Options>({
        .summary = "the rights of persons side by side (personen vergelijken)",
        .details = "What each of two or more persons may do on the day of --at: who has it, and "
                   "who has not. With --copy-missing the first person is the model: what the "
                   "others lack is written as a file for grant add, which is then looked at and "
                   "run; nothing is granted yet.",
        .needs = cli::Needs::read,
        .options = {cli::option("person", &Options::person, "two or more").positional(),
                    cli::option("org", &Options::org, "only what they may do for it"),
                    cli::option("differences", &Options::differences,
                                "only what one of them lacks"),
                    cli::option("copy-missing", &Options::copy_missing,
                                "write what the others lack of the first one to this file")},
        .examples = {{"dcadmin person compare p-1 p-2 --differences", "who misses what"},
                     {"dcadmin person compare p-1 p-7 --copy-missing new.csv",
                      "p-7 is to do what p-1 does"}},
        .fields = views::compare_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
