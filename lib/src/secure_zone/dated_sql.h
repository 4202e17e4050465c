// SPDX-License-Identifier: Apache-2.0
// Which of dated rows hold on a day: of those that contain it and are for the same, the one that
// begins last, and of these the newest.
#pragma once

#include "store/listing.h"

#include <dcadmin/base/date.h>

#include <initializer_list>
#include <string_view>

namespace dcadmin::secure_zone {

/// Keeps those rows of a list of `table`; `same` are the columns in which rows for the same agree.
void keep_holding(store::Listing& listing, std::string_view table,
                  std::initializer_list<std::string_view> same, Date day);

}  // namespace dcadmin::secure_zone
