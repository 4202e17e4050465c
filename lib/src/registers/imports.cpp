// SPDX-License-Identifier: Apache-2.0
#include "registers/imports.h"

#include "audit/recorder.h"
#include "registers/import_sql.h"
#include "registers/reading.h"

#include <fmt/format.h>

namespace dcadmin::registers {

namespace {

// What the log says of an import: which files it was made from, so that anyone who has them can
// tell that they are the same.
std::string image_of(const RegisterImport& import) {
    std::string image = fmt::format(
        "kind={}\ntype={}\nextract={}\nsnapshot={}\n", name_of(import.kind), import.extract_type,
        import.extract_number, import.snapshot_date ? import.snapshot_date->iso() : "");
    for (const ImportedFile& file : import.files) {
        image += fmt::format("file={} rows={} sha256={}\n", file.name, file.rows, file.sha256);
    }
    return image;
}

}  // namespace

void Pace::look() const {
    if (options_.stop != nullptr && options_.stop->load(std::memory_order_relaxed) != 0) {
        throw Error(Kind::stopped, "stopped by a signal: nothing was changed");
    }
    if (options_.progress) options_.progress({phase_, rows_});
}

std::string digest_of(const std::vector<ImportedFile>& files) {
    FileDigest digest;
    for (const ImportedFile& file : files) {
        digest.take(fmt::format("{} {}\n", file.name, file.sha256));
    }
    return digest.text();
}

void finish_import(store::Tx& tx, const RegisterImport& import) {
    const std::int64_t id = insert_import(tx.db(), import, digest_of(import.files));
    const std::string after = image_of(import);
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "register",
                       .verb = "import",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = {}});
}

}  // namespace dcadmin::registers
