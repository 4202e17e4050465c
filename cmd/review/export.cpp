// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "review/commands.h"
#include "views/review_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/reviews.h>

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<ReviewId> review;
    cli::Required<cli::FilePath> folder;
    std::optional<PersonId> reviewer;
};

views::ReviewFile write_one(cli::Context& context, const Options& options,
                            const ReviewerStatus& reviewer) {
    const auto name = fmt::format("{}-{}.csv", options.review->text(), reviewer.reviewer.text());
    const auto path = (std::filesystem::path(options.folder->text) / name).string();
    const ReviewItemFilter filter{.review = *options.review, .reviewer = reviewer.reviewer};
    context.write_table<ReviewItem>(
        {path}, cli::Context::ReadBy::spreadsheet, views::review_item_view(),
        [&](auto& list) { Reviews(context.env()).items(filter, std::ref(list)); });
    return {path, reviewer.reviewer, reviewer.name, reviewer.grants};
}

cli::Exit run(cli::Context& context, const Options& options) {
    const auto reviewers = Reviews(context.env()).status(*options.review);
    // Where it cannot be made, writing into it says why.
    std::error_code ignored;
    std::filesystem::create_directory(options.folder->text, ignored);
    auto list = context.out().list(views::review_file_view());
    std::uint64_t made = 0;
    for (const auto& reviewer : reviewers) {
        if (options.reviewer && *options.reviewer != reviewer.reviewer) continue;
        list(write_one(context, options, reviewer));
        ++made;
    }
    if (options.reviewer && made == 0) {
        throw Error(Kind::not_found,
                    say("{} asks nothing of {}", options.review->text(), options.reviewer->text()),
                    say("see whom it asks: dcadmin review status {}", options.review->text()),
                    "reviewer");
    }
    list.end(made);
    return cli::Exit::ok;
}

}  // namespace

cli::Command review_export() {
    return cli::command<Options>({
        .summary = "write a file for each reviewer to fill in (vragenlijsten)",
        .details = "One CSV file a reviewer, with the answers so far: in the column decision "
                   "stands keep, revoke or shorten, in new_until the earlier last day for "
                   "shorten, in reason why, for revoke and shorten. The other columns are there "
                   "to be read. A file that is there already is not replaced, for it may have "
                   "been filled in. The files hold no national numbers, and nothing that a "
                   "spreadsheet would run.",
        .needs = cli::Needs::read,
        .options = {cli::option("review", &Options::review, "its public id").positional(),
                    cli::option("folder", &Options::folder,
                                "where the files go; made when it is not there")
                        .value("DIR")
                        .completes(cli::Complete::folder),
                    cli::option("reviewer", &Options::reviewer, "only that of this person")
                        .completes(cli::Complete::reviewer)},
        .examples = {{"dcadmin review export v-3 --folder reviews", "reviews/v-3-p-12.csv, …"}},
        .fields = views::review_file_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
