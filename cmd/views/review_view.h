// SPDX-License-Identifier: Apache-2.0
// Reviews, how far each reviewer is, and the files that go out and come back.
#pragma once

#include "output/view.h"

#include <dcadmin/reviews.h>

#include <cstdint>
#include <string>

namespace dcadmin::views {

[[nodiscard]] output::View<Review> review_view();
[[nodiscard]] output::View<ReviewerStatus> reviewer_view();
/// The columns of a reviewer's file.
[[nodiscard]] output::View<ReviewItem> review_item_view();
/// The columns of grant revoke.
[[nodiscard]] output::View<Revocation> revocation_view();

/// A file that was made for a reviewer.
struct ReviewFile {
    std::string file;
    PersonId reviewer;
    std::string name;  // of the reviewer
    std::uint64_t grants = 0;
};
[[nodiscard]] output::View<ReviewFile> review_file_view();

}  // namespace dcadmin::views
