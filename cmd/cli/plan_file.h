// SPDX-License-Identifier: Apache-2.0
// A plan on disk: JSON lines in UTF-8, mode 0600. The first line says what it is a plan of, then
// comes a line for each row, and the last one has the number of the lines before it and their
// SHA-256, so that a plan that was cut short or changed is refused. A plan is written by this
// program and read strictly: nothing unknown, nothing twice, nothing missing.
#pragma once

#include "cli/input_file.h"
#include "cli/new_file.h"
#include "output/writer.h"

#include <dcadmin/base/sha256.h>
#include <dcadmin/bulk.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dcadmin::cli {

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

struct PlanHeader {
    std::string command;  // that made it: "grant add"
    std::string made_at;
    std::string store;   // its address; there is never a password in it
    NamedTexts options;  // of the command line, for all rows of that command
    std::string notify;  // "each", "person", "none"
    std::string max_revoke;
    std::string yes_revoke;
    bool skip_invalid = false;
    std::uint64_t rows = 0;
    std::array<std::uint64_t, bulk::state_count> states{};  // by State
    std::uint64_t notices = 0;
    std::uint64_t persons = 0;
    std::uint64_t without_address = 0;
};

struct PlanRow {
    std::uint64_t number = 0;
    bulk::FileRow request;
    bulk::Result result;
    bulk::Trace trace;
};

class PlanWriter {
   public:
    /// Throws Error when the place cannot be written. Rows are kept in `folder` meanwhile.
    PlanWriter(const std::string& path, const std::string& folder);
    PlanWriter(const PlanWriter&) = delete;
    PlanWriter& operator=(const PlanWriter&) = delete;
    ~PlanWriter();

    /// Forgets the rows so far.
    void restart();
    void row(const PlanRow& row);
    /// Writes it whole. `header.rows` is counted here.
    void finish(PlanHeader header);

   private:
    NewFile file_;
    int rows_ = -1;  // a private file
    std::optional<output::Writer> writer_;
    std::uint64_t count_ = 0;
    std::string line_;
};

class PlanReader {
   public:
    /// Reads it through once. Throws integrity when it is cut short or was changed, usage when it
    /// is no plan or one of another version.
    PlanReader(const std::string& path, int standard_input, const std::string& folder);

    [[nodiscard]] const PlanHeader& header() const { return header_; }
    /// The next row; false after the last one.
    [[nodiscard]] bool next(PlanRow& row);
    void rewind();
    [[nodiscard]] const std::string& name() const { return file_.name(); }

   private:
    [[nodiscard]] bool read_line();
    void verify();
    void check_end(std::uint64_t lines, const std::string& digest);
    [[nodiscard]] Error broken(const std::string& why) const;

    InputFile file_;
    PlanHeader header_;
    std::string line_;
    std::string buffer_;
    std::size_t used_ = 0;
    std::uint64_t lines_ = 0;
    bool at_end_ = false;
};

}  // namespace dcadmin::cli
