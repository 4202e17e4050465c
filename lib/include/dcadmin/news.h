// SPDX-License-Identifier: Apache-2.0
// News of the home page: a title and a text that are shown from a day through a day, to everybody
// or to one target group.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <optional>
#include <string>

namespace dcadmin {

struct NewsItem {
    NewsId id;
    std::string title;
    std::string body;
    std::optional<Audience> audience;  // absent: everybody
    DateRange period;
    Timestamp added_at;
};

struct NewNews {
    std::string title;
    std::string body;
    std::optional<Audience> audience;
    std::optional<Date> from;  // default today
    Date until;
};

struct NewsFilter {
    std::optional<Audience> audience;  // what that target group sees: its own and everybody's
    bool all = false;                  // past and future ones too
    std::optional<Date> at;            // default today
    Page page;                         // sort: from, until, id
};

class DCADMIN_API News {
   public:
    explicit News(const Env& env) : env_(env) {}

    /// usage: no title or text, an end before the begin. Unchanged when the very same is there.
    /// Recorded in the system chain.
    Written<NewsItem> add(const NewNews& request);
    bulk::Summary add_rows(const bulk::Source<NewNews>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    std::uint64_t list(const NewsFilter& filter, const Each<NewsItem>& each);
    [[nodiscard]] NewsItem get(NewsId id);

   private:
    const Env& env_;
};

}  // namespace dcadmin
