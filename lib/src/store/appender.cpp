// SPDX-License-Identifier: Apache-2.0
#include "store/appender.h"

#include <fmt/format.h>

#include <iterator>

namespace dcadmin::store {

namespace {

std::string insert_into(std::string_view table, std::span<const std::string_view> columns) {
    std::string sql = fmt::format("INSERT INTO {} (", table);
    std::string values;
    int number = 0;
    for (const std::string_view column : columns) {
        const std::string_view comma = number == 0 ? "" : ", ";
        fmt::format_to(std::back_inserter(sql), "{}{}", comma, column);
        fmt::format_to(std::back_inserter(values), "{}${}", comma, ++number);
    }
    return fmt::format("{}) VALUES ({})", sql, values);
}

}  // namespace

InsertAppender::InsertAppender(Db& db, std::string_view table,
                               std::span<const std::string_view> columns)
    : insert_(db.prepare(insert_into(table, columns))) {}

void InsertAppender::add(std::span<const Value> values) {
    int place = 1;
    for (const Value& value : values) insert_->bind_one(place++, value);
    while (insert_->step()) {
    }
    insert_->reset();
}

}  // namespace dcadmin::store
