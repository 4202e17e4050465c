// SPDX-License-Identifier: Apache-2.0
// CSV files of registers, opened on the user's side and handed to the library as rows: each is read
// once, and its digest is taken on the way.
#pragma once

#include "cli/streams.h"

#include <dcadmin/registers.h>

#include <memory>
#include <string>

namespace dcadmin::cli {

/// `path` as InputFile takes it. Throws as InputFile and CsvReader do.
[[nodiscard]] std::unique_ptr<TableFile> open_csv_table(const std::string& path,
                                                        const Streams& streams,
                                                        const Environment& environment);
/// The files of a folder by their names. Refused with usage when it is no folder.
[[nodiscard]] OpenTable tables_in_folder(const std::string& folder, const Streams& streams,
                                         const Environment& environment);

}  // namespace dcadmin::cli
