// SPDX-License-Identifier: Apache-2.0
#include "cli/run.h"

#include <pwd.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

std::optional<std::string> variable(std::string_view name) {
    const char* value = std::getenv(std::string(name).c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::string user_name() {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 4096> buffer{};
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 &&
        found != nullptr) {
        return found->pw_name;
    }
    return "uid " + std::to_string(geteuid());
}

// What somebody says with COLUMNS and LINES, else what the terminal knows of itself.
unsigned said_or(std::string_view name, unsigned measured) {
    const auto text = variable(name).value_or("");
    unsigned said = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), said);
    const bool whole = failed == std::errc() && end == text.data() + text.size();
    return whole && said > 0 && said < 10000 ? said : measured;
}

dcadmin::output::Screen screen() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) size = {};
    const unsigned columns = size.ws_col > 0 ? size.ws_col : 80U;
    return {.columns = said_or("COLUMNS", columns), .rows = said_or("LINES", size.ws_row)};
}

// Passwords, codes and tokens pass through here: whatever happens, no core file keeps them.
void leave_no_core() {
    const rlimit none{0, 0};
    static_cast<void>(setrlimit(RLIMIT_CORE, &none));
    static_cast<void>(prctl(PR_SET_DUMPABLE, 0));
}

}  // namespace

int main(int argc, char** argv) {
    leave_no_core();
    std::signal(SIGPIPE, SIG_IGN);
    const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
    dcadmin::output::Writer out(STDOUT_FILENO);
    dcadmin::output::Writer err(STDERR_FILENO, dcadmin::output::Writer::Failing::is_ignored);
    dcadmin::cli::Streams streams{.in = STDIN_FILENO,
                                  .out = out,
                                  .err = err,
                                  .in_terminal = isatty(STDIN_FILENO) == 1,
                                  .out_terminal = isatty(STDOUT_FILENO) == 1,
                                  .err_terminal = isatty(STDERR_FILENO) == 1,
                                  .screen = screen(),
                                  .measured = screen};
    return dcadmin::cli::run_cli(args, streams, {.variable = variable, .user = user_name});
}
