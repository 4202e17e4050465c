// SPDX-License-Identifier: Apache-2.0
#include "views/news_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<NewsItem> news_view() {
    return {
        .names = {"news", "news"},
        .fields = {
            {{"id", "public id"}, [](const NewsItem& x) -> Value { return x.id.text(); }},
            {{"title", "its title"}, [](const NewsItem& x) -> Value { return cell(x.title); }},
            {{"body", "its text", Shown::detail},
             [](const NewsItem& x) -> Value { return cell(x.body); }},
            {{"audience", "target group that sees it; everybody when absent"},
             [](const NewsItem& x) -> Value {
                 return x.audience ? Value(name_of(*x.audience)) : Value();
             }},
            {{"from", "first day"}, [](const NewsItem& x) -> Value { return x.period.first(); }},
            {{"until", "last day"}, [](const NewsItem& x) -> Value { return x.period.last(); }},
            {{"added_at", "when it was added", Shown::detail},
             [](const NewsItem& x) -> Value { return x.added_at; }},
        }};
}

}  // namespace dcadmin::views
