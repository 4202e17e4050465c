// SPDX-License-Identifier: Apache-2.0
// Statements of reviews and of what they ask, and the way between their rows and structs.
#pragma once

#include "access/require.h"
#include "audit/images.h"
#include "persons/moment.h"
#include "store/appender.h"
#include "store/db.h"

#include <dcadmin/reviews.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::reviews {

using persons::AskedMoment;

struct StoredReview {
    Review item;
    std::int64_t organisation_id = 0;
    std::int64_t right_id = 0;  // 0: all
    std::string sites;          // as stored
    std::string closed_at;      // as stored
    std::string unanswered;     // as stored
};
[[nodiscard]] std::optional<StoredReview> find_review(store::Db& db, ReviewId id,
                                                      const AskedMoment& at);
[[nodiscard]] std::optional<StoredReview> find_open(store::Db& db, std::int64_t organisation_id,
                                                    const AskedMoment& at);
std::uint64_t list_reviews(store::Db& db, const ReviewFilter& filter, const AskedMoment& at,
                           const access::Sight& sight, const Each<Review>& each);

struct ReviewRow {
    std::int64_t organisation_id;
    std::string_view due;
    std::optional<std::int64_t> right_id;
    std::string_view sites;
    std::string_view reason;
    std::int64_t operation_id;
};
[[nodiscard]] std::int64_t insert_review(store::Db& db, const ReviewRow& review);
void close_review(store::Db& db, std::int64_t id, std::string_view closed_at,
                  std::string_view answer, std::string_view unanswered);

[[nodiscard]] std::optional<std::int64_t> find_right(store::Db& db, const RightCode& code);
[[nodiscard]] std::optional<std::int64_t> find_site(store::Db& db, std::int64_t organisation_id,
                                                    SiteNumber site);

/// What may be asked about.
struct LiveGrant {
    std::int64_t id;
    std::int64_t right_id;
    std::int64_t context_id;
    std::int64_t person_id;
};
/// The grants of an organisation that are live on that day or later, by id.
void each_live_grant(store::Db& db, std::int64_t organisation_id, const AskedMoment& at,
                     const std::function<void(const LiveGrant&)>& each);

/// Writes the items of a new review, and keeps what its image says of them.
class ItemInsert {
   public:
    /// For so many items.
    ItemInsert(store::Db& db, std::int64_t review_id, std::uint64_t count);
    void add(std::int64_t grant_id, std::int64_t reviewer_id);
    /// Writes the last of them; what the image says.
    [[nodiscard]] std::string finish();

   private:
    std::int64_t review_id_;
    store::IdStock ids_;
    std::unique_ptr<store::Appender> rows_;
    audit::ReviewItems asked_;
};
/// The same, of items that are there.
[[nodiscard]] std::string asked_by(store::Db& db, std::int64_t review_id);

struct StoredItem {
    ReviewItem item;
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    std::int64_t context_id = 0;
    bool review_open = false;
};
[[nodiscard]] std::optional<StoredItem> find_item(store::Db& db, ReviewId review, GrantId grant,
                                                  const AskedMoment& at);
std::uint64_t list_items(store::Db& db, const ReviewItemFilter& filter, const AskedMoment& at,
                           const access::Sight& sight, const Each<ReviewItem>& each);
void answer_item(store::Db& db, std::int64_t id, std::string_view decision, std::string_view until,
                 std::string_view reason);
[[nodiscard]] std::vector<ReviewerStatus> status_of(store::Db& db, const StoredReview& review,
                                                    const AskedMoment& at);

}  // namespace dcadmin::reviews
