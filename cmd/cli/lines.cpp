// SPDX-License-Identifier: Apache-2.0
// Files that an option names, opened on the user's side: as lines, and as small tables.
#include "cli/context.h"
#include "cli/csv_reader.h"
#include "cli/input_file.h"
#include "cli/progress.h"
#include "cli/raw_row.h"
#include "cli/stop_signals.h"
#include "cli/table_file.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::cli {
namespace {

std::string spool_folder(const Environment& environment) {
    return environment.find("TMPDIR").value_or("/tmp");
}

}  // namespace

void Context::each_line(const FilePath& file, const std::function<void(std::string_view)>& take) {
    InputFile input(file.text, streams_.in, spool_folder(environment_));
    std::string held;
    std::uint64_t lines = 0;
    const auto give = [&](std::string_view line) {
        if (++lines == 1 && line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
        if (line.ends_with('\r')) line.remove_suffix(1);
        take(line);
    };
    for (;;) {
        const auto kept = held.size();
        held.resize(kept + 65536);
        const auto count = input.read(std::span(held).subspan(kept));
        held.resize(kept + count);
        if (count == 0) break;
        std::size_t used = 0;
        for (auto end = held.find('\n'); end != std::string::npos; end = held.find('\n', used)) {
            give(std::string_view(held).substr(used, end - used));
            used = end + 1;
        }
        held.erase(0, used);
        if (held.size() > longest_row) {
            throw Error(Kind::usage, fmt::format("line {} is longer than 1 MiB", lines + 1), "",
                        "file");
        }
    }
    if (!held.empty()) give(held);
}

std::vector<std::vector<std::string>> Context::table_of(const FilePath& file,
                                                        const Words& columns) {
    InputFile input(file.text, streams_.in, spool_folder(environment_));
    CsvReader reader(input);
    std::vector<std::size_t> places;
    for (const auto column : columns) {
        const auto found = std::find(reader.columns().begin(), reader.columns().end(), column);
        if (found == reader.columns().end()) {
            throw Error(Kind::usage,
                        fmt::format("'{}' has no column '{}'", text::escaped(file.text), column));
        }
        places.push_back(static_cast<std::size_t>(found - reader.columns().begin()));
    }
    std::vector<std::vector<std::string>> rows;
    RawRow row;
    while (reader.next(row)) {
        if (row.problem) {
            throw Error(Kind::usage, fmt::format("line {}: {}", row.line, row.problem->message()),
                        row.problem->hint());
        }
        auto& cells = rows.emplace_back();
        for (const auto place : places) cells.emplace_back(row.cells[place]);
    }
    return rows;
}

OpenTable Context::table(const FilePath& file) {
    return [this, path = file.text](const std::string&) {
        return open_csv_table(path, streams_, environment_);
    };
}

OpenTable Context::tables_in(const FilePath& folder) {
    return tables_in_folder(folder.text, streams_, environment_);
}

Written<RegisterImport> Context::long_import(
    const std::function<Written<RegisterImport>(const ImportOptions&)>& import) {
    const StopSignals signals;
    Progress progress(streams_, globals_.quiet, [] { return 0.0; });
    return import({.progress = [&](const bulk::Progress& now) { progress(now); },
                   .stop = &StopSignals::seen()});
}

}  // namespace dcadmin::cli
