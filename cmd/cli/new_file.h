// SPDX-License-Identifier: Apache-2.0
// A file that appears when it is whole: written beside its place under another name, mode 0600,
// flushed to the disk, then renamed. A program that stops half-way leaves what was there before.
#pragma once

#include "output/writer.h"

#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::cli {

class NewFile {
   public:
    enum class Replace { no, yes };

    /// Throws Error when the place cannot be written, or holds something and may not be replaced.
    NewFile(std::string path, Replace replace);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    /// Removes what was not finished.
    ~NewFile();

    void write(std::string_view text) { writer_->write(text); }
    /// For an Out that writes here.
    [[nodiscard]] output::Writer& writer() { return *writer_; }
    void finish();

   private:
    std::string path_;
    std::string beside_;
    Replace replace_;
    int descriptor_ = -1;
    std::optional<output::Writer> writer_;
};

/// A folder of the program's own, with mode 0700, unless it is there; above it, as the umask says.
void make_own_folder(const std::string& folder);

}  // namespace dcadmin::cli
