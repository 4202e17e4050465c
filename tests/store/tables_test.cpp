// SPDX-License-Identifier: Apache-2.0
// What is copied is the schema: a column that somebody adds and does not name there would be lost.
#include "store/tables.h"
#include "store/db.h"
#include "support/postgres.h"

#include <dcadmin/store.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace dcadmin;
using dcadmin::test::Cluster;

namespace {

const FixedClock clock_at{Timestamp::parse("2026-11-23T13:00:00Z")};

/// The columns of each table, as store::tables() writes them: "id# name".
using Schema = std::map<std::string, std::set<std::string>>;

Schema listed() {
    Schema schema;
    for (const store::Table& table : store::tables()) {
        std::istringstream columns{std::string(table.columns)};
        for (std::string column; columns >> column;) {
            schema[std::string(table.name)].insert(column);
        }
    }
    return schema;
}

/// Of a query for table, column, and whether that is an integer.
Schema found_by(const Store& store, std::string_view sql) {
    Schema schema;
    const auto rows = store.db().prepare(sql);
    rows->bind({});
    while (rows->step()) {
        schema[rows->string(0)].insert(rows->string(1) + (rows->integer(2) == 1 ? "#" : ""));
    }
    schema.erase("schema_migration");
    return schema;
}

constexpr std::string_view columns_in_file = R"(
    SELECT t.name, c.name, c.type = 'INTEGER'
    FROM sqlite_schema t JOIN pragma_table_xinfo(t.name) c
    WHERE t.type = 'table' AND c.hidden = 0 AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\')";

constexpr std::string_view columns_on_server = R"(
    SELECT table_name, column_name,
           CASE WHEN data_type IN ('bigint', 'integer', 'smallint') THEN 1 ELSE 0 END
    FROM information_schema.columns WHERE table_schema = current_schema() AND is_generated = 'NEVER')";

}  // namespace

TEST_CASE(
    "the list of tables names every table and column of the schema that holds data, and its "
    "integers") {
    const Store file = Store::in_memory(clock_at);
    CHECK(found_by(file, columns_in_file) == listed());
    Cluster& cluster = Cluster::get();
    const Store server = Store::open(cluster.url(cluster.new_store(clock_at)), StoreAccess::read);
    CHECK(found_by(server, columns_on_server) == listed());
}

TEST_CASE("a table in the list refers only to those before it, or to itself") {
    const Store store = Store::in_memory(clock_at);
    const auto references = store.db().prepare(R"(
        SELECT t.name, f."table" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table')");
    const auto place = [](std::string_view name) {
        const auto all = store::tables();
        return std::find_if(all.begin(), all.end(),
                            [&](const store::Table& table) { return table.name == name; }) -
               all.begin();
    };
    references->bind({});
    int seen = 0;
    while (references->step()) {
        CAPTURE(references->string(0));
        CAPTURE(references->string(1));
        CHECK(place(references->text(1)) <= place(references->text(0)));
        ++seen;
    }
    CHECK(seen > 10);
}
