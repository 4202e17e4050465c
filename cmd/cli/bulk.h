// SPDX-License-Identifier: Apache-2.0
// Runs a write command for the rows of a file: reads them, hands them to the library's operation,
// keeps what became of each, and tells it: in the outcome file, on stderr, by the exit code.
#pragma once

#include "cli/bulk_line.h"
#include "cli/context.h"
#include "cli/exit.h"

namespace dcadmin::cli {

/// `given` are the Options of the command line: they hold for what a row does not say.
[[nodiscard]] Exit run_file(Context& context, const BulkLine& line, const void* given);

/// The same for the one request of the command line, where --dry-run or --notify ask for more than
/// the plain operation.
[[nodiscard]] Exit run_single_row(Context& context, const BulkLine& line, const void* options);

/// The run's options as the line has them.
[[nodiscard]] bulk::Options options_of(const BulkLine& line);
/// Where private temporary files go.
[[nodiscard]] std::string temporary_folder(const Environment& environment);
/// "3 applied, 1 rejected"
[[nodiscard]] std::string counts_line(const bulk::Summary& summary);
/// Throws usage for an option about files where there is no --file.
void refuse_file_options(const BulkLine& line);

}  // namespace dcadmin::cli
