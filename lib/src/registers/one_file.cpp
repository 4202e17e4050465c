// SPDX-License-Identifier: Apache-2.0
#include "registers/one_file.h"

#include "registers/imports.h"
#include "registers/reading.h"

#include <optional>
#include <utility>

namespace dcadmin::registers {

namespace {

// The last import of that kind, when it was made from this very file: unchanged.
std::optional<Written<RegisterImport>> same_file(store::Tx& tx, RegisterKind kind,
                                                 const std::string& name, const OpenTable& open) {
    auto last = last_import(tx.db(), kind);
    if (!last) return std::nullopt;
    last->import.files = {{name, open_needed(open, name)->digest(), 0}};
    if (digest_of(last->import.files) != last->digest) return std::nullopt;
    return Written<RegisterImport>{.changed = false, .item = last->import, .remark = {}};
}

void load(store::Db& db, const OneFile& what, Reading& reading, Pace& pace) {
    const NamedColumns cells(what.columns, reading);
    clear(db, what.table.name);
    Filling filling(db, what.table, true);
    try {
        while (reading.next()) {
            pace.row();
            what.add_row(cells, filling);
        }
        filling.flush();
    } catch (const Error& error) {
        if (error.kind() != Kind::conflict) throw;
        reading.refuse(0, what.twice);
    }
    set_count(db, what.counted, static_cast<std::int64_t>(reading.rows()));
}

}  // namespace

Written<RegisterImport> import_one_file(store::Tx& tx, const OneFile& what, const std::string& name,
                                        const OpenTable& open, const ImportOptions& options) {
    if (auto same = same_file(tx, what.kind, name, open)) return *std::move(same);
    Reading reading(name, open_needed(open, name));
    Pace pace(options, name);
    load(tx.db(), what, reading, pace);
    RegisterImport import{.kind = what.kind,
                          .extract_type = "full",
                          .extract_number = 0,
                          .snapshot_date = {},
                          .imported_at = tx.now(),
                          .files = {reading.imported()}};
    finish_import(tx, import);
    return {.changed = true, .item = std::move(import), .remark = {}};
}

}  // namespace dcadmin::registers
