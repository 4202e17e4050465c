// SPDX-License-Identifier: Apache-2.0
#include "cli/session_file.h"

#include "cli/new_file.h"
#include "cli/settings.h"
#include "cli/store_password.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/sha256.h>
#include <dcadmin/error.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace dcadmin::cli {
namespace {

// Held while the file beside it is read or written; the kernel lets go of it with the process.
class Lock {
   public:
    Lock(const std::string& path, int how)
        : descriptor_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
        while (descriptor_ >= 0 && flock(descriptor_, how) != 0) {
            if (errno != EINTR) break;
        }
    }
    ~Lock() {
        if (descriptor_ >= 0) close(descriptor_);
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

   private:
    int descriptor_;
};

}  // namespace

SessionFile::SessionFile(const Environment& environment, std::string_view store_url)
    : folder_(home_path(environment, "XDG_STATE_HOME", ".local/state", "")) {
    folder_.pop_back();  // its last '/'
    Sha256 hash;
    hash.add(store_url);
    constexpr std::size_t enough = 16;
    path_ = fmt::format("{}/session-{}", folder_, hash.hex().substr(0, enough));
}

std::string SessionFile::token() const {
    struct stat there {};
    if (lstat(path_.c_str(), &there) != 0) return {};
    const Lock lock(path_ + ".lock", LOCK_SH);
    if (lstat(path_.c_str(), &there) != 0) return {};
    if (S_ISLNK(there.st_mode)) {
        throw Error(Kind::not_allowed, say("the session file '{}' is a symbolic link", path_),
                    "remove it, and sign in again");
    }
    return secret_from_file(path_, "session");
}

void SessionFile::keep(std::string_view token) const {
    make_own_folder(folder_);
    const Lock lock(path_ + ".lock", LOCK_EX);
    NewFile file(path_, NewFile::Replace::yes);
    file.write(fmt::format("{}\n", token));
    file.finish();
}

void SessionFile::forget() const {
    struct stat there {};
    if (lstat(path_.c_str(), &there) != 0) return;
    const Lock lock(path_ + ".lock", LOCK_EX);
    unlink(path_.c_str());
}

std::string token_of(const Settings& settings, const Environment& environment) {
    if (auto file = settings.token_file()) return secret_from_file(*file, "token");
    return SessionFile(environment, settings.store()).token();
}

}  // namespace dcadmin::cli
