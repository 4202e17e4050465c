// SPDX-License-Identifier: Apache-2.0
#include "store/copy.h"

#include "store/appender.h"
#include "store/tables.h"

#include <dcadmin/error.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dcadmin::store {

namespace {

struct Columns {
    std::vector<std::string_view> names;
    std::vector<bool> integers;
};

Columns columns_of(const Table& table) {
    Columns columns;
    std::string_view rest = table.columns;
    while (!rest.empty()) {
        std::string_view name = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(name.size() + 1, rest.size()));
        const bool integer = name.ends_with('#');
        if (integer) name.remove_suffix(1);
        columns.names.push_back(name);
        columns.integers.push_back(integer);
    }
    return columns;
}

std::uint64_t copy_table(Db& from, Db& to, const Table& table) {
    const Columns columns = columns_of(table);
    const auto rows = from.prepare(fmt::format(
        "SELECT {} FROM {} ORDER BY {}", fmt::join(columns.names, ", "), table.name, table.order));
    if (columns.names.front() == "id") to.chooses_ids(std::string(table.name));
    const auto target = to.append_to(table.name, columns.names);
    std::vector<Value> values(columns.names.size());
    std::uint64_t count = 0;
    rows->bind({});
    while (rows->step()) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const int column = static_cast<int>(i);
            if (rows->is_null(column)) {
                values[i] = nullptr;
            } else if (columns.integers[i]) {
                values[i] = rows->integer(column);
            } else {
                values[i] = rows->text(column);
            }
        }
        target->add(values);
        ++count;
    }
    target->flush();
    return count;
}

// What the migrations made goes. Somebody may have begun to use the store since it was looked at:
// an operation that goes with it is his.
void empty(Db& db) {
    const auto all = tables();
    for (auto table = all.rbegin(); table != all.rend(); ++table) {
        const auto gone = db.statement(fmt::format("DELETE FROM {}", table->name)).run({});
        if (gone == 0 || table->name != "operation") continue;
        throw Error(Kind::conflict, "the target is not empty: somebody uses it",
                    "name a new file or an empty database", "to");
    }
}

}  // namespace

bool is_unused(Db& db) {
    auto& found = db.statement("SELECT id FROM operation LIMIT 1");
    const bool used = found.first({});
    found.reset();
    return !used;
}

std::uint64_t copy_rows(Db& from, Db& to) {
    std::uint64_t copied = 0;
    from.begin_read();
    to.begin_bulk();
    try {
        to.expect_bulk(true);
        empty(to);
        for (const Table& table : tables()) copied += copy_table(from, to, table);
        to.commit();
    } catch (...) {
        to.rollback();
        from.rollback();
        throw;
    }
    from.rollback();
    return copied;
}

}  // namespace dcadmin::store
