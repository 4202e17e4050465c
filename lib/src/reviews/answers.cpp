// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "reviews/find.h"
#include "reviews/rules.h"

#include <dcadmin/base/say.h>
#include <dcadmin/reviews.h>

#include <utility>

namespace dcadmin {

namespace {

using reviews::StoredItem;

StoredItem get_item(store::Tx& tx, const ReviewAnswer& request) {
    const auto at = reviews::moment_of(tx);
    if (auto found = reviews::find_item(tx.db(), request.review, request.grant, at)) {
        return std::move(*found);
    }
    const auto review = reviews::get_review(tx.db(), request.review, at);
    if (!access::sees(tx, review.organisation_id)) throw reviews::unknown_review(request.review);
    throw Error(Kind::not_found,
                say("{} does not ask about {}", review.item.id.text(), request.grant.text()),
                say("see what it asks: dcadmin review export {} --folder …", review.item.id.text()),
                "grant");
}

void require_answerer(store::Tx& tx, const StoredItem& item) {
    access::enter(tx);
    if (!access::sees(tx, item.organisation_id)) throw reviews::unknown_review(item.item.review);
    access::require(tx, access::Operation::review,
                    {.organisation = item.organisation_id,
                     .contexts = std::vector<std::int64_t>{item.context_id}});
    const auto person = tx.acting();
    if (!person || *person == item.item.reviewer.value()) return;
    const auto offices = reviews::offices_now(tx, item.organisation_id);
    if (reviews::may_answer(offices, *person, item.context_id)) return;
    throw Error(Kind::not_allowed,
                say("{} is to be answered for by {}, not by p-{}", item.item.grant.text(),
                    item.item.reviewer.text(), *person),
                "an administrator of all sites may answer instead", "grant");
}

bool same(const ReviewItem& item, const ReviewAnswer& request) {
    return item.decision == request.decision && item.until == request.until &&
           item.reason == request.reason;
}

std::string image(const ReviewItem& item) {
    const std::string until = item.until ? item.until->iso() : std::string();
    const std::string_view decision = item.decision ? name_of(*item.decision) : "";
    return audit::image_of(audit::ReviewItemFields{.review_id = item.review.value(),
                                                   .grant_id = item.grant.value(),
                                                   .reviewer_id = item.reviewer.value(),
                                                   .decision = decision,
                                                   .until = until,
                                                   .reason = item.reason});
}

// Keeps the answer, and records what it was before.
void keep_answer(store::Tx& tx, StoredItem& stored, const ReviewAnswer& request) {
    std::optional<std::string> before;
    if (stored.item.decision) before = image(stored.item);
    stored.item.decision = request.decision;
    stored.item.until = request.until;
    stored.item.reason = request.reason;
    const std::string until = request.until ? request.until->iso() : std::string();
    reviews::answer_item(tx.db(), stored.id, name_of(*request.decision), until, request.reason);
    const std::string after = image(stored.item);
    audit::NewEntry entry{.chain = audit::chain_of(tx, stored.organisation_id),
                          .subject = "review_item",
                          .verb = "decide",
                          .subject_id = stored.id,
                          .before = {},
                          .after = after,
                          .reason = {}};
    if (before) entry.before = *before;
    if (!request.reason.empty()) entry.reason = request.reason;
    audit::record(tx, entry);
}

Written<ReviewItem> apply_decide(bulk::Work& work, const ReviewAnswer& request) {
    store::Tx& tx = work.tx;
    StoredItem stored = get_item(tx, request);
    ReviewItem& item = stored.item;
    require_answerer(tx, stored);
    if (!request.decision) {
        if (!request.until && request.reason.empty()) return {false, item, {}};
        throw Error(Kind::usage, "a new end or a reason without a decision",
                    "one of: keep, revoke, shorten", "decision");
    }
    if (same(item, request)) return {false, item, {}};
    if (!item.live) {
        return {false, item, say("{} has ended meanwhile: no answer is needed", item.grant.text())};
    }
    if (auto problem = reviews::problem_of(request, item.period, tx.today())) {
        throw std::move(*problem);
    }
    if (!stored.review_open) {
        throw Error(Kind::rule, say("{} is closed", item.review.text()),
                    "what was missed is ended with: dcadmin grant revoke", "review");
    }
    keep_answer(tx, stored, request);
    return {true, item, {}};
}

}  // namespace

Written<ReviewItem> Reviews::decide(const ReviewAnswer& request) {
    return bulk::run_one(env_, "review_item.decide",
                         [&](bulk::Work& work) { return apply_decide(work, request); });
}

bulk::Summary Reviews::decide_rows(const bulk::Source<ReviewAnswer>& rows,
                                   const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "review_item.decide", rows, options, sink,
                          [](bulk::Work& work, const ReviewAnswer& request) {
                              const auto written = apply_decide(work, request);
                              return bulk::result_of(written, written.item.grant.text());
                          });
}

}  // namespace dcadmin
