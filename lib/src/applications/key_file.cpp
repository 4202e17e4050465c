// SPDX-License-Identifier: Apache-2.0
#include "applications/key_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace dcadmin::applications {

namespace {

constexpr std::size_t longest = std::size_t{16} * 1024;

class Descriptor {
   public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }

   private:
    int number_;
};

Error trouble(const std::string& path, std::string_view what) {
    return {Kind::failed, say("the key file '{}' cannot be {}: {}", path, what,
                              std::generic_category().message(errno))};
}

void require_path(const std::string& path) {
    if (path.starts_with('/')) return;
    throw Error(Kind::usage,
                path.empty() ? std::string("no file of the signing key is named")
                             : say("the key file '{}' is not named from the root", path),
                "name it: dcadmin config set assert.key_file /FOLDER/FILE", "assert.key_file");
}

void write_all(int to, const std::string& path, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(to, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) throw trouble(path, "written");
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(to) != 0) throw trouble(path, "written");
}

void flush_folder(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path().string();
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.get() >= 0) static_cast<void>(::fsync(opened.get()));
}

Error is_there(const std::string& path) {
    return {Kind::conflict, say("'{}' is there already", path),
            "a new key takes its place with: dcadmin signing rotate"};
}

}  // namespace

std::string read_key_file(const std::string& path) {
    require_path(path);
    const Descriptor file(
        ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | O_NONBLOCK));
    struct stat found {};
    if (file.get() < 0 || ::fstat(file.get(), &found) != 0) throw trouble(path, "read");
    if (!S_ISREG(found.st_mode) || found.st_uid != ::geteuid() || (found.st_mode & 077U) != 0) {
        throw Error(Kind::not_allowed,
                    say("the key file '{}' is not this account's own alone", path),
                    say("run this as its owner, and: chmod 600 '{}'", path));
    }
    std::string text;
    std::array<char, 4096> block{};
    for (;;) {
        const auto count = ::read(file.get(), block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw trouble(path, "read");
        if (count == 0) return text;
        text.append(block.data(), static_cast<std::size_t>(count));
        if (text.size() > longest) {
            throw Error(Kind::failed, say("the key file '{}' is too long", path));
        }
    }
}

NewKeyFile::NewKeyFile(std::string path, const std::string& pem) : path_(std::move(path)) {
    require_path(path_);
    beside_ = path_ + ".XXXXXX";
    const Descriptor file(::mkostemp(beside_.data(), O_CLOEXEC));  // O_EXCL, mode 0600
    if (file.get() < 0) throw trouble(path_, "written");
    try {
        write_all(file.get(), path_, pem);
    } catch (...) {
        ::unlink(beside_.c_str());
        throw;
    }
}

NewKeyFile::~NewKeyFile() {
    if (!beside_.empty()) ::unlink(beside_.c_str());
}

void NewKeyFile::put(bool replace) {
    if (replace) {
        if (::rename(beside_.c_str(), path_.c_str()) != 0) throw trouble(path_, "replaced");
        beside_.clear();
    } else if (::link(beside_.c_str(), path_.c_str()) != 0) {
        throw errno == EEXIST ? is_there(path_) : trouble(path_, "written");
    }
    flush_folder(path_);
}

void require_no_file(const std::string& path) {
    require_path(path);
    struct stat found {};
    if (::lstat(path.c_str(), &found) == 0) throw is_there(path);
}

}  // namespace dcadmin::applications
