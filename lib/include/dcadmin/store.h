// SPDX-License-Identifier: Apache-2.0
// The database behind everything: one SQLite file ("sqlite:PATH"), or a database on a PostgreSQL
// server ("postgresql://…") where one machine is too small. The store decides by itself what must
// never be a matter of configuration: durability, isolation, foreign keys, a file's mode 0600, the
// order of texts. It opens only what it made: an older or newer schema, another program's database
// and a damaged file are each refused with a message and a remedy.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/export.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

namespace store {
class Db;
}

enum class StoreAccess { read, write };

/// Where a store is. The address never holds a password; one that the program found (in a file, by
/// a command) stands beside it and is shown nowhere.
struct StoreAddress {
    std::string url;
    std::string password = {};
};

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
    /// Makes a new store: a file of mode 0600, or the tables in an empty database. Refused with
    /// conflict when something is there already.
    static Store init(const StoreAddress& address, const Clock& clock);
    static Store init(const std::string& url, const Clock& clock) {
        return init(StoreAddress{url}, clock);
    }
    /// Opens an existing one. Refused: absent (not_found), another program's database, damaged, or
    /// a schema that is not this program's (integrity); busy when the server cannot be reached.
    static Store open(const StoreAddress& address, StoreAccess access);
    static Store open(const std::string& url, StoreAccess access) {
        return open(StoreAddress{url}, access);
    }
    /// A private store in memory, for tests.
    static Store in_memory(const Clock& clock);
    /// Brings an older schema up to date, each migration in its own transaction; the names of those
    /// applied. Refused with integrity for a newer one or a changed migration.
    static std::vector<std::string> migrate(const StoreAddress& address, const Clock& clock);
    static std::vector<std::string> migrate(const std::string& url, const Clock& clock) {
        return migrate(StoreAddress{url}, clock);
    }
    /// Copies a whole store into another, whatever databases they are, and answers how many rows
    /// that were; the source may be in use. The target is made, or is a store that was never used;
    /// refused with conflict when it holds anything, with integrity when it is no store. It gets
    /// all or nothing, and the source's id: it takes the source's place.
    static std::uint64_t copy(const StoreAddress& from, const StoreAddress& to, const Clock& clock);
    /// Also answers for a store whose schema open() refuses.
    static StoreStatus status(const StoreAddress& address);
    static StoreStatus status(const std::string& url) { return status(StoreAddress{url}); }
    /// Whether the address names a database on a server, not a file.
    static bool on_server(std::string_view url);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// Runs the database's own check and every named invariant; nothing found is an empty list. A
    /// store whose file may not be written does not have its CHECK constraints checked: SQLite then
    /// skips them.
    [[nodiscard]] std::vector<CheckProblem> check(const Clock& clock);
    /// Copies the store while others use it, into a new file of mode 0600 that appears when it is
    /// whole: a store again, or what pg_dump writes of a server's (format custom). Refused with
    /// conflict when `file` exists, with failed where pg_dump is not installed.
    void backup(const std::filesystem::path& file);
    /// Writes the database anew without what was deleted or overwritten, so that erased data are
    /// not left in unused pages: all of a file's; a server frees them for new rows. busy while
    /// others use the file.
    void compact();
    /// The SQL that lets a role of the server do the program's work but neither change nor delete
    /// what is in the log. Empty for a file.
    [[nodiscard]] std::vector<std::string> role_statements(const std::string& role);
    /// Runs them, all or none. Refused with usage for a file.
    void allow_role(const std::string& role);
    [[nodiscard]] const std::string& url() const { return url_; }
    /// For the library's own contexts; the type is private.
    [[nodiscard]] store::Db& db() const { return *db_; }

   private:
    Store(std::string url, std::unique_ptr<store::Db> db);
    std::string url_;
    std::unique_ptr<store::Db> db_;
};

}  // namespace dcadmin
