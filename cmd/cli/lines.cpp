// SPDX-License-Identifier: Apache-2.0
// Files that an option names, on the user's side: read as lines and as small tables, and written.
#include "cli/again.h"
#include "cli/context.h"
#include "cli/csv_reader.h"
#include "cli/input_file.h"
#include "cli/new_file.h"
#include "cli/progress.h"
#include "cli/raw_row.h"
#include "cli/stop_signals.h"
#include "cli/table_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace dcadmin::cli {
namespace {

std::string spool_folder(const Environment& environment) {
    return environment.find("TMPDIR").value_or("/tmp");
}

bool begins_with(const std::string& path, std::string_view text) {
    std::ifstream file(path, std::ios::binary);
    std::string begin(text.size(), '\0');
    return file.read(begin.data(), static_cast<std::streamsize>(begin.size())) && begin == text;
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
            throw Error(Kind::usage, say("line {} is longer than 1 MiB", lines + 1), "", "file");
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
                        say("'{}' has no column '{}'", text::escaped(file.text), column));
        }
        places.push_back(static_cast<std::size_t>(found - reader.columns().begin()));
    }
    std::vector<std::vector<std::string>> rows;
    RawRow row;
    while (reader.next(row)) {
        if (row.problem) {
            throw Error(Kind::usage, say("line {}: {}", row.line, row.problem->message()),
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

void Context::write_file(const FilePath& file, ReadBy reader,
                         const std::function<void(output::Out&, bool rows)>& fill) {
    const output::Style style{.format = output::Format::csv,
                              .reveal = false,
                              .spreadsheet = reader == ReadBy::spreadsheet,
                              .bold = false,
                              .columns = 0};
    const auto write = [&](output::Writer& writer, bool rows) {
        output::Out out(writer, style, {}, [](std::string_view) {});
        fill(out, rows);
        writer.flush();
    };
    std::string header;
    output::Writer header_writer(header);
    write(header_writer, false);
    const bool earlier = reader == ReadBy::command && begins_with(file.text, header);
    NewFile made(file.text, earlier ? NewFile::Replace::yes : NewFile::Replace::no);
    write(made.writer(), true);
    made.finish();
}

void Context::suggest(std::string_view why, const std::vector<std::string>& words) {
    std::string line = "dcadmin";
    const auto add = [&line](std::string_view word) { line += " " + shell_quoted(word); };
    if (globals_.store) {
        add("--store");
        add(globals_.store->text);
    }
    if (globals_.profile) {
        add("--profile");
        add(*globals_.profile);
    }
    for (const auto& word : words) add(word);
    note(fmt::format("{}: {}", why, line));
}

}  // namespace dcadmin::cli
