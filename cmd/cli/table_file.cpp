// SPDX-License-Identifier: Apache-2.0
#include "cli/table_file.h"

#include "cli/csv_reader.h"
#include "cli/input_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <optional>
#include <system_error>

namespace dcadmin::cli {
namespace {

class CsvTable final : public TableFile {
   public:
    CsvTable(const std::string& path, const Streams& streams, const Environment& environment)
        : input_(path, streams.in, environment.find("TMPDIR").value_or("/tmp")) {
        input_.watch([this](std::string_view bytes) { digest_.take(bytes); });
        try {
            reader_.emplace(input_);
        } catch (const Error& error) {
            throw Error(error.kind(), fmt::format("{}: {}", text::escaped(path), error.message()),
                        error.hint(), "file");
        }
    }

    [[nodiscard]] const std::vector<std::string>& columns() const override {
        return reader_->columns();
    }

    [[nodiscard]] bool next(TableRow& row) override {
        if (!reader_->next(row_)) return false;
        row.line = row_.line;
        row.cells.assign(row_.cells.begin(), row_.cells.end());
        row.problem = row_.problem;
        return true;
    }

    [[nodiscard]] std::string digest() override {
        std::array<char, 65536> rest{};
        while (input_.read(rest) > 0) {
        }
        input_.check_unchanged();
        return digest_.text();
    }

   private:
    FileDigest digest_;
    InputFile input_;
    std::optional<CsvReader> reader_;
    RawRow row_;
};

}  // namespace

std::unique_ptr<TableFile> open_csv_table(const std::string& path, const Streams& streams,
                                          const Environment& environment) {
    return std::make_unique<CsvTable>(path, streams, environment);
}

OpenTable tables_in_folder(const std::string& folder, const Streams& streams,
                           const Environment& environment) {
    std::error_code failed;
    if (!std::filesystem::is_directory(folder, failed)) {
        throw Error(Kind::usage, say("'{}' is not a folder", text::escaped(folder)),
                    "name the folder that holds the files of the extract", "kbo");
    }
    return [folder, &streams, &environment](const std::string& name) {
        const auto path = (std::filesystem::path(folder) / name).string();
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored)) return std::unique_ptr<TableFile>();
        return open_csv_table(path, streams, environment);
    };
}

}  // namespace dcadmin::cli
