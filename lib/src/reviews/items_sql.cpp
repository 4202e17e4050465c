// SPDX-License-Identifier: Apache-2.0
#include "reviews/reviews_sql.h"

#include "store/listing.h"

#include <fmt/format.h>

namespace dcadmin::reviews {

namespace {

constexpr std::string_view item_columns = R"(
    SELECT i.id, i.review_id, g.id, p.id, p.first_name, p.last_name, o.number, d.code, d.title_nl,
           c.kind, c.number, c.code, c.name, g.valid_from, g.valid_until, g.revoked_at,
           i.reviewer_id, i.decision, i.until, i.reason, v.organisation_id, g.context_id, v.state
    FROM review_item i
    JOIN review v ON v.id = i.review_id
    JOIN right_grant g ON g.id = i.grant_id
    JOIN working_relation r ON r.id = g.relation_id
    JOIN person p ON p.id = r.person_id
    JOIN organisation o ON o.id = r.organisation_id
    JOIN right_definition d ON d.id = g.right_id
    JOIN context_value c ON c.id = g.context_id)";

constexpr std::string_view item_count = R"(
    SELECT count(*) FROM review_item i JOIN right_grant g ON g.id = i.grant_id)";

std::optional<ContextValue> context_of(const store::Statement& row) {
    if (row.text(9) == "site") {
        return SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(10)));
    }
    if (row.text(9) == "role") return RoleCode::from_stored(row.string(11));
    return std::nullopt;
}

ReviewItem read_item(const store::Statement& row, const AskedMoment& at) {
    const auto period = DateRange::of(Date::parse(row.text(13)), Date::parse(row.text(14)));
    ReviewItem item{
        .review = ReviewId::from_stored(row.integer(1)),
        .grant = GrantId::from_stored(row.integer(2)),
        .person = PersonId::from_stored(row.integer(3)),
        .name = fmt::format("{} {}", row.text(4), row.text(5)),
        .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(6))),
        .right = RightCode::from_stored(row.string(7)),
        .title = row.string(8),
        .context = context_of(row),
        .context_name = row.string(12),
        .period = period,
        .reviewer = PersonId::from_stored(row.integer(16)),
        .decision = {},
        .until = {},
        .reason = row.string(19)};
    if (!row.text(17).empty()) item.decision = parse_decision(row.text(17));
    if (!row.text(18).empty()) item.until = Date::parse(row.text(18));
    const bool revoked = !row.text(15).empty() && Timestamp::parse(row.text(15)) <= at.moment;
    item.live = !revoked && period.last() >= at.day;
    return item;
}

std::uint64_t number(const store::Statement& row, int column) {
    return static_cast<std::uint64_t>(row.integer(column));
}

}  // namespace

std::optional<StoredItem> find_item(store::Db& db, ReviewId review, GrantId grant,
                                    const AskedMoment& at) {
    auto& found =
        db.statement(fmt::format("{} WHERE i.review_id = $1 AND i.grant_id = $2", item_columns));
    if (!found.first({review.value(), grant.value()})) return std::nullopt;
    StoredItem stored{.item = read_item(found, at),
                      .id = found.integer(0),
                      .organisation_id = found.integer(20),
                      .context_id = found.integer(21),
                      .review_open = found.text(22) == "open"};
    found.reset();
    return stored;
}

std::uint64_t list_items(store::Db& db, const ReviewItemFilter& filter, const AskedMoment& at,
                           const access::Sight& sight, const Each<ReviewItem>& each) {
    store::Listing listing{std::string(item_columns), std::string(item_count)};
    listing.where("i.review_id = {}", filter.review.value());
    if (sight.sites_of != 0) {
        access::narrow(listing, sight, {.organisation = {}, .context = "g.context_id"});
    }
    if (filter.reviewer) listing.where("i.reviewer_id = {}", filter.reviewer->value());
    if (filter.unanswered) {
        listing.where("i.decision = ''");
        listing.where("(g.revoked_at = '' OR g.revoked_at > {})", at.moment.iso());
        listing.where("g.valid_until >= {}", at.day.iso());
    }
    listing.order({},
                  {{"reviewer",
                    "i.reviewer_id, p.last_name, p.first_name, p.id, d.code, "
                    "c.code, g.valid_from, g.id"}},
                  "reviewer");
    return listing.run(db, [&](const store::Statement& row) { return each(read_item(row, at)); });
}

void answer_item(store::Db& db, std::int64_t id, std::string_view decision, std::string_view until,
                 std::string_view reason) {
    db.statement("UPDATE review_item SET decision = $2, until = $3, reason = $4 WHERE id = $1")
        .run({id, decision, until, reason});
}

std::vector<ReviewerStatus> status_of(store::Db& db, const StoredReview& review,
                                      const AskedMoment& at) {
    const std::string day = at.day.iso();
    const std::string moment = at.moment.iso();
    auto& rows = db.statement(R"(
        SELECT i.reviewer_id, p.first_name, p.last_name, count(*),
               count(CASE WHEN i.decision = 'keep' THEN 1 END),
               count(CASE WHEN i.decision = 'revoke' THEN 1 END),
               count(CASE WHEN i.decision = 'shorten' THEN 1 END),
               count(CASE WHEN i.decision = '' AND (g.revoked_at = '' OR g.revoked_at > $2)
                          AND g.valid_until >= $3 THEN 1 END)
        FROM review_item i
        JOIN right_grant g ON g.id = i.grant_id
        JOIN person p ON p.id = i.reviewer_id
        WHERE i.review_id = $1
        GROUP BY i.reviewer_id, p.first_name, p.last_name
        ORDER BY i.reviewer_id)");
    rows.bind({review.item.id.value(), moment, day});
    std::vector<ReviewerStatus> found;
    while (rows.step()) {
        ReviewerStatus status{.reviewer = PersonId::from_stored(rows.integer(0)),
                              .name = fmt::format("{} {}", rows.text(1), rows.text(2)),
                              .grants = number(rows, 3),
                              .keep = number(rows, 4),
                              .revoke = number(rows, 5),
                              .shorten = number(rows, 6),
                              .open = number(rows, 7),
                              .due = review.item.due,
                              .days_left = review.item.due.days() - at.day.days()};
        status.gone = status.grants - status.keep - status.revoke - status.shorten - status.open;
        found.push_back(std::move(status));
    }
    rows.reset();
    return found;
}

}  // namespace dcadmin::reviews
