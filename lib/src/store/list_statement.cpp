// SPDX-License-Identifier: Apache-2.0
#include "store/list_statement.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace dcadmin::store {

namespace {

std::string with_list(std::string_view sql, int first, std::size_t size) {
    std::string list;
    for (std::size_t i = 0; i < size; ++i) {
        fmt::format_to(std::back_inserter(list), "{}${}", i == 0 ? "" : ", ",
                       static_cast<std::size_t>(first) + i);
    }
    return fmt::format(fmt::runtime(sql), list);
}

}  // namespace

ListStatement::ListStatement(std::string_view sql, int first)
    : one_(with_list(sql, first, 1)), many_(with_list(sql, first, at_once)) {}

Statement& ListStatement::bind_next(Db& db, std::initializer_list<Value> before,
                                    std::span<const std::int64_t>& keys) const {
    const std::size_t size = keys.size() == 1 ? 1 : at_once;
    Statement& statement = db.statement(size == 1 ? one_ : many_);
    int place = 1;
    for (const Value& value : before) statement.bind_one(place++, value);
    for (std::size_t i = 0; i < size; ++i) {
        statement.bind_one(place++, i < keys.size() ? keys[i] : 0);
    }
    keys = keys.subspan(std::min(size, keys.size()));
    return statement;
}

std::int64_t ListStatement::change(Db& db, std::initializer_list<Value> before,
                                   std::span<const std::int64_t> keys) const {
    const std::int64_t before_all = db.total_changes();
    while (!keys.empty()) {
        Statement& statement = bind_next(db, before, keys);
        while (statement.step()) {
        }
        statement.reset();
    }
    return db.total_changes() - before_all;
}

}  // namespace dcadmin::store
