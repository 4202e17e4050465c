// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_db.h"

#include "store/appender.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

namespace dcadmin::store {

namespace {

// "dcad": tells a store of ours from any other SQLite file.
constexpr std::int64_t application_id = 0x64636164;
constexpr int page_bytes = 8192;
constexpr int usual_cache_kib = 8 * 1024;
constexpr int bulk_cache_kib = 64 * 1024;
constexpr int patience_ms = 10'000;

[[noreturn]] void fail(int code, const char* said) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw Error(Kind::busy, "the store is locked by another writer",
                        "try again in a moment");
        case SQLITE_CONSTRAINT:
            if (code == SQLITE_CONSTRAINT_FOREIGNKEY) {
                throw Error(Kind::conflict, "something that this refers to is not in the store",
                            "run the same command again");
            }
            throw Error(Kind::conflict, say("the store refuses it: {}", said),
                        "somebody may have written the same meanwhile; look with the list command");
        case SQLITE_FULL:
            throw Error(Kind::failed, "the disk or file system is full; nothing was changed",
                        "make room, then run the same command again");
        case SQLITE_IOERR:
            throw Error(Kind::failed, say("reading or writing the store failed: {}", said),
                        "check the disk, then run the same command again");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            throw Error(Kind::integrity, say("the store is damaged or not a store: {}", said),
                        "restore a backup (dcadmin store backup makes one)");
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            throw Error(Kind::not_allowed, "the store may not be written",
                        "check the owner and mode of the file and of its folder");
        case SQLITE_CANTOPEN:
            throw Error(Kind::not_found, say("the store cannot be opened: {}", said),
                        "check the path and its folder");
        case SQLITE_NOMEM: throw std::bad_alloc();
        default: throw Error(Kind::failed, say("the store answers: {}", said));
    }
}

class SqliteStatement final : public Statement {
   public:
    SqliteStatement(sqlite3* db, std::string_view sql) : db_(db) {
        sqlite3_stmt* made = nullptr;
        const int code = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &made, nullptr);
        if (code != SQLITE_OK) fail(code, sqlite3_errmsg(db));
        handle_.reset(made);
        const int count = sqlite3_bind_parameter_count(made);
        for (int number = 1; number <= count; ++number) {
            // $1 is a name to SQLite, numbered by first appearance.
            const std::string name = fmt::format("${}", number);
            const int index = sqlite3_bind_parameter_index(made, name.c_str());
            if (index == 0) {
                throw std::logic_error(fmt::format("no parameter {} in: {}", name, sql));
            }
            indexes_.push_back(index);
        }
    }

    void bind(std::initializer_list<Value> values) override {
        reset();
        if (values.size() != indexes_.size()) {
            throw std::logic_error(fmt::format("{} values for {} parameters: {}", values.size(),
                                               indexes_.size(), sqlite3_sql(handle_.get())));
        }
        int number = 1;
        for (const Value& value : values) bind_one(number++, value);
    }

    void bind_one(int number, const Value& value) override {
        const int index = indexes_[static_cast<std::size_t>(number - 1)];
        int code = SQLITE_OK;
        if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            code = sqlite3_bind_int64(handle_.get(), index, *integer);
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            const char* bytes = text->data() == nullptr ? "" : text->data();
            code = sqlite3_bind_text64(handle_.get(), index, bytes, text->size(), SQLITE_STATIC,
                                       SQLITE_UTF8);
        } else {
            code = sqlite3_bind_null(handle_.get(), index);
        }
        if (code != SQLITE_OK) fail(code, sqlite3_errmsg(db_));
    }

    bool step() override {
        const int code = sqlite3_step(handle_.get());
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) return false;
        const std::string said = sqlite3_errmsg(db_);
        const int extended = sqlite3_extended_errcode(db_);
        sqlite3_reset(handle_.get());
        fail(extended, said.c_str());
    }

    void reset() override { sqlite3_reset(handle_.get()); }

    bool is_null(int column) const override {
        return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const override {
        return sqlite3_column_int64(handle_.get(), column);
    }
    std::string_view text(int column) const override {
        const auto* bytes = sqlite3_column_text(handle_.get(), column);
        if (bytes == nullptr) return {};
        return {reinterpret_cast<const char*>(bytes),
                static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
    }

   protected:
    std::int64_t changed() const override { return sqlite3_changes64(db_); }

   private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    sqlite3* db_;
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
    std::vector<int> indexes_;
};

int flags_of(Opening how) {
    // No connection is used by two threads at once, so SQLite needs no lock of its own.
    const int common = SQLite::OPEN_NOFOLLOW | SQLite::OPEN_NOMUTEX;
    switch (how) {
        case Opening::create: return common | SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
        case Opening::check:
        case Opening::write: return common | SQLite::OPEN_READWRITE;
        case Opening::read: return common | SQLite::OPEN_READONLY;
    }
    return common;
}

class SqliteDb final : public Db {
   public:
    SqliteDb(const std::string& path, Opening how) try
        : path_(path), how_(how), db_(path, flags_of(how), patience_ms) {
        sqlite3_extended_result_codes(db_.getHandle(), 1);
        if (how == Opening::create) prepare_new();
        prepare_connection(how);
    } catch (const SQLite::Exception& error) {
        fail(error.getExtendedErrorCode() > 0 ? error.getExtendedErrorCode() : error.getErrorCode(),
             error.what());
    }

    std::unique_ptr<Statement> prepare(std::string_view sql) override {
        return std::make_unique<SqliteStatement>(db_.getHandle(), sql);
    }

    Statement& statement(std::string_view sql) override {
        auto found = statements_.find(sql);
        if (found == statements_.end()) {
            auto made = std::make_unique<SqliteStatement>(db_.getHandle(), sql);
            const auto key =
                std::string_view(*texts_.emplace_back(std::make_unique<std::string>(sql)));
            found = statements_.emplace(key, std::move(made)).first;
        }
        found->second->reset();
        return *found->second;
    }

    void script(const std::string& sql) override {
        const int code = sqlite3_exec(db_.getHandle(), sql.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) {
            const std::string said = sqlite3_errmsg(db_.getHandle());
            fail(sqlite3_extended_errcode(db_.getHandle()), said.c_str());
        }
    }

    void begin_write() override { statement("BEGIN IMMEDIATE").run({}); }
    void begin_bulk() override { begin_write(); }
    void begin_migration() override { begin_write(); }
    void begin_read() override { statement("BEGIN DEFERRED").run({}); }
    void commit() override { statement("COMMIT").run({}); }
    void rollback() noexcept override {
        for (auto& [sql, made] : statements_) made->reset();
        // After some errors (disk full) SQLite has rolled back by itself.
        if (sqlite3_get_autocommit(db_.getHandle()) == 0) {
            sqlite3_exec(db_.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
        }
    }
    void savepoint() override { statement("SAVEPOINT row").run({}); }
    void release_savepoint() override { statement("RELEASE row").run({}); }
    void rollback_to_savepoint() override {
        statement("ROLLBACK TO row").run({});
        statement("RELEASE row").run({});
    }

    using Db::append_to;
    std::unique_ptr<Appender> append_to(std::string_view table,
                                        std::span<const std::string_view> columns) override {
        return std::make_unique<InsertAppender>(*this, table, columns);
    }
    IdStock take_ids(std::string_view table, std::int64_t count) override {
        auto& newest = statement(fmt::format("SELECT coalesce(max(id), 0) FROM {}", table));
        const auto last = newest.first({}) ? newest.integer(0) : 0;
        newest.reset();
        return IdStock({{last + 1, last + count}});
    }

    std::unique_ptr<Db> reader() override {
        if (path_ == ":memory:") return nullptr;
        return open_sqlite(path_, Opening::read);
    }
    std::int64_t total_changes() const override { return sqlite3_total_changes64(db_.getHandle()); }
    void expect_bulk(bool on) override {
        script(fmt::format("PRAGMA cache_size=-{}", on ? bulk_cache_kib : usual_cache_kib));
    }
    void set_patience(int milliseconds) override {
        patience_ = milliseconds;
        db_.setBusyTimeout(milliseconds);
    }
    int patience() const override { return patience_; }

    void backup(const std::string& file) override {
        try {
            SQLite::Database target(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                    patience_ms);
            SQLite::Backup copy(target, db_);
            while (copy.executeStep(1024) != SQLITE_DONE) {
            }
            // Without a log of writes until somebody writes: one file, also where it is only read.
            target.exec("PRAGMA journal_mode=DELETE");
        } catch (const SQLite::Exception& error) {
            fail(error.getExtendedErrorCode(), error.what());
        }
    }

    // The log of writes is emptied first and last: it holds pages as they were.
    void forget_deleted() override {
        if (path_ == ":memory:") return;
        script("PRAGMA wal_checkpoint(TRUNCATE)");
        // It writes the database to a temporary file, which it attaches.
        sqlite3_limit(db_.getHandle(), SQLITE_LIMIT_ATTACHED, 1);
        script("PRAGMA temp_store=FILE");
        script("VACUUM");
        script("PRAGMA temp_store=MEMORY");
        sqlite3_limit(db_.getHandle(), SQLITE_LIMIT_ATTACHED, 0);
        script("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    std::vector<std::string> own_check() override {
        if (how_ == Opening::read && ::access(path_.c_str(), W_OK) == 0) {
            return open_sqlite(path_, Opening::check)->own_check();
        }
        std::vector<std::string> found;
        auto whole = prepare("PRAGMA integrity_check(100)");
        while (whole->step()) {
            if (whole->text(0) != "ok") found.push_back(whole->string(0));
        }
        auto references = prepare("PRAGMA foreign_key_check");
        while (references->step()) {
            found.push_back(say("row {} of {} refers to a row of {} that is not there",
                                references->integer(1), references->text(0), references->text(2)));
        }
        return found;
    }

    std::uint64_t bytes() const override {
        auto& self = const_cast<SqliteDb&>(*this);
        auto& pages = self.statement("PRAGMA page_count");
        const auto count = pages.first({}) ? pages.integer(0) : 0;
        pages.reset();
        return static_cast<std::uint64_t>(count) * page_bytes;
    }

    std::filesystem::path folder() const override {
        if (path_ == ":memory:") return "/tmp";
        const std::filesystem::path folder = std::filesystem::path(path_).parent_path();
        return folder.empty() ? "." : folder;
    }

    Dialect dialect() const override {
        return {"INTEGER PRIMARY KEY", "INTEGER", "STRICT", "VIRTUAL", true};
    }
    bool has_table(const std::string& name) override {
        auto& found = statement("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1");
        const bool there = found.first({name});
        found.reset();
        return there;
    }
    // SQLite gives the id behind the largest that is there, and there is one writer.
    void chooses_ids(const std::string&) override {}
    std::vector<std::string> role_statements(const std::string&) override { return {}; }

   private:
    void prepare_new() {
        script(fmt::format("PRAGMA page_size={}; PRAGMA application_id={};", page_bytes,
                           application_id));
    }

    void prepare_connection(Opening how) {
        auto& marked = statement("PRAGMA application_id");
        const bool ours = marked.first({}) && marked.integer(0) == application_id;
        marked.reset();
        if (!ours) {
            throw Error(Kind::integrity,
                        say("'{}' is a database, but not a store of dcadmin", path_),
                        "name another file with --store, or make one: dcadmin store init");
        }
        script(
            fmt::format("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                        "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
                        "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-{};",
                        usual_cache_kib));
        if (how == Opening::read) {
            script("PRAGMA query_only=ON");
        } else if (how != Opening::check && path_ != ":memory:") {
            script("PRAGMA journal_mode=WAL");  // new stores and backups are without
        }
        sqlite3* handle = db_.getHandle();
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
        sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024);
    }

    std::string path_;
    Opening how_;
    int patience_ = patience_ms;
    SQLite::Database db_;
    // The texts live as long as the map that is keyed by views on them.
    std::vector<std::unique_ptr<std::string>> texts_;
    std::unordered_map<std::string_view, std::unique_ptr<SqliteStatement>> statements_;
};

// SQLite makes files by the umask; a store holds national numbers, so it is made 0600 beforehand.
void create_private(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file >= 0) {
        ::close(file);
        return;
    }
    if (errno == EEXIST) {
        throw Error(Kind::conflict, say("'{}' is there already", path),
                    "see what it is: dcadmin store status");
    }
    throw Error(errno == EACCES ? Kind::not_allowed : Kind::failed,
                say("'{}' cannot be made: {}", path, std::strerror(errno)),
                "check that the folder exists and may be written");
}

void require_file(const std::string& path) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) {
        throw Error(Kind::not_found, say("there is no store at '{}'", path),
                    "make one: dcadmin store init (or --demo, to try things out)");
    }
    if (!S_ISREG(found.st_mode)) {
        throw Error(Kind::not_allowed, say("'{}' is not a regular file", path),
                    "name the file itself, not a link or folder");
    }
}

}  // namespace

std::unique_ptr<Db> open_sqlite(const std::string& path, Opening how) {
    // Nobody asks SQLite how much memory it has, and counting takes a lock at each allocation.
    // Refused, and no matter, where somebody has used it before.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(uncounted);
    if (path != ":memory:") {
        if (how == Opening::create) {
            create_private(path);
        } else {
            require_file(path);
        }
    }
    return std::make_unique<SqliteDb>(path, how);
}

}  // namespace dcadmin::store
