// SPDX-License-Identifier: Apache-2.0
#include "cli/input_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace dcadmin::cli {
namespace {

std::string reason(int cause) {
    return std::generic_category().message(cause);
}

[[noreturn]] void refuse(const std::string& name, int cause) {
    throw Error(cause == ENOENT ? Kind::not_found : Kind::failed,
                say("'{}' cannot be read: {}", text::escaped(name), reason(cause)), "", "file");
}

std::size_t read_some(int descriptor, std::span<char> buffer, const std::string& name) {
    for (;;) {
        const auto count = ::read(descriptor, buffer.data(), buffer.size());
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) refuse(name, errno);
    }
}

/// Copies all that comes from `from`, however much, into a private file.
int spooled(int from, const std::string& name, const std::string& folder) {
    const int to = private_file(folder);
    std::array<char, 65536> buffer{};
    for (;;) {
        const auto count = read_some(from, buffer, name);
        if (count == 0) break;
        for (std::size_t done = 0; done < count;) {
            const auto written = ::write(to, buffer.data() + done, count - done);
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) {
                const int cause = errno;
                close(to);
                throw Error(Kind::failed,
                            say("'{}' cannot be kept in '{}': {}", name, folder, reason(cause)),
                            "set TMPDIR to a folder with more room");
            }
            done += static_cast<std::size_t>(written);
        }
    }
    lseek(to, 0, SEEK_SET);
    return to;
}

}  // namespace

int private_file(const std::string& folder) {
    const int unnamed = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
    if (unnamed >= 0) return unnamed;
    auto name = folder + "/dcadmin.XXXXXX";
    const int named = mkostemp(name.data(), O_CLOEXEC);
    if (named < 0) {
        throw Error(
            Kind::failed,
            say("no temporary file can be made in '{}': {}", text::escaped(folder), reason(errno)),
            "set TMPDIR to a folder that can be written");
    }
    unlink(name.c_str());
    return named;
}

InputFile::InputFile(const std::string& path, int standard_input, const std::string& spool_folder)
    : name_(path == "-" ? say("standard input") : path) {
    if (path == "-") {
        descriptor_ = spooled(standard_input, name_, spool_folder);
    } else {
        descriptor_ = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
        if (descriptor_ < 0) refuse(name_, errno);
        struct stat there {};
        if (fstat(descriptor_, &there) != 0) refuse(name_, errno);
        if (S_ISFIFO(there.st_mode)) {
            const int spool = spooled(descriptor_, name_, spool_folder);
            close(descriptor_);
            descriptor_ = spool;
        } else if (!S_ISREG(there.st_mode)) {
            close(descriptor_);
            throw Error(Kind::usage, say("'{}' is not a file", text::escaped(name_)), "", "file");
        }
    }
    mark_ = look();
}

InputFile::~InputFile() {
    close(descriptor_);
}

InputFile::Mark InputFile::look() const {
    struct stat there {};
    if (fstat(descriptor_, &there) != 0) refuse(name_, errno);
    return {static_cast<std::uint64_t>(there.st_size), there.st_mtim.tv_sec, there.st_mtim.tv_nsec};
}

std::size_t InputFile::read(std::span<char> buffer) {
    const auto count = read_some(descriptor_, buffer, name_);
    position_ += count;
    if (watch_) watch_({buffer.data(), count});
    return count;
}

void InputFile::check_unchanged() const {
    if (look() == mark_) return;
    throw Error(Kind::conflict,
                say("'{}' was changed while it was being read", text::escaped(name_)),
                "run the command again on a file that nobody writes to", "file");
}

void InputFile::rewind() {
    check_unchanged();
    if (lseek(descriptor_, 0, SEEK_SET) < 0) refuse(name_, errno);
    position_ = 0;
}

}  // namespace dcadmin::cli
