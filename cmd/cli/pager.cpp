// SPDX-License-Identifier: Apache-2.0
#include "cli/pager.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace dcadmin::cli {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Ours, with what less needs to leave by itself, show bold type, and keep the page on the screen.
std::vector<std::string> variables() {
    std::vector<std::string> all;
    bool less = false;
    for (char** one = environ; *one != nullptr; ++one) {
        all.emplace_back(*one);
        less = less || all.back().starts_with("LESS=");
    }
    if (!less) all.emplace_back("LESS=FRX");
    return all;
}

/// 0, or why it could not be started.
int start(std::vector<std::string> words, int input, pid_t& child) {
    auto environment = variables();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t usual;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);  // we ignore it, a pager is not to
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    const int failed = posix_spawnp(&child, words[0].c_str(), &actions, &attributes,
                                    pointers_to(words).data(), pointers_to(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

std::optional<std::string> chosen_pager(const Environment& environment) {
    auto chosen = environment.variable("DCADMIN_PAGER");
    return chosen ? chosen : environment.variable("PAGER");
}

bool without_pager(std::span<const std::string> args) {
    for (const auto& word : args) {
        if (word == "--") return false;
        if (word == "--no-pager" || word == "--watch" || word.starts_with("--watch=")) return true;
    }
    return false;
}

}  // namespace

std::vector<std::string> pager_words(std::span<const std::string> args,
                                     const Environment& environment) {
    const auto terminal = environment.find("TERM").value_or("dumb");
    if (without_pager(args) || terminal == "dumb") return {};
    std::vector<std::string> words;
    const auto chosen = chosen_pager(environment).value_or("less -FRX");
    for (const auto word : text::split(chosen, ' ')) {
        if (!word.empty()) words.emplace_back(word);
    }
    if (words == std::vector<std::string>{"cat"}) words.clear();
    return words;
}

Pager::Pager(std::span<const std::string> args, Streams& streams, const Environment& environment)
    : streams_(streams) {
    if (!streams.out_terminal || streams.screen.rows == 0) return;
    words_ = pager_words(args, environment);
    chosen_ = chosen_pager(environment).has_value();
    if (words_.empty()) return;
    streams_.out.divert(streams.screen, [this] { return begin(); });
    streams_.end_pager = [this] { end(); };
}

Pager::~Pager() {
    end();
    streams_.end_pager = nullptr;
}

int Pager::begin() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return -1;
    const int failed = start(words_, ends[0], child_);
    close(ends[0]);
    if (failed != 0) {
        close(ends[1]);
        child_ = -1;
        if (chosen_) {
            streams_.err.write(say("the pager {} cannot be started: {}\n", text::quoted(words_[0]),
                                   std::generic_category().message(failed)));
            streams_.err.flush();
        }
        return -1;
    }
    pipe_ = ends[1];
    streams_.err.hold();
    on_interrupt_ = signal(SIGINT, SIG_IGN);
    return pipe_;
}

void Pager::end() {
    if (child_ < 0) return;
    streams_.out.revert();
    close(std::exchange(pipe_, -1));
    while (waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
    }
    child_ = -1;
    signal(SIGINT, on_interrupt_);
    streams_.err.let_go();
    streams_.err.flush();
}

}  // namespace dcadmin::cli
