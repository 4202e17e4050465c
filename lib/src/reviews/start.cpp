// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "inbox/inbox.h"
#include "organisations/find.h"
#include "reviews/find.h"
#include "reviews/rules.h"

#include <dcadmin/base/say.h>
#include <dcadmin/reviews.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dcadmin {

namespace {

using designation::Office;
using reviews::LiveGrant;

// What a request comes to, once everything that it names is found.
struct Asked {
    std::int64_t organisation_id = 0;
    std::int64_t right_id = 0;                // 0: all
    std::vector<std::int64_t> contexts = {};  // none: all
    std::string sites = {};                   // as stored
};

Asked find_asked(store::Tx& tx, const NewReview& request) {
    store::Db& db = tx.db();
    Asked asked{.organisation_id = organisations::get_id(tx, request.org)};
    if (request.right) {
        const auto right = reviews::find_right(db, *request.right);
        if (!right) {
            throw Error(Kind::not_found, say("no right '{}'", request.right->text()),
                        "look for it: dcadmin right search WORDS", "right");
        }
        asked.right_id = *right;
    }
    std::vector<SiteNumber> sites = request.sites;
    std::sort(sites.begin(), sites.end());
    sites.erase(std::unique(sites.begin(), sites.end()), sites.end());
    for (const SiteNumber site : sites) {
        const auto context = reviews::find_site(db, asked.organisation_id, site);
        if (!context) {
            throw Error(
                Kind::not_found,
                say("{} is no site of {}", site.formatted(), request.org.formatted()),
                say("see which there are: dcadmin site list --org {}", request.org.digits()),
                "site");
        }
        asked.contexts.push_back(*context);
        asked.sites += (asked.sites.empty() ? "" : "|") + site.digits();
    }
    return asked;
}

bool same(const reviews::StoredReview& there, const Asked& asked, const NewReview& request) {
    return there.item.due == request.due && there.right_id == asked.right_id &&
           there.sites == asked.sites;
}

std::vector<LiveGrant> grants_asked(store::Tx& tx, const Asked& asked) {
    std::vector<LiveGrant> grants;
    reviews::each_live_grant(
        tx.db(), asked.organisation_id, reviews::moment_of(tx), [&](const LiveGrant& grant) {
            const auto& contexts = asked.contexts;
            const bool there = contexts.empty() || std::find(contexts.begin(), contexts.end(),
                                                             grant.context_id) != contexts.end();
            const bool right = asked.right_id == 0 || asked.right_id == grant.right_id;
            if (there && right) grants.push_back(grant);
        });
    if (!grants.empty()) return grants;
    throw Error(Kind::rule, "there are no live grants to review",
                "see what there is: dcadmin grant list --org …", "org");
}

// The reviewer of each grant, in the same order.
std::vector<std::int64_t> reviewers_of(const std::vector<LiveGrant>& grants,
                                       const std::vector<Office>& offices,
                                       const NewReview& request) {
    std::vector<std::int64_t> reviewers;
    reviewers.reserve(grants.size());
    for (const LiveGrant& grant : grants) {
        const auto reviewer = reviews::reviewer_for(offices, grant.context_id, grant.person_id);
        if (!reviewer) {
            throw Error(
                Kind::rule,
                say("nobody is in office at {} who could answer for g-{}", request.org.formatted(),
                    grant.id),
                say("designate a chief: dcadmin chief designate --org {}", request.org.digits()),
                "org");
        }
        reviewers.push_back(*reviewer);
    }
    return reviewers;
}

void tell_reviewers(bulk::Work& work, const Asked& asked, std::int64_t review, Date due,
                    const std::vector<Office>& offices, const std::vector<std::int64_t>& all) {
    std::vector<std::int64_t> reviewers = all;
    std::sort(reviewers.begin(), reviewers.end());
    reviewers.erase(std::unique(reviewers.begin(), reviewers.end()), reviewers.end());
    const std::string subject = ReviewId::from_stored(review).text();
    const std::string day = due.iso();
    for (const std::int64_t reviewer : reviewers) {
        inbox::put(work.tx, {.organisation_id = asked.organisation_id,
                             .kind = "attestation",
                             .person_id = reviewer,
                             .subject = subject,
                             .due = day});
        const auto office = std::find_if(offices.begin(), offices.end(), [&](const Office& one) {
            return one.person_id == reviewer;
        });
        work.notices.add(reviewer, office->email, fmt::format("{}@{}", subject, day));
    }
}

void record_start(store::Tx& tx, const Asked& asked, std::int64_t id, std::string_view due,
                  std::string_view reason, std::string_view items) {
    const std::string after =
        audit::image_of(audit::ReviewFields{.organisation_id = asked.organisation_id,
                                            .state = "open",
                                            .due = due,
                                            .right_id = asked.right_id,
                                            .sites = asked.sites,
                                            .reason = reason,
                                            .closed_at = {},
                                            .answer = {},
                                            .unanswered = {},
                                            .items = items});
    audit::record(tx, {.chain = audit::chain_of(tx, asked.organisation_id),
                       .subject = "review",
                       .verb = "start",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = reason});
}

// Writes the review and what it asks, and tells of it.
std::int64_t make_review(bulk::Work& work, const Asked& asked, const NewReview& request) {
    store::Tx& tx = work.tx;
    const auto grants = grants_asked(tx, asked);
    const auto offices = reviews::offices_now(tx, asked.organisation_id);
    const auto reviewers = reviewers_of(grants, offices, request);
    const std::string due = request.due.iso();
    std::optional<std::int64_t> right;
    if (asked.right_id != 0) right = asked.right_id;
    const std::int64_t id =
        reviews::insert_review(tx.db(), {.organisation_id = asked.organisation_id,
                                         .due = due,
                                         .right_id = right,
                                         .sites = asked.sites,
                                         .reason = request.reason,
                                         .operation_id = tx.operation()});
    reviews::ItemInsert items(tx.db(), id, grants.size());
    for (std::size_t i = 0; i < grants.size(); ++i) items.add(grants[i].id, reviewers[i]);
    record_start(tx, asked, id, due, request.reason, items.finish());
    tell_reviewers(work, asked, id, request.due, offices, reviewers);
    return id;
}

Written<Review> apply_start(bulk::Work& work, const NewReview& request) {
    store::Tx& tx = work.tx;
    if (auto problem = reviews::due_problem(request.due, tx.today())) throw std::move(*problem);
    const Asked asked = find_asked(tx, request);
    access::require(tx, access::Operation::review,
                    {.organisation = asked.organisation_id, .contexts = asked.contexts});
    reviews::require_administrator(tx, asked.organisation_id);
    const auto at = reviews::moment_of(tx);
    if (auto open = reviews::find_open(tx.db(), asked.organisation_id, at)) {
        if (same(*open, asked, request)) return {false, std::move(open->item), {}};
        throw Error(Kind::conflict,
                    say("review {} of {} is open, due {}", open->item.id.text(),
                        request.org.formatted(), open->item.due.formatted()),
                    say("close it first: dcadmin review close {}", open->item.id.text()), "org");
    }
    const auto id = ReviewId::from_stored(make_review(work, asked, request));
    return {true, reviews::get_review(tx.db(), id, at).item, {}};
}

}  // namespace

Written<Review> Reviews::start(const NewReview& request) {
    return bulk::run_one(env_, "review.start",
                         [&](bulk::Work& work) { return apply_start(work, request); });
}

bulk::Summary Reviews::start_rows(const bulk::Source<NewReview>& rows, const bulk::Options& options,
                                  const bulk::Sink& sink) {
    return bulk::run_rows(env_, "review.start", rows, options, sink,
                          [](bulk::Work& work, const NewReview& request) {
                              const auto written = apply_start(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

}  // namespace dcadmin
