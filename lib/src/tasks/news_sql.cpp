// SPDX-License-Identifier: Apache-2.0
#include "tasks/news_sql.h"

#include "store/listing.h"

#include <string>
#include <string_view>

namespace dcadmin::tasks {

namespace {

constexpr std::string_view news_columns = R"(
    SELECT w.id, w.title, w.body, w.audience, w.valid_from, w.valid_until, n.at
    FROM news w JOIN operation n ON n.id = w.operation_id)";

NewsItem news_from(const store::Statement& row) {
    NewsItem item{.id = NewsId::from_stored(row.integer(0)),
                  .title = row.string(1),
                  .body = row.string(2),
                  .audience = {},
                  .period = DateRange::of(Date::parse(row.text(4)), Date::parse(row.text(5))),
                  .added_at = Timestamp::parse(row.text(6))};
    if (!row.text(3).empty()) item.audience = parse_audience(row.text(3));
    return item;
}

std::string_view audience_of(const NewsItem& item) {
    return item.audience ? name_of(*item.audience) : std::string_view();
}

}  // namespace

std::optional<std::int64_t> find_same(store::Db& db, const NewsItem& item) {
    const std::string from = item.period.first().iso();
    const std::string until = item.period.last().iso();
    auto& found = db.statement(R"(
        SELECT id FROM news
        WHERE title = $1 AND body = $2 AND audience = $3 AND valid_from = $4 AND valid_until = $5)");
    if (!found.first({item.title, item.body, audience_of(item), from, until})) return std::nullopt;
    const auto id = found.integer(0);
    found.reset();
    return id;
}

std::int64_t insert_news(store::Db& db, const NewsItem& item, std::int64_t operation) {
    const std::string from = item.period.first().iso();
    const std::string until = item.period.last().iso();
    return db
        .statement(R"(
        INSERT INTO news (title, body, audience, valid_from, valid_until, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING id)")
        .insert({item.title, item.body, audience_of(item), from, until, operation});
}

std::optional<NewsItem> find_news(store::Db& db, std::int64_t id) {
    auto& found = db.statement(std::string(news_columns) + " WHERE w.id = $1");
    if (!found.first({id})) return std::nullopt;
    NewsItem item = news_from(found);
    found.reset();
    return item;
}

std::uint64_t list_news(store::Db& db, const NewsFilter& filter, Date day,
                        const Each<NewsItem>& each) {
    store::Listing listing(std::string(news_columns), "SELECT count(*) FROM news w");
    if (!filter.all) {
        const std::string on = day.iso();
        listing.where("w.valid_from <= {} AND w.valid_until >= {}", {on, on});
    }
    if (filter.audience) {
        listing.where("(w.audience = '' OR w.audience = {})", name_of(*filter.audience));
    }
    listing.order(
        filter.page,
        {{"from", "w.valid_from, w.id"}, {"until", "w.valid_until, w.id"}, {"id", "w.id"}}, "from");
    return listing.run(db, [&](const store::Statement& row) { return each(news_from(row)); });
}

}  // namespace dcadmin::tasks
