// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/care.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <utility>

namespace dcadmin::store::postgres {

namespace {

// "dcad": what a migration of a store locks.
constexpr std::int64_t migration_lock = 0x64636164;
// What the application's role may do where it is not just adding and changing: the log is written
// once, what a store is was said when it was made, the rules came with the program, and only these
// rows are ever deleted, and what registers outside say, which is replaced.
constexpr auto limited = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"audience", "SELECT"},
    {"audit_chain", "SELECT, INSERT, UPDATE"},
    {"audit_entry", "SELECT, INSERT"},
    {"category_rule", "SELECT"},
    {"holiday", "SELECT"},
    {"key_kind", "SELECT"},
    {"operation", "SELECT, INSERT"},
    {"register_consultation", "SELECT, INSERT"},
    {"register_import", "SELECT, INSERT"},
    {"register_key", "SELECT, INSERT"},
    {"right_audience", "SELECT, INSERT, UPDATE, DELETE"},
    {"schema_migration", "SELECT"},
    {"store_property", "SELECT"},
    {"zone_rule", "SELECT"},
});

std::int64_t number_in(const Result& result, int row, int column) {
    const std::string_view digits = PQgetvalue(result.get(), row, column);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::vector<std::string> names_in(const Result& result) {
    const int rows = PQntuples(result.get());
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        names.emplace_back(PQgetvalue(result.get(), row, 0));
    }
    return names;
}

std::vector<std::string> tables(Connection& connection) {
    return names_in(connection.run(R"(
        SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        ORDER BY c.relname)"));
}

std::string_view rights_on(std::string_view table) {
    for (const auto& [name, rights] : limited) {
        if (name == table) return rights;
    }
    if (table.starts_with("register_")) return "SELECT, INSERT, UPDATE, DELETE";
    return "SELECT, INSERT, UPDATE";
}

bool is_begun(Db& db) {
    auto& marked = db.statement("SELECT 1 FROM store_property WHERE name = 'store_id'");
    const bool whole = marked.first({});
    marked.reset();
    return !whole;
}

// Rows that refer to what is not there, by hands that had switched the check off.
void add_broken_references(Connection& connection, std::vector<std::string>& problems) {
    const auto queries = connection.run(R"(
        SELECT format('SELECT count(*) FROM %s c WHERE c.%I IS NOT NULL AND NOT EXISTS '
                      '(SELECT 1 FROM %s p WHERE p.%I = c.%I)',
                      f.conrelid::regclass, ca.attname, f.confrelid::regclass, pa.attname,
                      ca.attname),
               f.conrelid::regclass::text, f.confrelid::regclass::text
        FROM pg_constraint f
        JOIN pg_attribute ca ON ca.attrelid = f.conrelid AND ca.attnum = f.conkey[1]
        JOIN pg_attribute pa ON pa.attrelid = f.confrelid AND pa.attnum = f.confkey[1]
        WHERE f.contype = 'f' AND cardinality(f.conkey) = 1
            AND f.connamespace = current_schema()::regnamespace
        ORDER BY 2, 3)");
    for (int row = 0; row < PQntuples(queries.get()); ++row) {
        const auto count = number_in(connection.run(PQgetvalue(queries.get(), row, 0)), 0, 0);
        if (count == 0) continue;
        problems.push_back(say("{} rows of {} refer to rows of {} that are not there", count,
                               PQgetvalue(queries.get(), row, 1),
                               PQgetvalue(queries.get(), row, 2)));
    }
}

}  // namespace

void require_contents(Db& db, Opening how) {
    const bool migrated = db.has_table("schema_migration");
    const bool store = migrated && db.has_table("store_property");
    auto tables = db.prepare(R"(
        SELECT current_database(), (SELECT count(*) FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')))");
    const bool told = tables->first({});
    const std::string database = told ? tables->string(0) : std::string();
    const bool empty = !told || tables->integer(1) == 0;
    if (how == Opening::create) {
        if (empty || (migrated && !store) || (store && is_begun(db))) return;
        throw Error(
            Kind::conflict,
            say("the database '{}' {}", database,
                store ? say("holds a store already") : say("holds tables that are not a store's")),
            store ? say("see what it is: dcadmin store status")
                  : say("make an empty database for the store"),
            "store");
    }
    if (store || (migrated && empty)) return;
    if (empty) {
        throw Error(Kind::not_found, say("there is no store in the database '{}'", database),
                    "make one: dcadmin store init (or --demo, to try things out)", "store");
    }
    throw Error(Kind::integrity, say("'{}' is a database, but not a store of dcadmin", database),
                "name another database with --store, or make a store: dcadmin store init", "store");
}

bool has_table(Connection& connection, const std::string& name) {
    const auto found =
        connection.ask("SELECT to_regclass($1) IS NOT NULL", {connection.quoted(name).c_str()});
    return *PQgetvalue(found.get(), 0, 0) == 't';
}

std::uint64_t database_bytes(Connection& connection) {
    return static_cast<std::uint64_t>(
        number_in(connection.run("SELECT pg_database_size(current_database())"), 0, 0));
}

void lock_migrations(Connection& connection) {
    connection.run(fmt::format("SELECT pg_advisory_xact_lock({})", migration_lock));
}

std::set<std::string> tables_with_ids(Connection& connection) {
    const auto names = names_in(connection.run(R"(
        SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = current_schema()::regnamespace AND a.attname = 'id'
            AND a.attidentity <> '')"));
    return {names.begin(), names.end()};
}

// Taken one by one: that needs no right to set the sequence, and never sets it back.
void pass_ids(Connection& connection, const std::string& table) {
    const std::string name = connection.quoted(table);
    const auto sequence = connection.ask("SELECT pg_get_serial_sequence($1, 'id')", {name.c_str()});
    const char* ids = PQgetvalue(sequence.get(), 0, 0);
    connection.ask(fmt::format("SELECT count(nextval($1::regclass)) FROM generate_series(1, "
                               "(SELECT coalesce(max(id), 0) FROM {}) "
                               "- coalesce(pg_sequence_last_value($1::regclass), 0))",
                               name)
                       .c_str(),
                   {ids});
}

// One by one, as others take them too. Mostly nobody does meanwhile, and they follow each other;
// else those are left unused, and others are taken as ranges, which takes longer.
IdStock take_ids(Connection& connection, std::string_view table, std::int64_t count) {
    const std::string name = connection.quoted(table);
    const std::string wanted = std::to_string(count);
    const auto sequence = connection.ask("SELECT pg_get_serial_sequence($1, 'id')", {name.c_str()});
    const char* ids = PQgetvalue(sequence.get(), 0, 0);
    const auto whole = connection.ask(R"(
        SELECT min(id), max(id) FROM (
            SELECT nextval($1::regclass) AS id
            FROM generate_series(1, $2::bigint)) AS taken)",
                                      {ids, wanted.c_str()});
    const auto first = number_in(whole, 0, 0);
    const auto last = number_in(whole, 0, 1);
    if (last - first + 1 == count) return IdStock({{first, last}});
    const auto parts = connection.ask(R"(
        SELECT min(id), max(id) FROM (
            SELECT id, id - row_number() OVER (ORDER BY id) AS gap FROM (
                SELECT nextval($1::regclass) AS id
                FROM generate_series(1, $2::bigint)) AS one_by_one) AS taken
        GROUP BY gap ORDER BY 1)",
                                      {ids, wanted.c_str()});
    std::vector<IdStock::Range> ranges;
    ranges.reserve(static_cast<std::size_t>(PQntuples(parts.get())));
    for (int row = 0; row < PQntuples(parts.get()); ++row) {
        ranges.push_back({number_in(parts, row, 0), number_in(parts, row, 1)});
    }
    return IdStock(std::move(ranges));
}

std::vector<std::string> role_statements(Connection& connection, const std::string& role) {
    const std::string name = connection.quoted(role);
    const auto schema = connection.run("SELECT quote_ident(current_schema())");
    const std::string in = PQgetvalue(schema.get(), 0, 0);
    std::vector<std::string> all{fmt::format("GRANT USAGE ON SCHEMA {} TO {}", in, name)};
    for (const std::string& table : tables(connection)) {
        const std::string on = fmt::format("{}.{}", in, connection.quoted(table));
        all.push_back(fmt::format("REVOKE ALL ON {} FROM {}, PUBLIC", on, name));
        all.push_back(fmt::format("GRANT {} ON {} TO {}", rights_on(table), on, name));
    }
    all.push_back(fmt::format("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {} TO {}", in, name));
    return all;
}

std::vector<std::string> own_problems(Connection& connection) {
    std::vector<std::string> problems = names_in(connection.run(R"(
        SELECT format('the index %s is not valid', i.indexrelid::regclass)
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = current_schema()::regnamespace
            AND NOT (i.indisvalid AND i.indisready AND i.indislive)
        UNION ALL
        SELECT format('the constraint %s of %s was never checked', k.conname,
                      k.conrelid::regclass)
        FROM pg_constraint k
        WHERE k.connamespace = current_schema()::regnamespace AND NOT k.convalidated
        UNION ALL
        SELECT format('a check of %s is switched off', t.tgrelid::regclass)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND t.tgisinternal
            AND t.tgenabled <> 'O'
        UNION ALL
        SELECT format('%s pages of the database did not match their check sums',
                      s.checksum_failures)
        FROM pg_stat_database s
        WHERE s.datname = current_database() AND s.checksum_failures > 0
        ORDER BY 1)"));
    add_broken_references(connection, problems);
    return problems;
}

}  // namespace dcadmin::store::postgres
