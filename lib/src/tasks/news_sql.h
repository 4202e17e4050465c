// SPDX-License-Identifier: Apache-2.0
// Statements of news.
#pragma once

#include "store/db.h"

#include <dcadmin/news.h>

#include <cstdint>
#include <optional>

namespace dcadmin::tasks {

/// The very same item.
[[nodiscard]] std::optional<std::int64_t> find_same(store::Db& db, const NewsItem& item);
[[nodiscard]] std::int64_t insert_news(store::Db& db, const NewsItem& item, std::int64_t operation);
[[nodiscard]] std::optional<NewsItem> find_news(store::Db& db, std::int64_t id);
std::uint64_t list_news(store::Db& db, const NewsFilter& filter, Date day,
                        const Each<NewsItem>& each);

}  // namespace dcadmin::tasks
