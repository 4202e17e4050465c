// SPDX-License-Identifier: Apache-2.0
#include "operations/reviews_fixture.h"

#include <dcadmin/policies.h>

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

struct Open : ReviewsFixture {
    GrantId at_aalst = give(lucas, vouchers, {aalst});
    GrantId at_brugge = give(kathe, vouchers, {brugge});
    ReviewId review = started();
};

}  // namespace

TEST_CASE("an answer is kept and recorded, and touches no grant") {
    Open f;
    const auto grants = f.column("SELECT id || valid_until || revoked_at FROM right_grant");
    const auto written =
        f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::revoke, "weg bij ons; é"));
    CHECK(written.changed);
    CHECK(written.item.decision == Decision::revoke);
    CHECK(f.last_entry() == "review_item decide 1 weg bij ons; é");
    CHECK(f.column("SELECT id || valid_until || revoked_at FROM right_grant") == grants);
    CHECK(f.status(f.review).back() ==
          f.bert.id.text() + ": 1 = 0 keep 1 revoke 0 shorten 0 open 0 gone");
    CHECK(f.wrong() == std::vector<std::string>{});
}

TEST_CASE("the same answer is unchanged, another one is recorded anew") {
    Open f;
    f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::revoke, "weg"));
    const auto entries = f.entries().size();
    CHECK_FALSE(f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::revoke, "weg")).changed);
    CHECK_FALSE(f.reviews.decide(f.answer(f.review, f.at_aalst, {})).changed);
    CHECK(f.entries().size() == entries);
    CHECK(f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::keep)).changed);
    CHECK(f.last_entry() == "review_item decide 1");
    CHECK(f.revocations(f.review).empty());
    CHECK(f.wrong() == std::vector<std::string>{});
}

TEST_CASE("an answer must be about a grant of the review, and say what belongs to it") {
    Open f;
    const GrantId later = f.give(f.lucas, f.plain, {});
    const auto refusal = [&](GrantId grant, std::optional<Decision> decision, std::string reason,
                             std::optional<Date> until) {
        return refused([&] {
            f.reviews.decide(f.answer(f.review, grant, decision, std::move(reason), until));
        });
    };
    CHECK(refusal(later, Decision::keep, "", {}) == "not_found grant");
    CHECK(refusal(f.at_aalst, Decision::revoke, "", {}) == "usage reason");
    CHECK(refusal(f.at_aalst, Decision::shorten, "", day("2026-12-31")) == "usage reason");
    CHECK(refusal(f.at_aalst, Decision::shorten, "x", {}) == "usage new-until");
    CHECK(refusal(f.at_aalst, Decision::keep, "", day("2026-12-31")) == "usage new-until");
    CHECK(refusal(f.at_aalst, Decision::revoke, "x", day("2026-12-31")) == "usage new-until");
    CHECK(refusal(f.at_aalst, {}, "x", {}) == "usage decision");
    CHECK(refusal(f.at_aalst, Decision::shorten, "x", day("2026-11-22")) == "rule new-until");
    CHECK(refusal(f.at_aalst, Decision::shorten, "x", day("2027-11-01")) == "rule new-until");
    CHECK(refusal(f.at_aalst, Decision::shorten, "x", day("2026-11-23")) == "accepted");
    CHECK(refusal(f.at_aalst, Decision::shorten, "x", day("2027-10-31")) == "accepted");
    CHECK(refused([&] {
              f.reviews.decide(f.answer(ReviewId::from_stored(9), f.at_aalst, Decision::keep));
          }) == "not_found review");
}

TEST_CASE("who acts must be the reviewer, or an administrator who is not of other sites") {
    Open f;
    f.act_as(f.bert);
    CHECK(f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::keep)).changed);
    CHECK(refused([&] { f.reviews.decide(f.answer(f.review, f.at_brugge, Decision::keep)); }) ==
          "not_allowed grant");
    f.act_as(f.lucas);
    CHECK(refused([&] { f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::keep)); }) ==
          "not_allowed grant");
    f.act_as(f.els);
    CHECK(f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::revoke, "weg")).changed);
}

TEST_CASE("after closing no answer changes") {
    Open f;
    f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::keep));
    f.reviews.close({.review = f.review, .reason = {}});
    CHECK_FALSE(f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::keep)).changed);
    CHECK(refused([&] {
              f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::revoke, "weg"));
          }) == "rule review");
}

TEST_CASE("a grant that ended meanwhile is gone and needs no answer") {
    Open f;
    GrantRevocation request = f.revocation();
    request.right = f.vouchers;
    f.rights.revoke(request);
    CHECK(f.status(f.review).back() ==
          f.bert.id.text() + ": 1 = 0 keep 0 revoke 0 shorten 0 open 1 gone");
    const auto written = f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::revoke, "weg"));
    CHECK_FALSE(written.changed);
    CHECK(written.remark == f.at_aalst.text() + " has ended meanwhile: no answer is needed");
    CHECK(f.reviews.get(f.review).left == 1);
}

TEST_CASE("a file with a bad row changes nothing; without it all of it is kept") {
    Open f;
    std::vector<std::variant<ReviewAnswer, Error>> rows{
        f.answer(f.review, f.at_aalst, Decision::keep),
        f.answer(f.review, f.at_brugge, Decision::revoke)};
    const auto import = [&] {
        return run_rows(rows, {}, [&](const auto& source, const auto& how, const auto& sink) {
            return f.reviews.decide_rows(source, how, sink);
        });
    };
    auto outcome = import();
    CHECK(outcome.of(2) == "rejected usage");
    CHECK_FALSE(outcome.summary.committed);
    CHECK(f.reviews.get(f.review).left == 2);
    rows[1] = f.answer(f.review, f.at_brugge, Decision::revoke, "weg");
    CHECK(import().states() == "applied applied");
    CHECK(import().states() == "unchanged unchanged");
    CHECK(f.wrong() == std::vector<std::string>{});
}

TEST_CASE("the policy decides what becomes of grants that nobody answered for") {
    Open f;
    Policies(f.env).set({.name = "review_unanswered", .value = "revoke", .reason = "strict"});
    f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::keep));
    CHECK(f.revocations(f.review).empty());
    CHECK(f.reviews.close({.review = f.review, .reason = {}}).item.unanswered == Decision::revoke);
    const auto left = f.revocations(f.review);
    REQUIRE(left.size() == 1);
    CHECK(left[0].grant == f.at_brugge);
    CHECK(left[0].reason == "nobody answered for it in review v-1");
    CHECK_FALSE(left[0].on.has_value());
    Policies(f.env).set({.name = "review_unanswered", .value = "keep", .reason = "later"});
    CHECK(f.revocations(f.review).size() == 1);
    CHECK(f.carry_out(f.review).states() == "applied");
    CHECK(f.revocations(f.review).empty());
    CHECK(f.wrong() == std::vector<std::string>{});
}

TEST_CASE("a new end that is past when it is carried out ends the grant at once") {
    Open f;
    f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::shorten, "kort", day("2026-11-30")));
    CHECK(f.revocations(f.review).at(0).on == day("2026-11-30"));
    f.clock.set(Timestamp::parse("2026-12-01T10:00:00Z"));
    CHECK_FALSE(f.revocations(f.review).at(0).on.has_value());
    CHECK(f.carry_out(f.review).states() == "applied");
}

TEST_CASE("of two grants one after the other only the one that was judged ends") {
    ReviewsFixture f;
    const GrantId now = f.give(f.lucas, f.plain, {}, "2026-11-01", "2026-12-31");
    const GrantId next = f.give(f.lucas, f.plain, {}, "2027-01-01", "2027-12-31");
    const ReviewId review = f.started();
    f.reviews.decide(f.answer(review, now, Decision::keep));
    f.reviews.decide(f.answer(review, next, Decision::revoke, "niet meer"));
    CHECK(f.carry_out(review).states() == "applied");
    CHECK(f.rights.get_grant(now).state == GrantState::active);
    CHECK(f.rights.get_grant(next).state == GrantState::revoked);
    GrantRevocation other = f.revocation();
    other.grant = GrantId::from_stored(77);
    CHECK(refused([&] { f.rights.revoke(other); }) == "not_found grant");
}

TEST_CASE("whatever was decided, afterwards exactly the kept remain and the shortened end then") {
    std::mt19937 random(20261123);
    const auto below = [&](unsigned count) {
        return std::uniform_int_distribution<unsigned>(0, count - 1)(random);
    };
    for (int round = 0; round < 4; ++round) {
        ReviewsFixture f;
        std::map<GrantId, std::optional<Date>> expected;  // none: revoked
        std::vector<GrantId> grants;
        for (const Person& person : {f.lucas, f.kathe, f.bert, f.els}) {
            grants.push_back(f.give(person, f.vouchers, {f.aalst}));
            grants.push_back(f.give(person, f.vouchers, {f.brugge}));
            grants.push_back(f.give(person, f.plain, {}, "2026-11-01", "2026-12-31"));
            grants.push_back(f.give(person, f.plain, {}, "2027-01-01", "2027-12-31"));
        }
        const ReviewId review = f.started();
        for (const GrantId grant : grants) {
            const Grant before = f.rights.get_grant(grant);
            const Date last = before.period.last();
            const Date first = std::max(before.period.first(), f.today());
            const auto days = static_cast<unsigned>(last.days() - first.days() + 1);
            const Date shorter = first.plus_days(static_cast<std::int32_t>(below(days)));
            expected.emplace(grant, last);
            switch (below(4)) {
                case 0: f.reviews.decide(f.answer(review, grant, Decision::keep)); break;
                case 1:
                    f.reviews.decide(f.answer(review, grant, Decision::revoke, "weg"));
                    expected.at(grant) = std::nullopt;
                    break;
                case 2:
                    f.reviews.decide(f.answer(review, grant, Decision::shorten, "kort", shorter));
                    expected.at(grant) = shorter;
                    break;
                default: break;
            }
        }
        const Outcome outcome = f.carry_out(review);
        CHECK(outcome.summary.count(bulk::State::rejected) == 0);
        for (const auto& [grant, until] : expected) {
            const std::string id = grant.text();
            CAPTURE(id);
            const Grant after = f.rights.get_grant(grant);
            CHECK((after.state == GrantState::revoked) == !until.has_value());
            if (until) CHECK(after.period.last() == *until);
        }
        CHECK(f.revocations(review).empty());
        CHECK(f.wrong() == std::vector<std::string>{});
    }
}

TEST_CASE("a tampered answer or question does not verify") {
    Open f;
    f.reviews.decide(f.answer(f.review, f.at_aalst, Decision::keep));
    const auto problems = [&](std::string_view change, std::string_view back) {
        f.run(change);
        const auto count = Audit(f.env).verify().problem_count;
        f.run(back);
        return count;
    };
    CHECK(problems("UPDATE review_item SET reason = 'x' WHERE id = 1",
                   "UPDATE review_item SET reason = '' WHERE id = 1") > 0);
    CHECK(problems("UPDATE review_item SET reason = 'x' WHERE id = 2",
                   "UPDATE review_item SET reason = '' WHERE id = 2") > 0);
    CHECK(problems("UPDATE review_item SET reviewer_id = reviewer_id + 1 WHERE id = 2",
                   "UPDATE review_item SET reviewer_id = reviewer_id - 1 WHERE id = 2") > 0);
    CHECK(problems("UPDATE review SET due = '2027-02-01'", "UPDATE review SET due = '2027-01-31'") >
          0);
    CHECK(f.wrong() == std::vector<std::string>{});
}
