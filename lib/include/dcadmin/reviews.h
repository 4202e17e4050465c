// SPDX-License-Identifier: Apache-2.0
// Recertification (herbevestiging): a campaign in which administrators say of each grant of an
// organisation whether it stays, goes, or ends earlier. A person who left keeps his access until
// somebody takes it away; this is when somebody looks. Answers change no grant: they come out as a
// file for `grant revoke`, so that what is about to end can be looked at once more.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/right_code.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

enum class ReviewState { open, closed };
[[nodiscard]] DCADMIN_API std::string_view name_of(ReviewState state);
[[nodiscard]] DCADMIN_API ReviewState parse_review_state(std::string_view text);

enum class Decision { keep, revoke, shorten };
[[nodiscard]] DCADMIN_API std::string_view name_of(Decision decision);
/// Any case, or the Dutch word (behouden, herroepen, inkorten). Refused with usage otherwise.
[[nodiscard]] DCADMIN_API Decision parse_decision(std::string_view text);

struct Review {
    ReviewId id;
    EnterpriseNumber org;
    ReviewState state = ReviewState::open;
    Date due;
    std::optional<RightCode> right;  // none: all
    std::vector<SiteNumber> sites;   // none: all
    std::string reason;
    Timestamp started_at;
    std::optional<Timestamp> closed_at;
    std::string answer;                  // why it was closed
    std::optional<Decision> unanswered;  // what becomes of those, once it is closed
    std::uint64_t grants = 0;
    std::uint64_t left = 0;  // live grants without an answer
};

struct NewReview {
    EnterpriseNumber org;
    Date due;
    std::optional<RightCode> right;
    std::vector<SiteNumber> sites;
    std::string reason;
};

struct ReviewFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<ReviewState> state;
    Page page;  // sort: id, due
};

/// How far one reviewer is. Every grant is counted in `grants` and in one of the others; `gone` are
/// those that ended before somebody answered.
struct ReviewerStatus {
    PersonId reviewer;
    std::string name;
    std::uint64_t grants = 0;
    std::uint64_t keep = 0;
    std::uint64_t revoke = 0;
    std::uint64_t shorten = 0;
    std::uint64_t open = 0;
    std::uint64_t gone = 0;
    Date due;
    std::int64_t days_left = 0;  // below 0: late
};

struct ReviewItem {
    ReviewId review;
    GrantId grant;
    PersonId person;
    std::string name;  // of the person
    EnterpriseNumber org;
    RightCode right;
    std::string title;
    std::optional<ContextValue> context;
    std::string context_name;
    DateRange period;
    PersonId reviewer;
    std::optional<Decision> decision;
    std::optional<Date> until;  // for shorten
    std::string reason;
    bool live = false;  // the grant has neither ended nor been revoked
};

struct ReviewItemFilter {
    ReviewId review;
    std::optional<PersonId> reviewer = {};
    bool unanswered = false;  // only live grants that nobody answered for
};

struct ReviewAnswer {
    ReviewId review;
    GrantId grant;
    std::optional<Decision> decision;  // none: left as it is
    std::optional<Date> until;
    std::string reason;
};

struct ReviewClosing {
    ReviewId review;
    std::string reason;
};

/// One line of the file for `grant revoke`.
struct Revocation {
    PersonId person;
    EnterpriseNumber org;
    RightCode right;
    std::optional<ContextValue> context;
    GrantId grant;
    std::optional<Date> on;  // none: at once
    std::string reason;
};

class DCADMIN_API Reviews {
   public:
    explicit Reviews(const Env& env) : env_(env) {}

    /// Asks about every grant that is live today or later. The reviewer of each: a manager of its
    /// site; else the chief; else a co-chief; else a manager of all sites; nobody is asked about
    /// his own grant while another can be. Unchanged when the same review is open; conflict when
    /// another is; rule: due is not in the future, no grants, nobody in office; not_allowed when
    /// who acts is no administrator there; not_found: organisation, right, site. Recorded in the
    /// organisation's chain; one task and one notice a reviewer.
    Written<Review> start(const NewReview& request);
    bulk::Summary start_rows(const bulk::Source<NewReview>& rows, const bulk::Options& options,
                             const bulk::Sink& sink);
    std::uint64_t list(const ReviewFilter& filter, const Each<Review>& each);
    [[nodiscard]] Review get(ReviewId id);
    /// Per reviewer, as it is on that day. not_found for an unknown review.
    [[nodiscard]] std::vector<ReviewerStatus> status(ReviewId id, std::optional<Date> at = {});
    /// By reviewer, then the person's name, right and site. not_found for an unknown review.
    std::uint64_t items(const ReviewItemFilter& filter, const Each<ReviewItem>& each);

    /// Keeps an answer; no grant is touched. Unchanged when it is the answer already, when there is
    /// none to keep, and when the grant ended meanwhile. not_found: review, or the grant is not in
    /// it; not_allowed: who acts is neither its reviewer nor an administrator of that site; usage:
    /// a reason or a new end is missing, or does not belong; rule: an end outside the grant's
    /// period or past, the review is closed. Recorded in the organisation's chain.
    Written<ReviewItem> decide(const ReviewAnswer& request);
    bulk::Summary decide_rows(const bulk::Source<ReviewAnswer>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    /// What `grant revoke` still has to do, by the answers so far; after closing also for grants
    /// without an answer, if the policy review_unanswered said so then.
    void revocations(ReviewId id, const Each<Revocation>& each);
    /// Ends the review and its tasks; what becomes of unanswered grants is kept with it. Unchanged
    /// when it is closed; not_allowed when who acts is no administrator there. Recorded in the
    /// organisation's chain.
    Written<Review> close(const ReviewClosing& request);
    bulk::Summary close_rows(const bulk::Source<ReviewClosing>& rows, const bulk::Options& options,
                             const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
