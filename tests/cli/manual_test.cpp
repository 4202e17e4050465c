// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace dcadmin;

TEST_CASE(
    "the pages under man/ are those that the table makes; `dcadmin __manual man` makes them") {
    std::set<std::string> made;
    for (const auto& page : cli::manual_pages()) {
        CAPTURE(page.file);
        made.insert(page.file);
        std::ifstream file(std::filesystem::path(MAN_FOLDER) / page.file, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        CHECK(text.str() == page.text);
    }
    for (const auto& entry : std::filesystem::directory_iterator(MAN_FOLDER)) {
        const auto name = entry.path().filename().string();
        if (name.ends_with(".1")) {
            CAPTURE(name);
            CHECK(made.contains(name));
        }
    }
}
