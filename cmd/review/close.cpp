// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "review/commands.h"
#include "review/revocations.h"
#include "views/review_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/reviews.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<ReviewId> review;
    std::optional<std::string> reason;
    std::optional<cli::FilePath> revocations;
};

ReviewClosing request(const Options& options) {
    return {.review = *options.review, .reason = options.reason.value_or("")};
}

// Of a file of reviews each has a file of its own.
void after(cli::Context& context, const Options& options) {
    if (!options.revocations) return;
    if (options.review.has_value()) {
        write_revocations(context, *options.review, *options.revocations);
    } else {
        context.warn("--revocations is for one review: dcadmin review close ID --revocations FILE");
    }
}

cli::Exit run(cli::Context& context, const Options& options) {
    Reviews reviews(context.env());
    const auto closed = reviews.close(request(options));
    auto list = context.out().list(views::review_item_view());
    const auto total =
        reviews.items({.review = *options.review, .unanswered = true}, std::ref(list));
    list.end(total);
    const bool revoke = closed.item.unanswered == Decision::revoke;
    context.remark(closed.changed, closed.remark);
    context.note(say("{} of {} is closed: {} grants, {} without an answer{}", closed.item.id.text(),
                     closed.item.org.formatted(), closed.item.grants, total,
                     total == 0 ? ""
                     : revoke   ? say(", which are to end")
                                : say(", which stay")));
    after(context, options);
    return cli::Exit::ok;
}

}  // namespace

cli::Command review_close() {
    return cli::command<Options>({
        .summary = "end a review, and list what nobody answered for (herbevestiging afsluiten)",
        .details = "The policy review_unanswered decides what becomes of grants without an "
                   "answer: keep, or revoke. With revoke they stand in the file of --revocations "
                   "too. No grant is changed.",
        .needs = cli::Needs::write,
        .options = {cli::option("review", &Options::review, "its public id", {"herbevestiging"})
                        .completes(cli::Complete::open_review)
                        .positional(),
                    cli::option("reason", &Options::reason, "why", {"reden"}),
                    cli::option("revocations", &Options::revocations,
                                "write what is to end to this file, for grant revoke")
                        .line_only()},
        .examples = {{"dcadmin review close v-3 --revocations end.csv",
                      "then: dcadmin grant revoke --file end.csv"}},
        .fields = views::review_item_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Reviews(env).close_rows(rows, how, sink); }),
        .after_rows = after,
    });
}

}  // namespace dcadmin::commands
