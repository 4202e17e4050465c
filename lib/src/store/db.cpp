// SPDX-License-Identifier: Apache-2.0
#include "store/db.h"

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

}  // namespace dcadmin::store
