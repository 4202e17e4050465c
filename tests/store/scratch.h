// SPDX-License-Identifier: Apache-2.0
// What the tests of the store share: a folder that goes away with the test, a raw connection that
// does to a file what the program never would, and the kind of error an action ends with.
#pragma once

#include <dcadmin/env.h>
#include <dcadmin/error.h>
#include <dcadmin/store.h>

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::testing {

/// A new folder, removed with all that is in it.
class Folder {
   public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return path_ / name; }
    /// "sqlite:…/name"
    [[nodiscard]] std::string url(const std::string& name) const;

   private:
    std::filesystem::path path_;
};

/// SQLite itself, with foreign keys and CHECKs off: a hand in the file.
class Raw {
   public:
    explicit Raw(const std::filesystem::path& file);
    /// False when SQLite refuses (a UNIQUE key, say).
    bool exec(const std::string& sql);
    /// As exec(), but a refusal is a failure of the test.
    void must(const std::string& sql);
    /// The first column of all rows; a null is "NULL".
    [[nodiscard]] std::vector<std::string> column(const std::string& sql);
    /// The first column of the first row; "" when there is none.
    [[nodiscard]] std::string value(const std::string& sql);

   private:
    struct Close {
        void operator()(sqlite3* db) const { sqlite3_close(db); }
    };
    std::unique_ptr<sqlite3, Close> db_;
};

/// 23/11/2026, 13:31 in Brussels.
[[nodiscard]] Timestamp test_moment();

/// A text in quotes for SQL.
[[nodiscard]] std::string quoted_sql(const std::string& text);

/// The kind of Error that `action` ends with; none when it ends well.
template <class Action>
std::optional<Kind> kind_of(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.kind();
    }
    return std::nullopt;
}

}  // namespace dcadmin::testing
