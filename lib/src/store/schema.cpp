// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include "store/migrations.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <array>
#include <utility>

namespace dcadmin::store {

namespace {

constexpr std::string_view migration_table = R"(
    CREATE TABLE IF NOT EXISTS schema_migration (
        number     {{int}} NOT NULL PRIMARY KEY,
        name       TEXT NOT NULL,
        sha256     TEXT NOT NULL,
        applied_at TEXT NOT NULL
    ) {{strict}};)";

// "{{ref T}}" is a reference to the ids of table T, where the database checks those in bulk.
void replace_references(std::string& text, bool checked) {
    constexpr std::string_view token = "{{ref ";
    for (auto at = text.find(token); at != std::string::npos; at = text.find(token, at)) {
        const auto end = text.find("}}", at);
        const std::string table = text.substr(at + token.size(), end - at - token.size());
        text.replace(at, end + 2 - at, checked ? fmt::format("REFERENCES {} (id)", table) : "");
    }
}

// The tokens of migrations, as this database spells them.
std::string in_dialect(const Db& db, std::string_view sql) {
    const Dialect dialect = db.dialect();
    const std::array<std::pair<std::string_view, std::string_view>, 4> tokens{
        {{"{{id}}", dialect.id},
         {"{{int}}", dialect.integer},
         {"{{strict}}", dialect.strict},
         {"{{computed}}", dialect.computed}}};
    std::string text(sql);
    for (const auto& [token, meaning] : tokens) {
        for (auto at = text.find(token); at != std::string::npos; at = text.find(token, at)) {
            text.replace(at, token.size(), meaning);
        }
    }
    replace_references(text, dialect.checks_references_in_bulk);
    return text;
}

void require_known_hash(const Migration& migration, std::string_view stored) {
    if (stored == migration.sha256) return;
    throw Error(Kind::integrity,
                say("migration {} of the store differs from this program's", migration.number),
                "the store was made by a changed program; use the released one");
}

void apply(Db& db, const Migration& migration, const Clock& clock) {
    db.script(in_dialect(db, migration.sql));
    const std::string at = clock.now().iso();
    db.statement(
          "INSERT INTO schema_migration (number, name, sha256, applied_at) "
          "VALUES ($1, $2, $3, $4)")
        .run({migration.number, migration.name, migration.sha256, at});
}

}  // namespace

std::int64_t schema_of(Db& db) {
    if (!db.has_table("schema_migration")) return 0;
    auto& newest = db.statement("SELECT coalesce(max(number), 0) FROM schema_migration");
    const auto number = newest.first({}) ? newest.integer(0) : 0;
    newest.reset();
    return number;
}

std::int64_t supported_schema() {
    return migrations().back().number;
}

void require_schema(Db& db) {
    const auto found = schema_of(db);
    const auto wanted = supported_schema();
    if (found > wanted) {
        throw Error(Kind::integrity,
                    say("the store has schema {}, newer than this program's {}", found, wanted),
                    "use the newer dcadmin that made it");
    }
    if (found < wanted) {
        throw Error(Kind::integrity,
                    say("the store has schema {}, this program needs {}", found, wanted),
                    "back it up, then run: dcadmin store migrate");
    }
    auto& stored = db.statement("SELECT sha256 FROM schema_migration WHERE number = $1");
    if (stored.first({wanted})) require_known_hash(migrations().back(), stored.text(0));
    stored.reset();
}

std::vector<std::string> apply_migrations(Db& db, const Clock& clock) {
    std::vector<std::string> applied;
    for (const Migration& migration : migrations()) {
        db.begin_migration();
        try {
            db.script(in_dialect(db, migration_table));
            // Read again under the lock: another process may have been faster.
            auto& stored = db.statement("SELECT sha256 FROM schema_migration WHERE number = $1");
            if (stored.first({migration.number})) {
                require_known_hash(migration, stored.text(0));
                stored.reset();
            } else {
                stored.reset();
                apply(db, migration, clock);
                applied.emplace_back(fmt::format("{:04} {}", migration.number, migration.name));
            }
            db.commit();
        } catch (...) {
            db.rollback();
            throw;
        }
    }
    return applied;
}

}  // namespace dcadmin::store
