// SPDX-License-Identifier: Apache-2.0
#include "cli/new_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace dcadmin::cli {
namespace {

[[noreturn]] void refuse(const std::string& path, int cause) {
    throw Error(Kind::failed, say("'{}' cannot be written: {}", text::escaped(path),
                                  std::generic_category().message(cause)));
}

[[noreturn]] void refuse_existing(const std::string& path) {
    throw Error(Kind::conflict, say("'{}' exists already", text::escaped(path)),
                "name another file, or remove it first");
}

// In a folder such as /tmp anybody can lay a link where a file will be written. The kernel does not
// open such links, but renaming over what they point at is not opening.
void refuse_foreign_link(const std::string& path, const struct stat& link) {
    const auto folder = std::filesystem::path(path).parent_path();
    struct stat around {};
    if (stat(folder.empty() ? "." : folder.c_str(), &around) != 0) return;
    if ((around.st_mode & S_IWOTH) == 0) return;
    if (link.st_uid == geteuid() || link.st_uid == around.st_uid) return;
    throw Error(Kind::not_allowed,
                say("'{}' is a link that somebody else made", text::escaped(path)),
                "write in a folder that others cannot write in");
}

/// The file a name leads to, so that replacing through a symbolic link replaces what it points at.
std::string resolved(const std::string& path) {
    struct stat there {};
    if (lstat(path.c_str(), &there) != 0 || !S_ISLNK(there.st_mode)) return path;
    refuse_foreign_link(path, there);
    std::error_code ignored;
    auto target = std::filesystem::weakly_canonical(path, ignored);
    return ignored ? path : target.string();
}

}  // namespace

NewFile::NewFile(std::string path, Replace replace) : path_(resolved(path)), replace_(replace) {
    struct stat there {};
    if (lstat(path_.c_str(), &there) == 0) {
        if (replace_ == Replace::no) refuse_existing(path_);
        if (S_ISCHR(there.st_mode)) {  // /dev/null, a terminal: nothing to replace
            descriptor_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
            if (descriptor_ < 0) refuse(path_, errno);
            writer_.emplace(descriptor_);
            return;
        }
        if (!S_ISREG(there.st_mode)) {
            throw Error(Kind::usage, say("'{}' is not a file", text::escaped(path_)));
        }
    }
    beside_ = path_ + ".XXXXXX";
    descriptor_ = mkostemp(beside_.data(), O_CLOEXEC);  // made with mode 0600
    if (descriptor_ < 0) refuse(path_, errno);
    writer_.emplace(descriptor_);
}

NewFile::~NewFile() {
    if (descriptor_ < 0) return;
    close(descriptor_);
    if (!beside_.empty()) unlink(beside_.c_str());
}

void NewFile::finish() {
    writer_->flush();
    if (beside_.empty()) {
        close(std::exchange(descriptor_, -1));
        return;
    }
    if (fsync(descriptor_) != 0) refuse(path_, errno);
    if (replace_ == Replace::no) {
        if (link(beside_.c_str(), path_.c_str()) != 0) {
            if (errno == EEXIST) refuse_existing(path_);
            refuse(path_, errno);
        }
        unlink(beside_.c_str());
    } else if (rename(beside_.c_str(), path_.c_str()) != 0) {
        refuse(path_, errno);
    }
    const auto folder = std::filesystem::path(path_).parent_path();
    const int parent =
        open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent >= 0) {
        fsync(parent);
        close(parent);
    }
    close(std::exchange(descriptor_, -1));
}

void make_own_folder(const std::string& folder) {
    std::error_code failed;
    std::filesystem::create_directories(std::filesystem::path(folder).parent_path(), failed);
    if (mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return;
    throw Error(Kind::failed, say("the folder '{}' cannot be made: {}", folder,
                                  std::generic_category().message(errno)));
}

}  // namespace dcadmin::cli
