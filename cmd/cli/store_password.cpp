// SPDX-License-Identifier: Apache-2.0
#include "cli/store_password.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

namespace dcadmin::cli {
namespace {

constexpr std::size_t longest = 4096;
constexpr std::chrono::seconds patience{30};

class Descriptor {
   public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

   private:
    int number_;
};

std::string reason() {
    return std::generic_category().message(errno);
}

std::string first_line(std::string text, std::string_view from, std::string_view what) {
    text.resize(std::min(text.find('\n'), text.size()));
    if (text.ends_with('\r')) text.pop_back();
    if (text.empty()) {
        throw Error(Kind::failed, say("{} has no {} in its first line", from, what));
    }
    return text;
}

/// Up to the first line's end, or the end of what comes; false when it lasts too long.
bool read_line(int from, std::string& text) {
    const auto end = std::chrono::steady_clock::now() + patience;
    std::array<char, 512> block{};
    while (text.size() < longest && text.find('\n') == std::string::npos) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        pollfd wanted{from, POLLIN, 0};
        const int ready = left.count() > 0 ? poll(&wanted, 1, static_cast<int>(left.count())) : 0;
        if (ready == 0) return false;
        if (ready < 0 && errno == EINTR) continue;
        const auto count = read(from, block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return true;
        text.append(block.data(), static_cast<std::size_t>(count));
    }
    return true;
}

/// Its standard output goes to the pipe; its standard input is empty, for that may be a file of
/// requests.
pid_t start(std::vector<std::string> words, int output) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    pid_t child = 0;
    const int failed =
        posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed == 0) return child;
    throw Error(Kind::failed,
                say("the command for the password, '{}', cannot be run: {}", words[0],
                    std::generic_category().message(failed)),
                "see: dcadmin config get store_password_command");
}

}  // namespace

std::string secret_from_file(const std::string& path, std::string_view what) {
    if (!path.starts_with('/')) {
        throw Error(Kind::usage, say("the {} file '{}' is not named from the root", what, path));
    }
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    struct stat found {};
    if (file.get() < 0 || fstat(file.get(), &found) != 0) {
        throw Error(Kind::failed, say("the {} file '{}' cannot be read: {}", what, path, reason()));
    }
    if (!S_ISREG(found.st_mode) || found.st_uid != geteuid() || (found.st_mode & 077U) != 0) {
        throw Error(Kind::not_allowed,
                    say("the {} file '{}' is not the user's own alone", what, path),
                    say("make it so: chown $USER '{0}' && chmod 600 '{0}'", path));
    }
    std::string text;
    read_line(file.get(), text);
    return first_line(std::move(text), say("the {} file '{}'", what, path), what);
}

std::vector<std::string> words_of_command(std::string_view command) {
    std::vector<std::string> words;
    bool in_word = false;
    char quote = 0;
    for (std::size_t i = 0; i < command.size(); ++i) {
        const char c = command[i];
        if (quote == 0 && (c == ' ' || c == '\t')) {
            in_word = false;
            continue;
        }
        if (!in_word) words.emplace_back();
        in_word = true;
        if (c == quote) {
            quote = 0;
        } else if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == '\\' && quote != '\'' && i + 1 < command.size()) {
            words.back().push_back(command[++i]);
        } else {
            words.back().push_back(c);
        }
    }
    if (quote != 0 || words.empty()) {
        throw Error(Kind::usage, quote != 0
                                     ? say("a quote stays open in the command for the password")
                                     : say("the command for the password is empty"));
    }
    return words;
}

std::string password_from_command(std::string_view command) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw Error(Kind::failed, reason());
    const Descriptor output(ends[0]);
    Descriptor input(ends[1]);
    const auto words = words_of_command(command);
    const pid_t child = start(words, input.get());
    input.close();
    std::string text;
    const bool in_time = read_line(output.get(), text);
    if (!in_time) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!in_time || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw Error(Kind::failed,
                    say("the command for the password, '{}', {}", words[0],
                        in_time ? say("failed") : say("took too long")),
                    "try it by hand; see: dcadmin config get store_password_command");
    }
    return first_line(std::move(text), say("the command '{}'", words[0]), say("password"));
}

}  // namespace dcadmin::cli
