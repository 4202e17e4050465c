// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/store.h>

#include "store/checks.h"
#include "store/schema.h"
#include "store/sqlite_db.h"

#include <dcadmin/error.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <random>
#include <utility>

namespace dcadmin {

namespace {

constexpr std::string_view scheme = "sqlite:";

std::string path_of(const std::string& url) {
    if (!url.starts_with(scheme) || url.size() == scheme.size()) {
        throw Error(Kind::usage, fmt::format("'{}' is not a store address", url),
                    "write sqlite:PATH, for instance sqlite:/srv/dcadmin/dcadmin.db", "store");
    }
    return url.substr(scheme.size());
}

std::string random_id() {
    std::random_device source;
    return fmt::format("{:08x}{:08x}{:08x}{:08x}", source(), source(), source(), source());
}

void fill_new(store::Db& db, const Clock& clock) {
    store::apply_migrations(db, clock);
    const std::string id = random_id();
    const std::string at = clock.now().iso();
    auto& property = db.statement("INSERT INTO store_property (name, value) VALUES ($1, $2)");
    property.run({std::string_view("store_id"), id});
    property.run({std::string_view("created_at"), at});
}

std::string property(store::Db& db, std::string_view name) {
    auto& found = db.statement("SELECT value FROM store_property WHERE name = $1");
    std::string value = found.first({name}) ? found.string(0) : std::string();
    found.reset();
    return value;
}

std::uint64_t count(store::Db& db, std::string_view sql) {
    auto& counted = db.statement(sql);
    const auto rows = counted.first({}) ? counted.integer(0) : 0;
    counted.reset();
    return static_cast<std::uint64_t>(rows);
}

void sync_file(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

}  // namespace

Store::Store(std::string url, std::unique_ptr<store::Db> db)
    : url_(std::move(url)), db_(std::move(db)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::init(const std::string& url, const Clock& clock) {
    const std::string path = path_of(url);
    auto db = store::open_sqlite(path, store::SqliteOpen::create);
    try {
        fill_new(*db, clock);
    } catch (...) {
        db.reset();
        std::error_code ignored;
        for (const char* tail : {"", "-wal", "-shm"}) std::filesystem::remove(path + tail, ignored);
        throw;
    }
    return {url, std::move(db)};
}

Store Store::open(const std::string& url, StoreAccess access) {
    const auto how =
        access == StoreAccess::write ? store::SqliteOpen::write : store::SqliteOpen::read;
    auto db = store::open_sqlite(path_of(url), how);
    store::require_schema(*db);
    return {url, std::move(db)};
}

Store Store::in_memory(const Clock& clock) {
    auto db = store::open_sqlite(":memory:", store::SqliteOpen::create);
    fill_new(*db, clock);
    return {"sqlite::memory:", std::move(db)};
}

std::vector<std::string> Store::migrate(const std::string& url, const Clock& clock) {
    auto db = store::open_sqlite(path_of(url), store::SqliteOpen::write);
    if (store::schema_of(*db) > store::supported_schema()) store::require_schema(*db);
    return store::apply_migrations(*db, clock);
}

StoreStatus Store::status(const std::string& url) {
    auto db = store::open_sqlite(path_of(url), store::SqliteOpen::read);
    StoreStatus status;
    status.url = url;
    status.schema = store::schema_of(*db);
    status.supported = store::supported_schema();
    status.bytes = db->bytes();
    if (status.schema != status.supported) return status;
    status.store_id = property(*db, "store_id");
    status.created_at = property(*db, "created_at");
    status.organisations = count(*db, "SELECT count(*) FROM organisation");
    status.persons = count(*db, "SELECT count(*) FROM person");
    status.relations = count(*db, "SELECT count(*) FROM working_relation");
    status.grants = count(*db, "SELECT count(*) FROM right_grant");
    status.audit_entries = count(*db, "SELECT count(*) FROM audit_entry");
    status.notices_waiting = count(*db, "SELECT count(*) FROM notice WHERE state = 'waiting'");
    return status;
}

std::vector<CheckProblem> Store::check(const Clock& clock) {
    std::vector<CheckProblem> found;
    for (const std::string& line : db_->own_check()) found.push_back({"database", line});
    if (found.empty()) store::run_checks(*db_, clock, found);
    return found;
}

void Store::backup(const std::filesystem::path& file) {
    if (std::filesystem::exists(std::filesystem::symlink_status(file))) {
        throw Error(Kind::conflict, fmt::format("'{}' is there already", file.string()),
                    "name a new file");
    }
    const std::string part = file.string() + ".part";
    const int made = ::open(part.c_str(), O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (made < 0) {
        throw Error(Kind::failed,
                    fmt::format("'{}' cannot be made: {}", part, std::strerror(errno)),
                    "check the folder, and remove a '.part' that an earlier backup left");
    }
    ::close(made);
    try {
        db_->backup(part);
        sync_file(part);
        std::filesystem::rename(part, file);
        sync_file(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."));
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
}

}  // namespace dcadmin
