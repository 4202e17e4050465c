// SPDX-License-Identifier: Apache-2.0
// What all imports have in common: they can be stopped, tell how far they are, and end with one
// entry of the log that lists their files.
#pragma once

#include "store/tx.h"

#include <dcadmin/registers.h>

#include <string>
#include <string_view>

namespace dcadmin::registers {

/// Counts rows for whoever waits; throws stopped when a signal came.
class Pace {
   public:
    Pace(const ImportOptions& options, std::string_view phase) : options_(options), phase_(phase) {}
    void row() {
        if (++rows_ % 4096 == 0) look();
    }
    [[nodiscard]] std::uint64_t rows() const { return rows_; }

   private:
    void look() const;

    const ImportOptions& options_;
    std::string phase_;
    std::uint64_t rows_ = 0;
};

/// One digest of the names and digests of all files.
[[nodiscard]] std::string digest_of(const std::vector<ImportedFile>& files);
/// Writes the import and its entry of the log.
void finish_import(store::Tx& tx, const RegisterImport& import);

}  // namespace dcadmin::registers
