// SPDX-License-Identifier: Apache-2.0
// What the system says of a file without opening it: whose it is, who may read and write it, when
// it was last written, and whether others may put files beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin::cli {

struct FileState {
    bool regular = false;
    bool own = false;             // of the user who runs this
    unsigned mode = 0;            // the last nine bits
    std::int64_t written_at = 0;  // seconds since 1970
    bool folder_is_open = false;  // others may write into its folder, and so replace it
};

/// Nothing when there is no such file, or it cannot be seen.
[[nodiscard]] std::optional<FileState> file_state(const std::string& path);

/// The path from the root; one that is not is of the folder that one is in.
[[nodiscard]] std::string whole_name(const std::string& path);

/// How many bytes a user may still write where `path` is or will be; nothing when it cannot be
/// told.
[[nodiscard]] std::optional<std::uint64_t> free_bytes(const std::string& path);

}  // namespace dcadmin::cli
