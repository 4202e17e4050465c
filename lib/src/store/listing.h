// SPDX-License-Identifier: Apache-2.0
// Lists with optional filters: a SELECT composed of fixed fragments and bound values, ordered by a
// column from a fixed table, cut to a page, streamed row by row. No text of a user ever becomes
// SQL.
#pragma once

#include "store/db.h"

#include <dcadmin/env.h>

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dcadmin::store {

class Listing {
   public:
    /// Both without WHERE; `count` counts what `select` lists. Both name all of `given`, which are
    /// $1, $2, … in that order.
    Listing(std::string select, std::string count,
            std::initializer_list<std::string_view> given = {})
        : select_(std::move(select)), count_(std::move(count)) {
        for (const std::string_view value : given) values_.emplace_back(std::string(value));
    }

    /// Adds a condition; each {} in it becomes a parameter of the values in turn.
    void where(std::string_view condition, std::int64_t value);
    void where(std::string_view condition, std::string_view value);
    void where(std::string_view condition);
    void where(std::string_view condition, std::initializer_list<Value> values);
    /// The column has one of these; none does when there are none.
    void where_any(std::string_view column, const std::vector<std::int64_t>& values);
    /// Every word of `text` occurs in the folded column.
    void search(std::string_view column, std::string_view text);
    /// The number in the column, of one of these widths, begins with the digits of `text`. False,
    /// and no condition, when the text is not the beginning of a number ("85.07.30-0").
    bool search_number(std::string_view column, std::string_view text,
                       std::initializer_list<std::size_t> widths);

    /// A name of a sort key and the columns it stands for.
    using Keys = std::initializer_list<std::pair<std::string_view, std::string_view>>;
    /// Refused with usage for a sort that is none of the keys.
    void order(const Page& page, Keys keys, std::string_view usual);

    /// The conditions alone, " WHERE …" or nothing, for statements that put several lists together;
    /// their values are the first of those.
    [[nodiscard]] const std::string& conditions() const { return conditions_; }
    [[nodiscard]] std::size_t values() const { return values_.size(); }
    /// Binds them, and answers how many they are.
    int bind_conditions(Statement& statement) const;

    /// Streams the page; the number of rows that match, whatever the page shows.
    std::uint64_t run(Db& db, const std::function<bool(const Statement&)>& each);

   private:
    using Bound = std::variant<std::int64_t, std::string>;
    void add(std::string_view condition, std::vector<Bound> values);
    void bind(Statement& statement) const;

    std::string select_;
    std::string count_;
    std::string conditions_;
    std::string order_;
    std::vector<Bound> values_;
    Page page_;
};

}  // namespace dcadmin::store
