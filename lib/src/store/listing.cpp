// SPDX-License-Identifier: Apache-2.0
#include "store/listing.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::store {

namespace {

std::string like_pattern(std::string_view word) {
    std::string pattern = "%";
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '\\') pattern.push_back('\\');
        pattern.push_back(c);
    }
    pattern.push_back('%');
    return pattern;
}

// The digits of a text that is a number with or without its punctuation; empty for any other.
std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits.push_back(c);
        } else if (std::string_view(".-/ ").find(c) == std::string_view::npos) {
            return {};
        }
    }
    return digits;
}

}  // namespace

void Listing::add(std::string_view condition, std::vector<Bound> values) {
    conditions_ += conditions_.empty() ? " WHERE " : " AND ";
    std::size_t next = 0;
    for (std::size_t at = 0; at < condition.size(); ++at) {
        if (condition.substr(at, 2) == "{}") {
            values_.push_back(std::move(values.at(next++)));
            conditions_ += fmt::format("${}", values_.size());
            ++at;
        } else {
            conditions_.push_back(condition[at]);
        }
    }
}

void Listing::where(std::string_view condition, std::int64_t value) {
    add(condition, {value});
}

void Listing::where(std::string_view condition, std::string_view value) {
    add(condition, {std::string(value)});
}

void Listing::where(std::string_view condition) {
    add(condition, {});
}

void Listing::where(std::string_view condition, std::initializer_list<Value> values) {
    std::vector<Bound> bound;
    for (const Value& value : values) {
        if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            bound.emplace_back(*integer);
        } else {
            bound.emplace_back(std::string(std::get<std::string_view>(value)));
        }
    }
    add(condition, std::move(bound));
}

void Listing::where_any(std::string_view column, const std::vector<std::int64_t>& values) {
    std::string places;
    for (std::size_t i = 0; i < values.size(); ++i) places += i == 0 ? "{}" : ", {}";
    add(values.empty() ? std::string("1 = 0") : fmt::format("{} IN ({})", column, places),
        std::vector<Bound>(values.begin(), values.end()));
}

void Listing::search(std::string_view column, std::string_view given) {
    const std::string folded = text::folded(text::clean(given, "search text"));
    for (const std::string_view word : text::split(folded, ' ')) {
        if (word.empty()) continue;
        add(fmt::format("{} LIKE {{}} ESCAPE '\\'", column), {like_pattern(word)});
    }
}

bool Listing::search_number(std::string_view column, std::string_view given,
                            std::initializer_list<std::size_t> widths) {
    const std::string digits = digits_of(given);
    if (digits.empty()) return false;
    std::string ranges;
    std::vector<Bound> bounds;
    for (const std::size_t width : widths) {
        if (digits.size() > width) continue;
        std::int64_t first = 0;
        for (const char c : digits) first = first * 10 + (c - '0');
        std::int64_t many = 1;
        for (std::size_t i = digits.size(); i < width; ++i) many *= 10;
        ranges += fmt::format("{}{} BETWEEN {{}} AND {{}}", ranges.empty() ? "" : " OR ", column);
        bounds.emplace_back(first * many);
        bounds.emplace_back(first * many + many - 1);
    }
    add(ranges.empty() ? "1 = 0" : "(" + ranges + ")", std::move(bounds));
    return true;
}

void Listing::order(const Page& page, Keys keys, std::string_view usual) {
    const std::string_view wanted = page.sort.empty() ? usual : std::string_view(page.sort);
    std::vector<std::string> names;
    for (const auto& [name, columns] : keys) {
        names.emplace_back(name);
        if (name != wanted) continue;
        order_ = " ORDER BY ";
        bool first = true;
        for (const std::string_view column : text::split(columns, ',')) {
            order_ += fmt::format("{}{}{}", first ? "" : ", ", text::trimmed(column),
                                  page.reverse ? " DESC" : "");
            first = false;
        }
    }
    if (order_.empty()) {
        const auto near = text::nearest(wanted, names);
        throw Error(Kind::usage,
                    say("this list cannot be sorted by '{}'{}", text::escaped(wanted),
                        near ? say("; did you mean '{}'?", *near) : ""),
                    say("one of: {}", fmt::join(names, ", ")), "sort");
    }
    page_ = page;
}

int Listing::bind_conditions(Statement& statement) const {
    bind(statement);
    return static_cast<int>(values_.size());
}

void Listing::bind(Statement& statement) const {
    statement.reset();
    int number = 1;
    for (const Bound& value : values_) {
        if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            statement.bind_one(number++, *integer);
        } else {
            statement.bind_one(number++, std::string_view(std::get<std::string>(value)));
        }
    }
}

std::uint64_t Listing::run(Db& db, const std::function<bool(const Statement&)>& each) {
    std::string sql = select_ + conditions_ + order_;
    const bool paged = page_.limit || page_.offset > 0;
    if (paged) {
        // 2^62 rows are all of them; OFFSET alone is not SQL to both databases.
        constexpr auto all = std::uint64_t{1} << 62;
        sql += fmt::format(" LIMIT {} OFFSET {}", std::min(page_.limit.value_or(all), all),
                           std::min(page_.offset, all));
    }
    auto rows = db.prepare(sql);
    bind(*rows);
    std::uint64_t shown = 0;
    bool ended = true;
    while (ended && rows->step()) {
        ++shown;
        ended = each(*rows);
    }
    if (!page_.counted || (!paged && ended)) return shown;
    auto counted = db.prepare(count_ + conditions_);
    bind(*counted);
    return counted->step() ? static_cast<std::uint64_t>(counted->integer(0)) : shown;
}

}  // namespace dcadmin::store
