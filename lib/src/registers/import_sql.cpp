// SPDX-License-Identifier: Apache-2.0
#include "registers/import_sql.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin::registers {

namespace {

constexpr auto folded_columns = std::to_array<std::string_view>({"folded", "entity_row"});
constexpr StoredTable folded_rows{"register_folded_name", folded_columns};

constexpr auto person_columns =
    std::to_array<std::string_view>({"number", "first_name", "last_name", "birth_date", "sex",
                                     "language", "deceased_on", "expires_at"});
constexpr StoredTable person_rows{"register_person", person_columns};

constexpr auto function_columns = std::to_array<std::string_view>(
    {"enterprise", "person", "function", "represents", "valid_from", "valid_until"});
constexpr StoredTable function_rows{"register_function", function_columns};

}  // namespace

const StoredTable& folded_table() {
    return folded_rows;
}

const StoredTable& person_table() {
    return person_rows;
}

const StoredTable& function_table() {
    return function_rows;
}

std::optional<LastImport> last_import(store::Db& db, RegisterKind kind) {
    auto& found = db.statement(R"(
        SELECT imported_at, extract_type, extract_number, snapshot_date, digest
        FROM register_import WHERE kind = $1 ORDER BY id DESC LIMIT 1)");
    if (!found.first({name_of(kind)})) return std::nullopt;
    LastImport last{{.kind = kind,
                     .extract_type = found.string(1),
                     .extract_number = found.integer(2),
                     .snapshot_date = {},
                     .imported_at = Timestamp::parse(found.text(0)),
                     .files = {}},
                    found.string(4)};
    if (!found.text(3).empty()) last.import.snapshot_date = Date::parse(found.text(3));
    found.reset();
    return last;
}

std::int64_t insert_import(store::Db& db, const RegisterImport& import, std::string_view digest) {
    const std::string at = import.imported_at.iso();
    const std::string snapshot = import.snapshot_date ? import.snapshot_date->iso() : "";
    return db
        .statement(R"(
        INSERT INTO register_import (kind, imported_at, extract_type, extract_number,
                                     snapshot_date, digest)
        VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING id)")
        .insert({name_of(import.kind), at, import.extract_type, import.extract_number, snapshot,
                 digest});
}

void set_count(store::Db& db, std::string_view name, std::int64_t entries) {
    db.statement(R"(
        INSERT INTO register_count (name, entries) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET entries = excluded.entries)")
        .run({name, entries});
}

void change_count(store::Db& db, std::string_view name, std::int64_t more) {
    db.statement("UPDATE register_count SET entries = entries + $2 WHERE name = $1")
        .run({name, more});
}

std::int64_t count_of(store::Db& db, std::string_view name) {
    auto& found = db.statement("SELECT entries FROM register_count WHERE name = $1");
    const std::int64_t entries = found.first({name}) ? found.integer(0) : 0;
    found.reset();
    return entries;
}

void clear(store::Db& db, std::string_view table) {
    db.prepare(fmt::format("DELETE FROM {}", table))->run({});
}

std::int64_t delete_entity(store::Db& db, const StoredTable& table, bool several,
                           std::int64_t entity) {
    const std::string_view key = table.columns.front();
    if (!several) {
        return db.statement(fmt::format("DELETE FROM {} WHERE {} = $1", table.name, key))
            .run({entity});
    }
    return db.statement(fmt::format("DELETE FROM {} WHERE {} BETWEEN $1 AND $2", table.name, key))
        .run({entity * rows_of_entity, entity * rows_of_entity + rows_of_entity - 1});
}

void delete_folded_names(store::Db& db, std::int64_t entity) {
    auto& names = db.statement(
        "SELECT entity_row, name FROM register_name WHERE entity_row BETWEEN $1 AND $2");
    names.bind({entity * rows_of_entity, entity * rows_of_entity + rows_of_entity - 1});
    std::vector<std::pair<std::int64_t, std::string>> found;
    while (names.step()) found.emplace_back(names.integer(0), text::folded(names.text(1)));
    names.reset();
    for (const auto& [key, folded] : found) {
        db.statement("DELETE FROM register_folded_name WHERE folded = $1 AND entity_row = $2")
            .run({std::string_view(folded), key});
    }
}

Filling::Filling(store::Db& db, const StoredTable& table, bool empty)
    : db_(db), table_(table), empty_(empty), rows_(db.append_to(table.name, table.columns)) {}

// Files are in the order of their entities, so that the rows of one stand together; where they are
// not, the table is asked.
std::optional<std::int64_t> Filling::next_key(std::int64_t entity) {
    if (entity == entity_) {
        ++key_;
    } else if (empty_ && entity > highest_) {
        key_ = entity * rows_of_entity;
    } else {
        key_ = first_free(entity);
    }
    entity_ = entity;
    highest_ = std::max(highest_, entity);
    if (key_ >= (entity + 1) * rows_of_entity) return std::nullopt;
    return key_;
}

std::int64_t Filling::first_free(std::int64_t entity) {
    rows_->flush();
    auto& last = db_.statement(
        fmt::format("SELECT coalesce(max({0}) + 1, $1) FROM {1} WHERE {0} BETWEEN $1 AND $2",
                    table_.columns.front(), table_.name));
    const std::int64_t first = entity * rows_of_entity;
    const std::int64_t key =
        last.first({first, first + rows_of_entity - 1}) ? last.integer(0) : first;
    last.reset();
    return key;
}

}  // namespace dcadmin::registers
