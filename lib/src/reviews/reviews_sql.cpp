// SPDX-License-Identifier: Apache-2.0
#include "reviews/reviews_sql.h"

#include "store/listing.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

namespace dcadmin::reviews {

namespace {

constexpr std::string_view review_columns = R"(
    SELECT v.id, o.number, v.state, v.due, d.code, v.sites, v.reason, op.at, v.closed_at, v.answer,
           v.unanswered, v.organisation_id, coalesce(v.right_id, 0)
    FROM review v
    JOIN organisation o ON o.id = v.organisation_id
    JOIN operation op ON op.id = v.operation_id
    LEFT JOIN right_definition d ON d.id = v.right_id)";

std::vector<SiteNumber> sites_of(std::string_view joined) {
    std::vector<SiteNumber> sites;
    if (joined.empty()) return sites;
    for (const auto site : text::split(joined, '|')) sites.push_back(SiteNumber::parse(site));
    return sites;
}

StoredReview read_review(const store::Statement& row) {
    StoredReview stored{
        .item = {.id = ReviewId::from_stored(row.integer(0)),
                 .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
                 .state = parse_review_state(row.text(2)),
                 .due = Date::parse(row.text(3)),
                 .right = {},
                 .sites = sites_of(row.text(5)),
                 .reason = row.string(6),
                 .started_at = Timestamp::parse(row.text(7)),
                 .closed_at = {},
                 .answer = row.string(9),
                 .unanswered = {}},
        .organisation_id = row.integer(11),
        .right_id = row.integer(12),
        .sites = row.string(5),
        .closed_at = row.string(8),
        .unanswered = row.string(10)};
    if (!row.is_null(4)) stored.item.right = RightCode::from_stored(row.string(4));
    if (!stored.closed_at.empty()) stored.item.closed_at = Timestamp::parse(stored.closed_at);
    if (!stored.unanswered.empty()) stored.item.unanswered = parse_decision(stored.unanswered);
    return stored;
}

void count_items(store::Db& db, Review& review, const AskedMoment& at) {
    const std::string day = at.day.iso();
    const std::string moment = at.moment.iso();
    auto& counted = db.statement(R"(
        SELECT count(*),
               count(CASE WHEN i.decision = '' AND (g.revoked_at = '' OR g.revoked_at > $2)
                          AND g.valid_until >= $3 THEN 1 END)
        FROM review_item i JOIN right_grant g ON g.id = i.grant_id
        WHERE i.review_id = $1)");
    if (!counted.first({review.id.value(), moment, day})) return;
    review.grants = static_cast<std::uint64_t>(counted.integer(0));
    review.left = static_cast<std::uint64_t>(counted.integer(1));
    counted.reset();
}

std::optional<StoredReview> find_by(store::Db& db, std::string_view condition, std::int64_t id,
                                    const AskedMoment& at) {
    auto& found = db.statement(fmt::format("{} WHERE {}", review_columns, condition));
    if (!found.first({id})) return std::nullopt;
    StoredReview stored = read_review(found);
    found.reset();
    count_items(db, stored.item, at);
    return stored;
}

}  // namespace

std::optional<StoredReview> find_review(store::Db& db, ReviewId id, const AskedMoment& at) {
    return find_by(db, "v.id = $1", id.value(), at);
}

std::optional<StoredReview> find_open(store::Db& db, std::int64_t organisation_id,
                                      const AskedMoment& at) {
    return find_by(db, "v.organisation_id = $1 AND v.state = 'open'", organisation_id, at);
}

std::uint64_t list_reviews(store::Db& db, const ReviewFilter& filter, const AskedMoment& at,
                           const access::Sight& sight, const Each<Review>& each) {
    store::Listing listing(std::string(review_columns),
                           "SELECT count(*) FROM review v JOIN organisation o "
                           "ON o.id = v.organisation_id");
    if (filter.org) listing.where("o.number = {}", static_cast<std::int64_t>(filter.org->value()));
    access::narrow(listing, sight, {.organisation = "v.organisation_id"});
    if (filter.state) listing.where("v.state = {}", name_of(*filter.state));
    listing.order(filter.page, {{"id", "v.id"}, {"due", "v.due, v.id"}}, "id");
    return listing.run(db, [&](const store::Statement& row) {
        StoredReview stored = read_review(row);
        count_items(db, stored.item, at);
        return each(stored.item);
    });
}

std::int64_t insert_review(store::Db& db, const ReviewRow& review) {
    return db
        .statement(R"(
        INSERT INTO review (organisation_id, state, due, right_id, sites, reason, closed_at, answer,
                            unanswered, operation_id)
        VALUES ($1, 'open', $2, $3, $4, $5, '', '', '', $6)
        RETURNING id)")
        .insert({review.organisation_id, review.due, store::optional_value(review.right_id),
                 review.sites, review.reason, review.operation_id});
}

void close_review(store::Db& db, std::int64_t id, std::string_view closed_at,
                  std::string_view answer, std::string_view unanswered) {
    db.statement(R"(
        UPDATE review SET state = 'closed', closed_at = $2, answer = $3, unanswered = $4
        WHERE id = $1 AND state = 'open')")
        .run({id, closed_at, answer, unanswered});
}

std::optional<std::int64_t> find_right(store::Db& db, const RightCode& code) {
    auto& found = db.statement("SELECT id FROM right_definition WHERE code = $1");
    if (!found.first({code.text()})) return std::nullopt;
    const auto id = found.integer(0);
    found.reset();
    return id;
}

std::optional<std::int64_t> find_site(store::Db& db, std::int64_t organisation_id,
                                      SiteNumber site) {
    auto& found = db.statement(R"(
        SELECT id FROM context_value
        WHERE kind = 'site' AND organisation_id = $1 AND number = $2)");
    if (!found.first({organisation_id, static_cast<std::int64_t>(site.value())})) {
        return std::nullopt;
    }
    const auto id = found.integer(0);
    found.reset();
    return id;
}

void each_live_grant(store::Db& db, std::int64_t organisation_id, const AskedMoment& at,
                     const std::function<void(const LiveGrant&)>& each) {
    const std::string day = at.day.iso();
    const std::string moment = at.moment.iso();
    const auto rows = db.prepare(R"(
        SELECT g.id, g.right_id, g.context_id, r.person_id
        FROM working_relation r JOIN right_grant g ON g.relation_id = r.id
        WHERE r.organisation_id = $1 AND (g.revoked_at = '' OR g.revoked_at > $2)
            AND g.valid_until >= $3
        ORDER BY g.id)");
    rows->bind({organisation_id, moment, day});
    while (rows->step()) {
        each({.id = rows->integer(0),
              .right_id = rows->integer(1),
              .context_id = rows->integer(2),
              .person_id = rows->integer(3)});
    }
}

ItemInsert::ItemInsert(store::Db& db, std::int64_t review_id, std::uint64_t count)
    : review_id_(review_id),
      ids_(db.take_ids("review_item", static_cast<std::int64_t>(count))),
      rows_(db.append_to("review_item", {"id", "review_id", "grant_id", "reviewer_id", "decision",
                                         "until", "reason"})) {}

void ItemInsert::add(std::int64_t grant_id, std::int64_t reviewer_id) {
    const std::int64_t id = ids_.next();
    const std::string_view none;
    rows_->add({id, review_id_, grant_id, reviewer_id, none, none, none});
    asked_.add(id, grant_id, reviewer_id);
}

std::string ItemInsert::finish() {
    rows_->flush();
    return asked_.text();
}

std::string asked_by(store::Db& db, std::int64_t review_id) {
    audit::ReviewItems asked;
    auto& rows = db.statement(
        "SELECT id, grant_id, reviewer_id FROM review_item WHERE review_id = $1 ORDER BY id");
    rows.bind({review_id});
    while (rows.step()) asked.add(rows.integer(0), rows.integer(1), rows.integer(2));
    rows.reset();
    return asked.text();
}

}  // namespace dcadmin::reviews
