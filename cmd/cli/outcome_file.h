// SPDX-License-Identifier: Apache-2.0
// The outcome file: the rows as they came, each with what became of it. It has the format and the
// separator of the input, and is valid input again.
#pragma once

#include "cli/file_feed.h"
#include "cli/new_file.h"

#include <dcadmin/bulk.h>

#include <string>

namespace dcadmin::cli {

/// "rights.csv" -> "rights.outcome.csv"; of an outcome file the next one, "rights.outcome-2.csv".
[[nodiscard]] std::string outcome_path(const std::string& input);

class OutcomeFile {
   public:
    /// Makes the file beside its place, so that a place that cannot be written is found before
    /// anything is done.
    explicit OutcomeFile(const std::string& path)
        : path_(path), file_(path, NewFile::Replace::yes) {}

    void begin(const FileFeed& feed);
    /// The row that the feed read last.
    void row(const FileFeed& feed, const bulk::Result& result);
    void finish() { file_.finish(); }
    [[nodiscard]] const std::string& path() const { return path_; }

   private:
    std::string path_;
    NewFile file_;
    std::string line_;
    std::vector<std::size_t> echoed_;
};

}  // namespace dcadmin::cli
