// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/care.h"

#include "store/postgres/answers.h"

#include <dcadmin/base/say.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace dcadmin::store::postgres {

namespace {

constexpr std::size_t most_said = 4000;

// Both ends of a pipe, closed with it.
class Pipe {
   public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0) {
            throw Error(Kind::failed, std::generic_category().message(errno));
        }
    }
    ~Pipe() {
        close_writer();
        ::close(ends_[0]);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    [[nodiscard]] int reader() const { return ends_[0]; }
    [[nodiscard]] int writer() const { return ends_[1]; }
    void close_writer() {
        if (ends_[1] >= 0) ::close(ends_[1]);
        ends_[1] = -1;
    }

   private:
    std::array<int, 2> ends_{-1, -1};
};

// The program's own environment, and the password for the child alone.
std::vector<std::string> environment_of(const OpenRequest& request) {
    std::vector<std::string> all;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (std::string_view(*variable).starts_with("PGPASSWORD=") && !request.password.empty()) {
            continue;
        }
        all.emplace_back(*variable);
    }
    if (!request.password.empty()) all.push_back("PGPASSWORD=" + request.password);
    return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> all;
    all.reserve(texts.size() + 1);
    for (std::string& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

pid_t start(const OpenRequest& request, const std::string& file, const Pipe& said) {
    std::vector<std::string> words{"pg_dump", "--format=custom", "--no-password", "--file=" + file,
                                   "--dbname=" + request.url};
    std::vector<std::string> variables = environment_of(request);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, said.writer(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, said.writer(), STDERR_FILENO);
    pid_t child = 0;
    const int failed = ::posix_spawnp(&child, "pg_dump", &actions, nullptr,
                                      pointers_to(words).data(), pointers_to(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed == 0) return child;
    throw Error(Kind::failed,
                failed == ENOENT
                    ? say("pg_dump is not installed, and a backup is made with it")
                    : say("pg_dump cannot be started: ") + std::generic_category().message(failed),
                "install the package postgresql-client, or make the backup on the server");
}

std::string read_all(int from) {
    std::string said;
    std::array<char, 1024> block{};
    for (;;) {
        const auto count = ::read(from, block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return said;
        if (said.size() < most_said) said.append(block.data(), static_cast<std::size_t>(count));
    }
}

}  // namespace

void dump(const OpenRequest& request, const std::string& file) {
    Pipe said;
    const pid_t child = start(request, file, said);
    said.close_writer();
    const std::string text = read_all(said.reader());
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    throw Error(Kind::failed, say("the backup was not made: {}", one_line(text)),
                "pg_dump must be as new as the server, and the role must read every table");
}

}  // namespace dcadmin::store::postgres
