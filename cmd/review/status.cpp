// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "review/commands.h"
#include "views/review_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/reviews.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<ReviewId> review;
};

std::string time_left(const Review& review, std::int64_t days) {
    if (review.state == ReviewState::closed) return "closed";
    const auto due = review.due.formatted();
    if (days < 0) return say("due {}, {} days late", due, -days);
    return days == 1 ? say("due {}, {} day left", due, days)
                     : say("due {}, {} days left", due, days);
}

cli::Exit run(cli::Context& context, const Options& options) {
    Reviews reviews(context.env());
    const Review review = reviews.get(*options.review);
    const auto reviewers = reviews.status(*options.review, context.at());
    auto list = context.out().list(views::reviewer_view());
    ReviewerStatus all{
        .reviewer = PersonId::from_stored(0), .name = {}, .due = review.due, .days_left = 0};
    for (const auto& one : reviewers) {
        list(one);
        all.grants += one.grants;
        all.open += one.open;
        all.gone += one.gone;
        all.days_left = one.days_left;
    }
    list.end(reviewers.size());
    context.note(say("{} of {}: {} grants, {} answered, {} open, {} gone; {}", review.id.text(),
                     review.org.formatted(), all.grants, all.grants - all.open - all.gone, all.open,
                     all.gone, time_left(review, all.days_left)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command review_status() {
    return cli::command<Options>({
        .summary = "how far each reviewer is (stand van zaken)",
        .details = "A grant that ended before anybody answered for it is gone, and needs no "
                   "answer. The total, and the days that are left, are said below.",
        .needs = cli::Needs::read,
        .options = {cli::option("review", &Options::review, "its public id").positional()},
        .examples = {{"dcadmin review status v-3", "who has yet to answer"}},
        .fields = views::reviewer_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
