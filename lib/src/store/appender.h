// SPDX-License-Identifier: Apache-2.0
// Very many rows for one table, for runs: each database gets them in its fastest way. Several
// appenders may be filled in turn. Rows may be held back, with their errors, until flush().
#pragma once

#include "store/db.h"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::store {

class Appender {
   public:
    virtual ~Appender() = default;
    /// One value a column; the columns that are not named get their defaults.
    virtual void add(std::span<const Value> values) = 0;
    void add(std::initializer_list<Value> values) { add(std::span(values.begin(), values.size())); }
    /// All rows are in the table when this returns.
    virtual void flush() = 0;
};

/// The way of an embedded database: one prepared insert.
class InsertAppender final : public Appender {
   public:
    InsertAppender(Db& db, std::string_view table, std::span<const std::string_view> columns);
    using Appender::add;
    void add(std::span<const Value> values) override;
    void flush() override {}

   private:
    std::unique_ptr<Statement> insert_;
};

/// Ids that nobody else will use, handed out in ascending order.
class IdStock {
   public:
    struct Range {
        std::int64_t first;
        std::int64_t last;
    };
    explicit IdStock(std::vector<Range> ranges) : ranges_(std::move(ranges)) {}
    /// To be called no more often than ids were taken.
    [[nodiscard]] std::int64_t next() {
        Range& range = ranges_[at_];
        const std::int64_t id = range.first;
        if (range.first++ == range.last) ++at_;
        return id;
    }

   private:
    std::vector<Range> ranges_;
    std::size_t at_ = 0;
};

}  // namespace dcadmin::store
