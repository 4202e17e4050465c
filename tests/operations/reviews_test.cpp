// SPDX-License-Identifier: Apache-2.0
#include "operations/reviews_fixture.h"
#include "reviews/rules.h"

#include <dcadmin/outbox.h>

#include <doctest/doctest.h>

using namespace dcadmin;
using namespace dcadmin::test;
using designation::Office;

namespace {

Office office(std::int64_t person, std::string role, std::int64_t context = 0) {
    return {.id = person,
            .person_id = person,
            .role = std::move(role),
            .domain_id = 0,
            .context_id = context,
            .email = {}};
}

std::vector<std::string> none() {
    return {};
}

}  // namespace

TEST_CASE("a manager of the site answers first, then the chief, a co-chief, a manager of all") {
    const std::vector<Office> all{office(1, "chief"), office(2, "cochief"), office(3, "manager"),
                                  office(4, "manager", 7)};
    const std::span<const Office> offices(all);
    CHECK(reviews::reviewer_for(offices, 7, 99) == 4);
    CHECK(reviews::reviewer_for(offices, 8, 99) == 1);
    CHECK(reviews::reviewer_for(offices, 0, 99) == 1);
    CHECK(reviews::reviewer_for(offices.subspan(1), 8, 99) == 2);
    CHECK(reviews::reviewer_for(offices.subspan(2), 8, 99) == 3);
    CHECK(reviews::reviewer_for(offices.subspan(3), 8, 99) == std::nullopt);
    CHECK(reviews::reviewer_for({}, 0, 99) == std::nullopt);
}

TEST_CASE("nobody answers for himself while another can") {
    const std::vector<Office> all{office(1, "chief"), office(2, "cochief"),
                                  office(4, "manager", 7)};
    const std::span<const Office> offices(all);
    CHECK(reviews::reviewer_for(offices, 7, 4) == 1);
    CHECK(reviews::reviewer_for(offices, 0, 1) == 2);
    CHECK(reviews::reviewer_for(offices.first(1), 0, 1) == 1);
}

TEST_CASE("who may answer for others is not limited to other sites") {
    const std::vector<Office> all{office(2, "cochief"), office(3, "manager"),
                                  office(4, "manager", 7)};
    CHECK(reviews::may_answer(all, 2, 8));
    CHECK(reviews::may_answer(all, 3, 8));
    CHECK(reviews::may_answer(all, 4, 7));
    CHECK_FALSE(reviews::may_answer(all, 4, 8));
    CHECK_FALSE(reviews::may_answer(all, 9, 7));
}

TEST_CASE("a review asks each reviewer about the live grants of his part") {
    ReviewsFixture f;
    f.give(f.lucas, f.vouchers, {f.aalst});
    f.give(f.lucas, f.vouchers, {f.brugge});
    f.give(f.kathe, f.plain, {}, "2027-01-01", "2027-12-31");             // future
    f.give(f.els, f.plain, {});                                           // nobody else for Brugge
    f.give(f.bert, f.vouchers, {f.aalst});                                // not to himself
    f.give(f.kathe, f.plain, {}, "2026-01-01", "2026-11-22");             // ended yesterday
    f.give(f.kathe, f.vouchers, {f.brugge}, "2026-01-01", "2026-11-23");  // ends today
    const auto written = f.reviews.start(f.new_review());
    CHECK(written.changed);
    CHECK(written.item.state == ReviewState::open);
    CHECK(written.item.grants == 6);
    CHECK(written.item.left == 6);
    const std::string els = f.els.id.text();
    const std::string bert = f.bert.id.text();
    CHECK(f.status(written.item.id) ==
          std::vector<std::string>{els + ": 5 = 0 keep 0 revoke 0 shorten 5 open 0 gone",
                                   bert + ": 1 = 0 keep 0 revoke 0 shorten 1 open 0 gone"});
    CHECK(f.wrong() == none());
}

TEST_CASE("starting a review is recorded and gives each reviewer a task and a notice") {
    ReviewsFixture f;
    f.give(f.lucas, f.vouchers, {f.aalst});
    f.give(f.lucas, f.vouchers, {f.brugge});
    const ReviewId id = f.started();
    const auto entries = f.entries();
    REQUIRE(entries.size() > 3);
    CHECK(entries.at(entries.size() - 3) == "review start 1 yearly");
    CHECK(entries.back().starts_with("task add "));
    CHECK(
        f.column("SELECT kind || ' ' || state || ' p-' || person_id || ' ' || subject || ' ' || due"
                 " FROM task WHERE kind = 'attestation' ORDER BY id") ==
        std::vector<std::string>{"attestation open " + f.els.id.text() + " v-1 2027-01-31",
                                 "attestation open " + f.bert.id.text() + " v-1 2027-01-31"});
    std::vector<Notice> told;
    NoticeFilter filter;
    filter.kind = "review.start";
    Notices(f.env).list(filter, [&](const Notice& notice) {
        told.push_back(Notices(f.env).get(notice.id));
        return true;
    });
    REQUIRE(told.size() == 2);
    CHECK(told[0].subject == "U wordt gevraagd gebruikersrechten te herzien");
    CHECK(told[0].body.find("een toekenning van Poetshulp") != std::string::npos);
    CHECK(told[0].body.find("tot en met 31/01/2027 (herziening v-1)") != std::string::npos);
    CHECK(id.text() == "v-1");
}

TEST_CASE("a review may ask about one right, or some sites, alone") {
    ReviewsFixture f;
    f.give(f.lucas, f.vouchers, {f.aalst});
    f.give(f.lucas, f.vouchers, {f.brugge});
    f.give(f.lucas, f.plain, {});
    NewReview request = f.new_review();
    request.right = f.vouchers;
    request.sites = {f.brugge};
    const auto review = f.reviews.start(request).item;
    CHECK(review.grants == 1);
    CHECK(review.right == f.vouchers);
    CHECK(review.sites == std::vector{f.brugge});
    CHECK(f.wrong() == none());
}

TEST_CASE("the same review again is unchanged, another one while it is open is a conflict") {
    ReviewsFixture f;
    f.give(f.lucas, f.plain, {});
    const ReviewId id = f.started();
    const auto trace = f.trace();
    const auto again = f.reviews.start(f.new_review());
    CHECK_FALSE(again.changed);
    CHECK(again.item.id == id);
    CHECK(refused([&] { f.reviews.start(f.new_review("2027-02-28")); }) == "conflict org");
    CHECK(f.trace() == trace);
    f.reviews.close({.review = id, .reason = {}});
    CHECK(f.reviews.start(f.new_review("2027-02-28")).changed);
}

TEST_CASE("a review is refused for a day that is not to come, and where there is nothing to ask") {
    ReviewsFixture f;
    CHECK(refused([&] { f.reviews.start(f.new_review("2026-11-23")); }) == "rule due");
    CHECK(refused([&] { f.reviews.start(f.new_review("2026-11-22")); }) == "rule due");
    CHECK(refused([&] { f.reviews.start(f.new_review()); }) == "rule org");
    f.give(f.lucas, f.plain, {});
    NewReview request = f.new_review();
    request.right = RightCode::parse("onbekend");
    CHECK(refused([&] { f.reviews.start(request); }) == "not_found right");
    request = f.new_review();
    request.sites = {site_number(99)};
    CHECK(refused([&] { f.reviews.start(request); }) == "not_found site");
    request = f.new_review();
    request.org = org_number(99);
    CHECK(refused([&] { f.reviews.start(request); }) == "not_found org");
    CHECK(f.reviews.start(f.new_review("2026-11-24")).changed);
}

TEST_CASE("without anybody in office nobody can be asked") {
    RightsFixture f;
    f.granted(f.new_grant());
    Reviews reviews(f.env);
    const NewReview request{
        .org = f.org, .due = day("2027-01-31"), .right = {}, .sites = {}, .reason = "yearly"};
    CHECK(said([&] { reviews.start(request); }).find("nobody is in office") == 0);
    CHECK(refused([&] { reviews.start(request); }) == "rule org");
}

TEST_CASE("reviews are started and closed by administrators of the organisation") {
    ReviewsFixture f;
    f.give(f.lucas, f.plain, {});
    f.act_as(f.lucas);
    CHECK(refused([&] { f.reviews.start(f.new_review()); }) == "not_allowed org");
    f.act_as(f.bert);
    const ReviewId id = f.started();
    f.act_as(f.lucas);
    CHECK(refused([&] { f.reviews.close({.review = id, .reason = {}}); }) == "not_allowed org");
    f.act_as(f.els);
    CHECK(f.reviews.close({.review = id, .reason = {}}).changed);
}

TEST_CASE("closing ends the tasks, keeps what the policy says, and is unchanged the second time") {
    ReviewsFixture f;
    f.give(f.lucas, f.plain, {});
    const ReviewId id = f.started();
    const auto closed = f.reviews.close({.review = id, .reason = "enough"});
    CHECK(closed.changed);
    CHECK(closed.item.state == ReviewState::closed);
    CHECK(closed.item.unanswered == Decision::keep);
    CHECK(closed.item.left == 1);
    CHECK(f.column("SELECT state FROM task WHERE kind = 'attestation'") ==
          std::vector<std::string>{"done"});
    const auto entries = f.entries();
    CHECK(entries.at(entries.size() - 2) == "review close 1 enough");
    CHECK(entries.back().starts_with("task done "));
    CHECK(f.revocations(id).empty());
    CHECK_FALSE(f.reviews.close({.review = id, .reason = "again"}).changed);
    CHECK(refused([&] { f.reviews.close({.review = ReviewId::from_stored(9), .reason = {}}); }) ==
          "not_found review");
    CHECK(f.wrong() == none());
}

TEST_CASE("reviews are listed by organisation and state") {
    ReviewsFixture f;
    f.give(f.lucas, f.plain, {});
    f.reviews.close({.review = f.started(), .reason = {}});
    f.started();
    const auto listed = [&](const ReviewFilter& filter) {
        std::string ids;
        f.reviews.list(filter, [&](const Review& review) {
            ids += review.id.text() + " ";
            return true;
        });
        return ids;
    };
    CHECK(listed({}) == "v-1 v-2 ");
    CHECK(listed({.org = f.org, .state = ReviewState::open, .page = {}}) == "v-2 ");
    CHECK(listed({.org = {}, .state = ReviewState::closed, .page = {}}) == "v-1 ");
    CHECK(refused([&] { listed({.org = org_number(99), .state = {}, .page = {}}); }) ==
          "not_found org");
}

TEST_CASE("reviews are started and closed by file") {
    ReviewsFixture f;
    f.give(f.lucas, f.plain, {});
    const auto start = [&](const bulk::Options& options) {
        return run_rows<NewReview>({f.new_review(), f.new_review("2026-01-01")}, options,
                                   [&](const auto& rows, const auto& how, const auto& sink) {
                                       return f.reviews.start_rows(rows, how, sink);
                                   });
    };
    CHECK(start({}).states() == "applied rejected");
    CHECK(f.column("SELECT count(*) || '' FROM review") == std::vector<std::string>{"0"});
    bulk::Options going_on;
    going_on.skip_invalid = true;
    const auto started = start(going_on);
    CHECK(started.states() == "applied rejected");
    const auto id = parse_id(started.results.at(1).id, 'v', "review");
    const ReviewClosing closing{.review = ReviewId::from_stored(id), .reason = {}};
    const auto closed = run_rows<ReviewClosing>(
        {closing, closing}, {}, [&](const auto& rows, const auto& how, const auto& sink) {
            return f.reviews.close_rows(rows, how, sink);
        });
    CHECK(closed.states() == "applied unchanged");
    CHECK(f.wrong() == none());
}
