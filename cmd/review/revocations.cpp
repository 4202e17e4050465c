// SPDX-License-Identifier: Apache-2.0
#include "review/revocations.h"

#include "views/review_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/reviews.h>

#include <fmt/format.h>

namespace dcadmin::commands {
namespace {

// Up to here a run by file asks for nothing; beyond, it wants the number named.
constexpr std::uint64_t unasked = bulk::RevokeLimit{}.count;

}  // namespace

void write_revocations(cli::Context& context, ReviewId review, const cli::FilePath& file) {
    std::uint64_t count = 0;
    context.write_table<Revocation>(
        file, cli::Context::ReadBy::command, views::revocation_view(), [&](auto& list) {
            Reviews(context.env()).revocations(review, [&](const Revocation& one) {
                ++count;
                return list(one);
            });
        });
    if (count == 0) {
        context.note(say("{}: nothing to revoke", file.text));
        return;
    }
    std::vector<std::string> words{"grant", "revoke", "--file", file.text};
    if (count > unasked) words.push_back(fmt::format("--yes-revoke={}", count));
    context.suggest(say("to end or shorten these {}", count), words);
}

}  // namespace dcadmin::commands
