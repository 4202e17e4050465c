// SPDX-License-Identifier: Apache-2.0
// Statements of imports: filling and emptying the tables of the registers, and remembering what was
// imported last.
#pragma once

#include "store/appender.h"
#include "store/db.h"

#include <dcadmin/registers.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::registers {

struct StoredTable {
    std::string_view name;
    std::span<const std::string_view> columns;  // the first one is the key
};

/// An entity's number times this is the key of the first of its rows.
inline constexpr std::int64_t rows_of_entity = 4096;

struct LastImport {
    RegisterImport import;  // without its files
    std::string digest;
};
[[nodiscard]] std::optional<LastImport> last_import(store::Db& db, RegisterKind kind);
/// Its id.
std::int64_t insert_import(store::Db& db, const RegisterImport& import, std::string_view digest);

/// How many rows of that name there are from now on.
void set_count(store::Db& db, std::string_view name, std::int64_t entries);
void change_count(store::Db& db, std::string_view name, std::int64_t more);
[[nodiscard]] std::int64_t count_of(store::Db& db, std::string_view name);

void clear(store::Db& db, std::string_view table);
/// How many rows went.
std::int64_t delete_entity(store::Db& db, const StoredTable& table, bool several,
                           std::int64_t entity);
/// The folded names of an enterprise, which must still have its names.
void delete_folded_names(store::Db& db, std::int64_t entity);

/// Fills a table row by row.
class Filling {
   public:
    /// `empty`: the table has no rows.
    Filling(store::Db& db, const StoredTable& table, bool empty);

    /// The key of one more row of the entity; none when it has too many.
    [[nodiscard]] std::optional<std::int64_t> next_key(std::int64_t entity);
    void add(std::span<const store::Value> values) { rows_->add(values); }
    void flush() { rows_->flush(); }

   private:
    [[nodiscard]] std::int64_t first_free(std::int64_t entity);

    store::Db& db_;
    const StoredTable& table_;
    bool empty_;
    std::unique_ptr<store::Appender> rows_;
    std::int64_t entity_ = 0;   // of the last row
    std::int64_t highest_ = 0;  // entity so far
    std::int64_t key_ = 0;
};

/// The table of folded names.
[[nodiscard]] const StoredTable& folded_table();
/// The tables of persons, and of their functions in enterprises.
[[nodiscard]] const StoredTable& person_table();
[[nodiscard]] const StoredTable& function_table();

}  // namespace dcadmin::registers
