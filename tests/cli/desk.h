// SPDX-License-Identifier: Apache-2.0
// A place to run commands at, in process: a folder of its own, an environment of its own, a fixed
// clock, and no terminal unless a test asks for one.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::test {

struct Ran {
    int exit = 0;
    std::string out;
    std::string err;
};

/// The words of a line as a shell would split them: blanks, quotes, backslashes.
[[nodiscard]] std::vector<std::string> words_of(std::string_view line);

class Desk {
   public:
    Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    ~Desk();

    /// Runs `dcadmin LINE` in the folder of the desk.
    Ran run(std::string_view line, std::string_view input = {});
    /// The same from words.
    Ran run_words(const std::vector<std::string>& words, std::string_view input = {});

    [[nodiscard]] std::string path(std::string_view name) const {
        return (folder_ / name).string();
    }
    void write(std::string_view name, std::string_view text) const;
    [[nodiscard]] std::string read(std::string_view name) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    std::map<std::string, std::string, std::less<>> variables;
    bool terminal = false;  // all three streams

   private:
    std::filesystem::path folder_;
    std::filesystem::path before_;
};

}  // namespace dcadmin::test
