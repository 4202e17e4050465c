// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/news.h>

#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "tasks/news_sql.h"

#include <dcadmin/base/text.h>

namespace dcadmin {

namespace tasks {

namespace {

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_body = 4000;

std::string cleaned(std::string_view given, std::string_view field, std::size_t longest) {
    try {
        std::string kept = text::clean(given, field, longest);
        if (!kept.empty()) return kept;
    } catch (const Error& error) {
        throw error.about(field);
    }
    throw Error(Kind::usage, say("the news has no {}", field), say("give it with --{}", field),
                std::string(field));
}

DateRange period_of(const NewNews& request, Date today) {
    const Date from = request.from.value_or(today);
    if (request.until >= from) return DateRange::of(from, request.until);
    throw Error(Kind::usage,
                say("it would end on {}, before it begins on {}", request.until.formatted(),
                    from.formatted()),
                "give a later --until", "until");
}

Written<NewsItem> apply_add(bulk::Work& work, const NewNews& request) {
    store::Tx& tx = work.tx;
    access::require(tx, access::Operation::catalogue);
    NewsItem item{.id = NewsId::from_stored(0),
                  .title = cleaned(request.title, "title", longest_title),
                  .body = cleaned(request.body, "body", longest_body),
                  .audience = request.audience,
                  .period = period_of(request, tx.today()),
                  .added_at = tx.now()};
    if (const auto there = find_same(tx.db(), item)) {
        return {.changed = false, .item = *find_news(tx.db(), *there), .remark = {}};
    }
    item.id = NewsId::from_stored(insert_news(tx.db(), item, tx.operation()));
    const std::string from = item.period.first().iso();
    const std::string until = item.period.last().iso();
    const std::string after = audit::image_of(
        audit::NewsFields{.title = item.title,
                          .body = item.body,
                          .audience = item.audience ? name_of(*item.audience) : std::string_view(),
                          .valid_from = from,
                          .valid_until = until});
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "news",
                       .verb = "add",
                       .subject_id = item.id.value(),
                       .before = {},
                       .after = after,
                       .reason = {}});
    return {.changed = true, .item = std::move(item), .remark = {}};
}

}  // namespace

}  // namespace tasks

Written<NewsItem> News::add(const NewNews& request) {
    return bulk::run_one(env_, "news.add",
                         [&](bulk::Work& work) { return tasks::apply_add(work, request); });
}

bulk::Summary News::add_rows(const bulk::Source<NewNews>& rows, const bulk::Options& options,
                             const bulk::Sink& sink) {
    return bulk::run_rows(env_, "news.add", rows, options, sink,
                          [](bulk::Work& work, const NewNews& request) {
                              const auto written = tasks::apply_add(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

std::uint64_t News::list(const NewsFilter& filter, const Each<NewsItem>& each) {
    access::enter(env_);
    return tasks::list_news(env_.store.db(), filter, filter.at.value_or(env_.clock.today()), each);
}

NewsItem News::get(NewsId id) {
    access::enter(env_);
    if (auto found = tasks::find_news(env_.store.db(), id.value())) return std::move(*found);
    throw Error(Kind::not_found, say("no news {} in the store", id.text()),
                "see what there is: dcadmin news list --all", "id");
}

}  // namespace dcadmin
