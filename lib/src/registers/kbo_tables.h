// SPDX-License-Identifier: Apache-2.0
// The files of the KBO/BCE open data: the columns of each, the table that keeps it, and how a row
// of the one becomes a row of the other.
#pragma once

#include "registers/kbo_rows.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace dcadmin::registers {

struct KboTable {
    std::string_view file;  // "enterprise": enterprise.csv, enterprise_insert.csv
    std::span<const std::string_view> columns;  // of the file; the first one names the entity
    StoredTable table;
    std::string_view counted;                             // "enterprises"
    bool several = false;                                 // rows of one entity, keyed by entity_row
    Entity entity = Entity::enterprise;                   // where there is one row of each
    void (*fill)(RowMaker&, std::int64_t key) = nullptr;  // puts all values, the key first
};

/// All tables of entities, in the order in which they are read.
[[nodiscard]] std::span<const KboTable> kbo_tables();
/// The table of names, which are also kept folded.
[[nodiscard]] bool has_names(const KboTable& table);

/// meta.csv and code.csv.
[[nodiscard]] std::span<const std::string_view> meta_columns();
[[nodiscard]] std::span<const std::string_view> code_columns();
[[nodiscard]] const StoredTable& code_table();

}  // namespace dcadmin::registers
