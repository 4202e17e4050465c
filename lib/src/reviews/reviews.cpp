// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/reviews.h>

#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "inbox/inbox.h"
#include "organisations/find.h"
#include "policies/values.h"
#include "reviews/find.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

#include <utility>

namespace dcadmin {

namespace reviews {

Error unknown_review(ReviewId id) {
    return {Kind::not_found, say("no review {} in the store", id.text()),
            "see which there are: dcadmin review list", "review"};
}

StoredReview get_review(store::Db& db, ReviewId id, const AskedMoment& at) {
    if (auto found = find_review(db, id, at)) return std::move(*found);
    throw unknown_review(id);
}

AskedMoment moment_of(const store::Tx& tx) {
    return {tx.today(), tx.now()};
}

namespace {

std::vector<std::int64_t> contexts_of(store::Db& db, const StoredReview& review) {
    std::vector<std::int64_t> contexts;
    for (const SiteNumber site : review.item.sites) {
        contexts.push_back(find_site(db, review.organisation_id, site).value_or(0));
    }
    return contexts;
}

}  // namespace

void require_review(store::Tx& tx, const StoredReview& review) {
    if (!access::sees(tx, review.organisation_id)) throw unknown_review(review.item.id);
    access::require(
        tx, access::Operation::review,
        {.organisation = review.organisation_id, .contexts = contexts_of(tx.db(), review)});
}

StoredReview get_review(const Env& env, ReviewId id, const AskedMoment& at) {
    access::enter(env);
    StoredReview review = get_review(env.store.db(), id, at);
    if (!access::sees(env, review.organisation_id)) throw unknown_review(id);
    access::require_reading(env, {.organisation = review.organisation_id});
    return review;
}

std::vector<designation::Office> offices_now(store::Tx& tx, std::int64_t organisation_id) {
    return designation::offices_of(tx.db(), organisation_id, tx.today(), tx.now());
}

void require_administrator(store::Tx& tx, std::int64_t organisation_id) {
    if (access::signed_in(tx.env())) return;  // the matrix was asked
    const auto person = tx.acting();
    if (!person) return;
    if (designation::administers(tx.db(), organisation_id, *person, tx.today(), tx.now())) return;
    throw Error(Kind::not_allowed, say("p-{} is no administrator of that organisation", *person),
                "reviews are for its chief, co-chiefs and managers", "org");
}

namespace {

std::string image(const StoredReview& review, std::string_view items) {
    const std::string due = review.item.due.iso();
    return audit::image_of(audit::ReviewFields{.organisation_id = review.organisation_id,
                                               .state = name_of(review.item.state),
                                               .due = due,
                                               .right_id = review.right_id,
                                               .sites = review.sites,
                                               .reason = review.item.reason,
                                               .closed_at = review.closed_at,
                                               .answer = review.item.answer,
                                               .unanswered = review.unanswered,
                                               .items = items});
}

Written<Review> apply_close(bulk::Work& work, const ReviewClosing& request) {
    store::Tx& tx = work.tx;
    store::Db& db = tx.db();
    const auto at = moment_of(tx);
    const StoredReview review = get_review(db, request.review, at);
    require_review(tx, review);
    require_administrator(tx, review.organisation_id);
    if (review.item.state == ReviewState::closed) return {false, review.item, {}};
    const std::int64_t id = request.review.value();
    close_review(db, id, tx.now().iso(), request.reason,
                 policies::value_of(db, "review_unanswered"));
    const StoredReview closed = get_review(db, request.review, at);
    const std::string items = asked_by(db, id);
    const std::string before = image(review, items);
    const std::string after = image(closed, items);
    std::optional<std::string_view> reason;
    if (!request.reason.empty()) reason = request.reason;
    audit::record(tx, {.chain = audit::chain_of(tx, review.organisation_id),
                       .subject = "review",
                       .verb = "close",
                       .subject_id = id,
                       .before = before,
                       .after = after,
                       .reason = reason});
    inbox::finish(tx, {.organisation_id = review.organisation_id,
                       .kind = "attestation",
                       .subject = request.review.text(),
                       .answer = say("{} is closed", request.review.text())});
    return {true, closed.item, {}};
}

// The answer as `grant revoke` carries it out; none when nothing is left to do.
std::optional<Revocation> revocation_of(const ReviewItem& item, const Review& review, Date today) {
    if (!item.live) return std::nullopt;
    const bool unanswered = !item.decision && review.unanswered == Decision::revoke;
    const Decision decision =
        unanswered ? Decision::revoke : item.decision.value_or(Decision::keep);
    if (decision == Decision::keep) return std::nullopt;
    Revocation revocation{.person = item.person,
                          .org = item.org,
                          .right = item.right,
                          .context = item.context,
                          .grant = item.grant,
                          .on = {},
                          .reason = item.reason};
    if (unanswered) {
        revocation.reason = fmt::format("nobody answered for it in review {}", review.id.text());
    }
    if (decision == Decision::revoke) return revocation;
    if (*item.until >= item.period.last()) return std::nullopt;
    // Access cannot be taken back in time: an end that is past by now ends it at once.
    if (*item.until >= today) revocation.on = item.until;
    return revocation;
}

}  // namespace

}  // namespace reviews

std::uint64_t Reviews::list(const ReviewFilter& filter, const Each<Review>& each) {
    store::Db& db = env_.store.db();
    const auto sight = access::sight_of(env_);
    if (filter.org) static_cast<void>(organisations::get_id(env_, *filter.org));
    return reviews::list_reviews(db, filter, persons::asked_moment(env_.clock, {}), sight, each);
}

Review Reviews::get(ReviewId id) {
    return reviews::get_review(env_, id, persons::asked_moment(env_.clock, {})).item;
}

std::vector<ReviewerStatus> Reviews::status(ReviewId id, std::optional<Date> at) {
    store::Db& db = env_.store.db();
    const auto moment = persons::asked_moment(env_.clock, at);
    return reviews::status_of(db, reviews::get_review(env_, id, moment), moment);
}

std::uint64_t Reviews::items(const ReviewItemFilter& filter, const Each<ReviewItem>& each) {
    store::Db& db = env_.store.db();
    const auto moment = persons::asked_moment(env_.clock, {});
    static_cast<void>(reviews::get_review(env_, filter.review, moment));
    return reviews::list_items(db, filter, moment, access::sight_of(env_), each);
}

void Reviews::revocations(ReviewId id, const Each<Revocation>& each) {
    store::Db& db = env_.store.db();
    const auto moment = persons::asked_moment(env_.clock, {});
    const Review review = reviews::get_review(env_, id, moment).item;
    const auto sight = access::sight_of(env_);
    reviews::list_items(db, {.review = id}, moment, sight, [&](const ReviewItem& item) {
        const auto revocation = reviews::revocation_of(item, review, moment.day);
        return !revocation || each(*revocation);
    });
}

Written<Review> Reviews::close(const ReviewClosing& request) {
    return bulk::run_one(env_, "review.close",
                         [&](bulk::Work& work) { return reviews::apply_close(work, request); });
}

bulk::Summary Reviews::close_rows(const bulk::Source<ReviewClosing>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "review.close", rows, options, sink,
                          [](bulk::Work& work, const ReviewClosing& request) {
                              const auto written = reviews::apply_close(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

}  // namespace dcadmin
