// SPDX-License-Identifier: Apache-2.0
#include "scratch.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace dcadmin::testing {

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dcadmin-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string Folder::url(const std::string& name) const {
    return "sqlite:" + path(name).string();
}

Raw::Raw(const std::filesystem::path& file) {
    sqlite3* made = nullptr;
    const int code = sqlite3_open(file.c_str(), &made);
    db_.reset(made);
    REQUIRE(code == SQLITE_OK);
    must("PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; PRAGMA synchronous=OFF");
}

bool Raw::exec(const std::string& sql) {
    return sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

void Raw::must(const std::string& sql) {
    const bool done = exec(sql);
    INFO(sql << ": " << sqlite3_errmsg(db_.get()));
    REQUIRE(done);
}

std::vector<std::string> Raw::column(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    INFO(sql);
    REQUIRE(sqlite3_prepare_v2(db_.get(), sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    std::vector<std::string> values;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const auto* text = sqlite3_column_text(statement, 0);
        values.emplace_back(text == nullptr ? "NULL" : reinterpret_cast<const char*>(text));
    }
    sqlite3_finalize(statement);
    return values;
}

std::string Raw::value(const std::string& sql) {
    const auto values = column(sql);
    return values.empty() ? std::string() : values.front();
}

Timestamp test_moment() {
    return Timestamp::parse("2026-11-23T12:31:39Z");
}

std::string quoted_sql(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'') quoted.push_back('\'');
        quoted.push_back(c);
    }
    return quoted + "'";
}

}  // namespace dcadmin::testing
