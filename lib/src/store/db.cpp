// SPDX-License-Identifier: Apache-2.0
#include "store/db.h"

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

std::int64_t Statement::insert(std::initializer_list<Value> values) {
    if (!first(values)) throw std::logic_error("an INSERT answered no id");
    const std::int64_t id = integer(0);
    reset();
    return id;
}

}  // namespace dcadmin::store
