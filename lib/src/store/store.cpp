// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/store.h>

#include "store/checks.h"
#include "store/copy.h"
#include "store/modules.h"
#include "store/schema.h"
#include "store/sqlite_db.h"

#include <dcadmin/error.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <random>
#include <utility>

namespace dcadmin {

namespace {

constexpr std::string_view file_scheme = "sqlite:";
constexpr std::array<std::string_view, 2> server_schemes{"postgresql://", "postgres://"};

std::string path_of(const std::string& url) {
    if (!url.starts_with(file_scheme) || url.size() == file_scheme.size()) {
        throw Error(Kind::usage, say("'{}' is not a store address", url),
                    "write sqlite:PATH, for instance sqlite:/srv/dcadmin/dcadmin.db, or "
                    "postgresql://USER@HOST/DATABASE",
                    "store");
    }
    return url.substr(file_scheme.size());
}

std::unique_ptr<store::Db> open_db(const StoreAddress& address, store::Opening how) {
    if (Store::on_server(address.url)) {
        return store::load_driver("postgres").open({address.url, address.password, how});
    }
    return store::open_sqlite(path_of(address.url), how);
}

void remove_files(const std::string& path) {
    std::error_code ignored;
    for (const char* tail : {"", "-wal", "-shm"}) std::filesystem::remove(path + tail, ignored);
}

std::string random_id() {
    std::random_device source;
    return fmt::format("{:08x}{:08x}{:08x}{:08x}", source(), source(), source(), source());
}

void fill_new(store::Db& db, const Clock& clock) {
    store::apply_migrations(db, clock);
    const std::string id = random_id();
    const std::string at = clock.now().iso();
    db.begin_write();
    try {
        auto& property = db.statement("INSERT INTO store_property (name, value) VALUES ($1, $2)");
        property.run({std::string_view("store_id"), id});
        property.run({std::string_view("created_at"), at});
        db.commit();
    } catch (...) {
        db.rollback();
        throw;
    }
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

// A store to copy into: a new one, or one that is there and was never used.
std::unique_ptr<store::Db> open_target(const StoreAddress& address, const Clock& clock,
                                       bool& made) {
    try {
        auto db = open_db(address, store::Opening::create);
        made = true;
        store::apply_migrations(*db, clock);
        return db;
    } catch (const Error& error) {
        if (error.kind() != Kind::conflict) throw;
    }
    auto db = open_db(address, store::Opening::write);
    store::require_schema(*db);
    if (store::is_unused(*db)) return db;
    throw Error(Kind::conflict, say("the store '{}' is not empty", address.url),
                "name a new file or an empty database", "to");
}

}  // namespace

Store::Store(std::string url, std::unique_ptr<store::Db> db)
    : url_(std::move(url)), db_(std::move(db)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

bool Store::on_server(std::string_view url) {
    return std::any_of(server_schemes.begin(), server_schemes.end(),
                       [url](std::string_view scheme) { return url.starts_with(scheme); });
}

Store Store::init(const StoreAddress& address, const Clock& clock) {
    auto db = open_db(address, store::Opening::create);
    try {
        fill_new(*db, clock);
    } catch (...) {
        db.reset();
        if (!on_server(address.url)) remove_files(path_of(address.url));
        throw;
    }
    return {address.url, std::move(db)};
}

Store Store::open(const StoreAddress& address, StoreAccess access) {
    auto db = open_db(address,
                      access == StoreAccess::write ? store::Opening::write : store::Opening::read);
    store::require_schema(*db);
    return {address.url, std::move(db)};
}

std::uint64_t Store::copy(const StoreAddress& from, const StoreAddress& to, const Clock& clock) {
    const Store source = open(from, StoreAccess::read);
    bool made = false;
    std::unique_ptr<store::Db> target;
    try {
        target = open_target(to, clock, made);
        return store::copy_rows(source.db(), *target);
    } catch (...) {
        target.reset();
        if (made && !on_server(to.url)) remove_files(path_of(to.url));
        throw;
    }
}

Store Store::in_memory(const Clock& clock) {
    auto db = store::open_sqlite(":memory:", store::Opening::create);
    fill_new(*db, clock);
    return {"sqlite::memory:", std::move(db)};
}

std::vector<std::string> Store::migrate(const StoreAddress& address, const Clock& clock) {
    auto db = open_db(address, store::Opening::write);
    if (store::schema_of(*db) > store::supported_schema()) store::require_schema(*db);
    return store::apply_migrations(*db, clock);
}

StoreStatus Store::status(const StoreAddress& address) {
    auto db = open_db(address, store::Opening::read);
    StoreStatus status;
    status.url = address.url;
    status.schema = store::schema_of(*db);
    status.supported = store::supported_schema();
    status.bytes = db->bytes();
    if (status.schema != status.supported) return status;
    status.store_id = property(*db, "store_id");
    status.created_at = property(*db, "created_at");
    status.organisations = count(*db, "SELECT count(*) FROM organisation");
    status.persons = count(*db, "SELECT count(*) FROM person WHERE number > 0");
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

std::vector<std::string> Store::role_statements(const std::string& role) {
    return db_->role_statements(role);
}

void Store::allow_role(const std::string& role) {
    const auto statements = role_statements(role);
    if (statements.empty()) {
        throw Error(Kind::usage, "a store in a file has no roles",
                    "who may use it is decided by the owner and mode of the file", "app-role");
    }
    db_->begin_migration();
    try {
        for (const std::string& sql : statements) db_->script(sql);
        db_->commit();
    } catch (...) {
        db_->rollback();
        throw;
    }
}

void Store::compact() {
    db_->forget_deleted();
}

void Store::backup(const std::filesystem::path& file) {
    if (std::filesystem::exists(std::filesystem::symlink_status(file))) {
        throw Error(Kind::conflict, say("'{}' is there already", file.string()), "name a new file");
    }
    const std::string part = file.string() + ".part";
    const int made = ::open(part.c_str(), O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (made < 0) {
        throw Error(Kind::failed, say("'{}' cannot be made: {}", part, std::strerror(errno)),
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
