// SPDX-License-Identifier: Apache-2.0
// The import of a register that is one file with named columns (persons, functions): each import
// takes the place of the one before. What differs between them is their columns and how a row is
// read.
#pragma once

#include "registers/import_sql.h"
#include "registers/named_columns.h"
#include "store/tx.h"

#include <dcadmin/registers.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace dcadmin::registers {

struct OneFile {
    RegisterKind kind;
    std::span<const NamedColumn> columns;
    const StoredTable& table;
    std::string_view counted;  // the name under which its rows are counted
    std::string_view twice;    // what is said of a row whose key is there already
    std::function<void(const NamedColumns&, Filling&)> add_row;
};

/// Unchanged when it was made from this very file; refused as `register import` says.
[[nodiscard]] Written<RegisterImport> import_one_file(store::Tx& tx, const OneFile& what,
                                                      const std::string& name,
                                                      const OpenTable& open,
                                                      const ImportOptions& options);

}  // namespace dcadmin::registers
