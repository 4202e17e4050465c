// SPDX-License-Identifier: Apache-2.0
// Whole commands, compared with what they printed when someone last looked: golden/NAME.cmd is the
// script, NAME.out and NAME.err what it wrote. With DCADMIN_ACCEPT=1 the files are written anew.
//
// A script has a command per line. `file NAME` takes the indented lines under it as a file,
// `show NAME` prints one, `input` gives the indented lines to the next command's standard input.
#include "desk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using dcadmin::test::Desk;

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The folder of the desk is another one each time.
std::string without_folder(std::string text, const Desk& desk) {
    const auto folder = desk.folder().string();
    for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) {
        text.replace(at, folder.size(), "FOLDER");
    }
    return text;
}

struct Shown {
    std::string out;
    std::string err;
};

Shown play(const fs::path& script) {
    Desk desk;
    Shown shown;
    std::string line;
    std::string input;
    std::istringstream lines(contents(script));
    const auto indented = [&lines] {
        std::string text;
        std::string more;
        while (lines.peek() == ' ' && std::getline(lines, more)) text += more.substr(2) + "\n";
        return text;
    };
    while (std::getline(lines, line)) {
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("file ")) {
            desk.write(line.substr(5), indented());
        } else if (line == "input") {
            input = indented();
        } else if (line.starts_with("show ")) {
            shown.out += "== " + line.substr(5) + "\n" + desk.read(line.substr(5));
        } else {
            const auto ran = desk.run(line, input);
            input.clear();
            shown.out += "$ dcadmin " + line + "\n" + ran.out;
            if (ran.exit != 0) shown.out += "[" + std::to_string(ran.exit) + "]\n";
            shown.err += "$ dcadmin " + line + "\n" + ran.err;
        }
    }
    return {without_folder(shown.out, desk), without_folder(shown.err, desk)};
}

}  // namespace

TEST_CASE("commands print what they printed when someone last looked") {
    const bool accept = std::getenv("DCADMIN_ACCEPT") != nullptr;
    std::vector<fs::path> scripts;
    for (const auto& entry : fs::directory_iterator(GOLDEN_FOLDER)) {
        if (entry.path().extension() == ".cmd") scripts.push_back(entry.path());
    }
    std::sort(scripts.begin(), scripts.end());
    REQUIRE(!scripts.empty());
    for (auto path : scripts) {
        CAPTURE(path.stem().string());
        const auto shown = play(path);
        if (accept) {
            std::ofstream(path.replace_extension(".out"), std::ios::binary) << shown.out;
            std::ofstream(path.replace_extension(".err"), std::ios::binary) << shown.err;
            continue;
        }
        CHECK(shown.out == contents(path.replace_extension(".out")));
        CHECK(shown.err == contents(path.replace_extension(".err")));
    }
}
