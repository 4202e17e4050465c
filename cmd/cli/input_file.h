// SPDX-License-Identifier: Apache-2.0
// A file that is read from its beginning more than once: to judge it, to do it, to echo it.
// Standard input is first copied to a private file without a name. A file that somebody changes
// between two readings is refused: what is done must be what was judged.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace dcadmin::cli {

/// A private file without a name in $TMPDIR, mode 0600; it is gone when the descriptor is closed.
[[nodiscard]] int private_file(const std::string& folder);

class InputFile {
   public:
    /// `path` "-" is what `standard_input` gives, spooled in `spool_folder`; other paths must lead
    /// to a regular file or a pipe (which is spooled too).
    InputFile(const std::string& path, int standard_input, const std::string& spool_folder);
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    ~InputFile();

    /// Fills the buffer as far as it can; how many bytes, 0 at the end.
    [[nodiscard]] std::size_t read(std::span<char> buffer);
    /// From now on `each` sees every piece that is read.
    void watch(std::function<void(std::string_view)> each) { watch_ = std::move(each); }
    /// Back to the first byte. Throws conflict when the file is not what it was.
    void rewind();
    void check_unchanged() const;

    [[nodiscard]] std::uint64_t size() const { return mark_.size; }
    [[nodiscard]] std::uint64_t position() const { return position_; }
    [[nodiscard]] const std::string& name() const { return name_; }

   private:
    struct Mark {
        std::uint64_t size = 0;
        std::int64_t seconds = 0;
        std::int64_t nanoseconds = 0;
        bool operator==(const Mark&) const = default;
    };
    [[nodiscard]] Mark look() const;

    std::string name_;
    int descriptor_ = -1;
    std::uint64_t position_ = 0;
    Mark mark_;
    std::function<void(std::string_view)> watch_;
};

}  // namespace dcadmin::cli
