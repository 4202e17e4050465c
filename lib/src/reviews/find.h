// SPDX-License-Identifier: Apache-2.0
// What several operations of this context ask first: which review, which offices, may this person.
#pragma once

#include "designation/administrators.h"
#include "reviews/reviews_sql.h"
#include "store/tx.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace dcadmin::reviews {

/// not_found, with the command that lists them.
[[nodiscard]] StoredReview get_review(store::Db& db, ReviewId id, const AskedMoment& at);
/// The same for one to read: another organisation's is not there.
[[nodiscard]] StoredReview get_review(const Env& env, ReviewId id, const AskedMoment& at);
[[nodiscard]] Error unknown_review(ReviewId id);
/// Asks whether who acts may hold it.
void require_review(store::Tx& tx, const StoredReview& review);
[[nodiscard]] AskedMoment moment_of(const store::Tx& tx);
/// Throws not_allowed unless the local operator acts, or an administrator of the organisation.
void require_administrator(store::Tx& tx, std::int64_t organisation_id);
/// The offices that are held now.
[[nodiscard]] std::vector<designation::Office> offices_now(store::Tx& tx,
                                                           std::int64_t organisation_id);

}  // namespace dcadmin::reviews
