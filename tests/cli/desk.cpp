// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "cli/run.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

namespace dcadmin::test {

namespace fs = std::filesystem;

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    bool open = false;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote != 0) {
            if (c == quote) {
                quote = 0;
            } else {
                word += c;
            }
        } else if (c == '\'' || c == '"') {
            quote = c;
            open = true;
        } else if (c == '\\' && i + 1 < line.size()) {
            word += line[++i];
            open = true;
        } else if (c == ' ') {
            if (open) words.push_back(word);
            word.clear();
            open = false;
        } else {
            word += c;
            open = true;
        }
    }
    if (open) words.push_back(word);
    return words;
}

Desk::Desk() : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "dcadmin-cli.XXXXXX").string();
    folder_ = mkdtemp(name.data());
    fs::current_path(folder_);
    variables = {{"XDG_CONFIG_HOME", path("config")},
                 {"XDG_DATA_HOME", path("data")},
                 {"TMPDIR", folder_.string()},
                 {"DCADMIN_NOW", "2026-11-23T12:00:00Z"}};
}

Desk::~Desk() {
    fs::current_path(before_);
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void Desk::write(std::string_view name, std::string_view text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
}

std::string Desk::read(std::string_view name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Ran Desk::run(std::string_view line, std::string_view input) {
    return run_words(words_of(line), input);
}

Ran Desk::run_words(const std::vector<std::string>& words, std::string_view input) {
    Ran ran;
    output::Writer out(ran.out);
    output::Writer err(ran.err);
    write(".input", input);
    const int in = open((folder_ / ".input").c_str(), O_RDONLY | O_CLOEXEC);
    cli::Streams streams{.in = in,
                         .out = out,
                         .err = err,
                         .in_terminal = terminal,
                         .out_terminal = terminal,
                         .err_terminal = terminal,
                         .screen = {}};
    const cli::Environment environment{
        .variable = [this](std::string_view name) -> std::optional<std::string> {
            const auto found = variables.find(name);
            if (found == variables.end()) return std::nullopt;
            return found->second;
        },
        .user = [] { return std::string("tester"); },
        .system_config = path("system.toml")};
    ran.exit = cli::run_cli(words, streams, environment);
    close(in);
    return ran;
}

}  // namespace dcadmin::test
