// SPDX-License-Identifier: Apache-2.0
#include "store/db.h"

#include "store/appender.h"

#include <stdexcept>

namespace dcadmin::store {

std::int64_t Statement::run(std::initializer_list<Value> values) {
    bind(values);
    while (step()) {
    }
    const std::int64_t rows = changed();
    reset();
    return rows;
}

bool Statement::first(std::initializer_list<Value> values) {
    bind(values);
    return step();
}

std::unique_ptr<Appender> Db::append_to(std::string_view table,
                                        std::initializer_list<std::string_view> columns) {
    return append_to(table, std::span(columns.begin(), columns.size()));
}

std::int64_t Statement::insert(std::initializer_list<Value> values) {
    if (!first(values)) throw std::logic_error("an INSERT answered no id");
    const std::int64_t id = integer(0);
    reset();
    return id;
}

}  // namespace dcadmin::store
