// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "review/commands.h"
#include "review/revocations.h"
#include "views/review_view.h"

#include <dcadmin/reviews.h>

namespace dcadmin::cli {

template <>
struct ArgType<Decision> : WordArg<Decision, parse_decision> {
    static constexpr std::string_view name = "DECISION";
    static Words choices() { return {"keep", "revoke", "shorten"}; }
};

}  // namespace dcadmin::cli

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<ReviewId> review;
    cli::Required<GrantId> grant;
    std::optional<Decision> decision;
    std::optional<Date> new_until;
    std::optional<std::string> reason;
    std::optional<cli::FilePath> revocations;
};

// Without the apostrophe that keeps a spreadsheet from running it.
std::string as_meant(const std::string& reason) {
    const bool defused = reason.size() > 1 && reason[0] == '\'' &&
                         std::string_view("=+-@").find(reason[1]) != std::string_view::npos;
    return defused ? reason.substr(1) : reason;
}

ReviewAnswer request(const Options& options) {
    return {.review = *options.review,
            .grant = *options.grant,
            .decision = options.decision,
            .until = options.new_until,
            .reason = as_meant(options.reason.value_or(""))};
}

void after(cli::Context& context, const Options& options) {
    if (options.revocations) write_revocations(context, *options.review, *options.revocations);
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::review_item_view(), Reviews(context.env()).decide(request(options)));
    after(context, options);
    return cli::Exit::ok;
}

}  // namespace

cli::Command review_import() {
    return cli::command<Options>({
        .summary = "take in what reviewers answered (antwoorden inlezen)",
        .details = "The file is one that review export wrote, filled in. No grant is changed: "
                   "--revocations writes what is to end, by all answers of the review so far, as "
                   "a file for grant revoke, which is then looked at and run. A row without a "
                   "decision stays open; another answer replaces the earlier one until the "
                   "review is closed. With --as it must be the reviewer, or an administrator "
                   "who is not limited to other sites.",
        .needs = cli::Needs::write,
        .options = {cli::option("review", &Options::review, "its public id")
                        .completes(cli::Complete::open_review)
                        .positional()
                        .line_only(),
                    cli::option("grant", &Options::grant, "which grant", {"toekenning"}),
                    cli::option("decision", &Options::decision, "what becomes of it",
                                {"beslissing"}),
                    cli::option("new-until", &Options::new_until,
                                "the earlier last day, for shorten", {"nieuwe einddatum"}),
                    cli::option("reason", &Options::reason, "why, for revoke and shorten",
                                {"reden"}),
                    cli::option("revocations", &Options::revocations,
                                "write what is to end to this file, for grant revoke")
                        .line_only()},
        .examples = {{"dcadmin review import v-3 --file reviews/v-3-p-12.csv --revocations end.csv",
                      "then: dcadmin grant revoke --file end.csv"},
                     {"dcadmin review import v-3 --grant g-9 --decision keep", "one answer"}},
        .fields = views::review_item_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Reviews(env).decide_rows(rows, how, sink); }),
        .for_people = {"person", "name", "org", "right", "title", "site", "site_name", "from",
                       "until"},
        .after_rows = after,
    });
}

}  // namespace dcadmin::commands
