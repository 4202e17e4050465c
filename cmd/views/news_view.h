// SPDX-License-Identifier: Apache-2.0
// News of the home page.
#pragma once

#include "output/view.h"

#include <dcadmin/news.h>

namespace dcadmin::views {

[[nodiscard]] output::View<NewsItem> news_view();

}  // namespace dcadmin::views
