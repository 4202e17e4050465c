// SPDX-License-Identifier: Apache-2.0
#include "cli/file_state.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace dcadmin::cli {

std::optional<FileState> file_state(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    FileState state{.regular = S_ISREG(found.st_mode),
                    .own = found.st_uid == ::geteuid(),
                    .mode = found.st_mode & 0777U,
                    .written_at = found.st_mtim.tv_sec};
    const auto folder = std::filesystem::path(path).parent_path();
    struct stat around {};
    if (::stat(folder.empty() ? "." : folder.c_str(), &around) == 0) {
        constexpr unsigned others = S_IWOTH;
        // In a folder such as /tmp nobody replaces the file of somebody else.
        state.folder_is_open = (around.st_mode & others) != 0 && (around.st_mode & S_ISVTX) == 0;
    }
    return state;
}

std::string whole_name(const std::string& path) {
    return std::filesystem::absolute(path).lexically_normal().string();
}

std::optional<std::uint64_t> free_bytes(const std::string& path) {
    std::error_code failed;
    auto folder = std::filesystem::absolute(path, failed).parent_path();
    while (!failed && !folder.empty() && !std::filesystem::exists(folder, failed)) {
        if (folder == folder.parent_path()) break;
        folder = folder.parent_path();
    }
    const auto space = std::filesystem::space(folder, failed);
    if (failed) return std::nullopt;
    return space.available;
}

}  // namespace dcadmin::cli
