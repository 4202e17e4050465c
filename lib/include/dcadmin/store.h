// SPDX-License-Identifier: Apache-2.0
// The database behind everything: one SQLite file today ("sqlite:PATH"). The store decides by
// itself what must never be a matter of configuration: write-ahead log, synchronous=FULL, foreign
// keys, file mode 0600. It opens only what it made: an older or newer schema, another program's
// database and a damaged file are each refused with a message and a remedy.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/export.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace dcadmin {

namespace store {
class Db;
}

enum class StoreAccess { read, write };

struct StoreStatus {
    std::string url;
    std::int64_t schema = 0;     // the store's
    std::int64_t supported = 0;  // the program's
    std::string store_id;
    std::string created_at;
    std::uint64_t bytes = 0;
    std::uint64_t organisations = 0, persons = 0, relations = 0, grants = 0, audit_entries = 0,
                  notices_waiting = 0;
};

/// One row that breaks a named invariant.
struct CheckProblem {
    std::string invariant;
    std::string detail;
};

class DCADMIN_API Store {
   public:
    /// Makes a new store, mode 0600. Refused with conflict when something is there already.
    static Store init(const std::string& url, const Clock& clock);
    /// Opens an existing one. Refused: absent (not_found), another program's database, damaged, or
    /// a schema that is not this program's (integrity).
    static Store open(const std::string& url, StoreAccess access);
    /// A private store in memory, for tests.
    static Store in_memory(const Clock& clock);
    /// Brings an older schema up to date, each migration in its own transaction; the names of those
    /// applied. Refused with integrity for a newer one or a changed migration.
    static std::vector<std::string> migrate(const std::string& url, const Clock& clock);
    /// Also answers for a store whose schema open() refuses.
    static StoreStatus status(const std::string& url);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// Runs the database's own check and every named invariant; nothing found is an empty list. A
    /// store whose file may not be written does not have its CHECK constraints checked: SQLite then
    /// skips them.
    [[nodiscard]] std::vector<CheckProblem> check(const Clock& clock);
    /// Copies the store while others use it, into a new file of mode 0600 that appears when it is
    /// whole. Refused with conflict when `file` exists.
    void backup(const std::filesystem::path& file);
    [[nodiscard]] const std::string& url() const { return url_; }
    /// For the library's own contexts; the type is private.
    [[nodiscard]] store::Db& db() const { return *db_; }

   private:
    Store(std::string url, std::unique_ptr<store::Db> db);
    std::string url_;
    std::unique_ptr<store::Db> db_;
};

}  // namespace dcadmin
