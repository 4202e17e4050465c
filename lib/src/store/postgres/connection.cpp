// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/connection.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace dcadmin::store::postgres {

namespace {

constexpr int oldest_server = 15'00'00;
constexpr int usual_lock_timeout_ms = 10'000;

// One round trip that prepares the session and tells what the database is. Nothing may lower the
// durability of a commit; a server that promises more keeps its promise.
constexpr const char* prelude = R"(
    SELECT set_config('statement_timeout', '600000', false),
           set_config('lock_timeout', $1, false),
           set_config('idle_in_transaction_session_timeout', '3600000', false),
           set_config('default_transaction_read_only', $2, false),
           set_config('jit', 'off', false),
           set_config('synchronous_commit', CASE current_setting('synchronous_commit')
                                            WHEN 'remote_apply' THEN 'remote_apply'
                                            ELSE 'on' END, false),
           d.datname, d.datcollate, d.datlocprovider::text
    FROM pg_database d WHERE d.datname = current_database())";
constexpr int name_column = 6;
constexpr int collation_column = 7;
constexpr int provider_column = 8;

constexpr std::string_view make_database =
    "make a database that fits: createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 "
    "NAME";

void require_version(int found) {
    if (found >= oldest_server) return;
    throw Error(Kind::failed,
                say("the server is PostgreSQL {}, and {} is the oldest that will do", found / 10000,
                    oldest_server / 10000),
                "move the database to a newer server", "store");
}

void require_encoding(std::string_view database, const char* encoding) {
    if (encoding != nullptr && std::string_view(encoding) == "UTF8") return;
    throw Error(Kind::integrity,
                say("the database '{}' has the encoding {}, and only UTF8 will do", database,
                    encoding != nullptr ? encoding : say("unknown")),
                std::string(make_database), "store");
}

// Texts are compared byte by byte, as SQLite does: an index of another order would answer
// otherwise.
void require_collation(std::string_view database, std::string_view collation,
                       std::string_view provider) {
    const bool by_bytes =
        collation == "C" || collation == "POSIX" || collation == "C.UTF-8" || collation == "C.utf8";
    if (provider == "b" || (provider == "c" && by_bytes)) return;
    throw Error(Kind::integrity,
                say("the database '{}' sorts by {}, and only C or C.UTF-8 will do", database,
                    provider == "i" ? say("rules of ICU") : collation),
                std::string(make_database), "store");
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace

Connection::Connection(const OpenRequest& request)
    : request_(request), settings_(settings_of(request)), lock_timeout_(usual_lock_timeout_ms) {
    connect();
}

void Connection::connect_with(const Settings& settings) {
    handle_.reset(
        PQconnectdbParams(settings.names().data(), settings.texts().data(), /*expand_dbname=*/0));
    if (!handle_) throw std::bad_alloc();
    if (PQstatus(handle_.get()) != CONNECTION_OK) fail_connecting();
    PQsetNoticeReceiver(handle_.get(), take_notice, this);
}

void Connection::connect() {
    prepared_.clear();
    streaming_ = nullptr;
    connect_with(settings_);
    // A service file may name several servers without saying which: a writer wants the primary.
    const char* standby = PQparameterStatus(handle_.get(), "in_hot_standby");
    const bool on_standby = standby != nullptr && std::string_view(standby) == "on";
    if (on_standby && request_.how != Opening::read && !settings_.has("target_session_attrs")) {
        settings_.set("target_session_attrs", "read-write");
        connect_with(settings_);
    }
    begin_session();
}

void Connection::begin_session() {
    require_version(PQserverVersion(handle_.get()));
    const std::string lock_timeout = std::to_string(lock_timeout_);
    const auto found =
        ask(prelude, {lock_timeout.c_str(), request_.how == Opening::read ? "on" : "off"});
    const std::string_view database = PQgetvalue(found.get(), 0, name_column);
    require_encoding(database, PQparameterStatus(handle_.get(), "server_encoding"));
    require_collation(database, PQgetvalue(found.get(), 0, collation_column),
                      PQgetvalue(found.get(), 0, provider_column));
}

// libpq gives no SQLSTATE for a connection that was not made, only the words of the server.
void Connection::fail_connecting() const {
    const std::string said = one_line(PQerrorMessage(handle_.get()));
    if (PQconnectionNeedsPassword(handle_.get()) != 0) {
        throw Error(Kind::not_allowed, say("the database asks for a password: {}", said),
                    "keep it in ~/.pgpass (mode 0600), or name a file or a command: dcadmin config "
                    "set store_password_file FILE",
                    "store");
    }
    if (PQconnectionUsedPassword(handle_.get()) != 0 || contains(said, "pg_hba.conf") ||
        contains(said, "authentication")) {
        throw Error(Kind::not_allowed, say("the database does not let this role in: {}", said),
                    "check the role and the password, and what pg_hba.conf asks for", "store");
    }
    if (contains(said, "does not exist") && contains(said, "database \"")) {
        throw Error(Kind::not_found, say("there is no such database: {}", said),
                    std::string(make_database), "store");
    }
    // Neither mends itself, so it is no use to try again.
    if (contains(said, "certificate") || contains(said, "does not support SSL")) {
        throw Error(Kind::not_allowed,
                    say("there is no trusted connection to the database: {}", said),
                    "check the host and sslmode in the address, and that sslrootcert names the "
                    "certificate of the authority that signed the server's",
                    "store");
    }
    if (contains(said, "definition of service") || contains(said, "service file")) {
        throw Error(Kind::usage, say("the service in the address is not known: {}", said),
                    "name one that stands in ~/.pg_service.conf or in the file of PGSERVICEFILE",
                    "store");
    }
    throw Error(Kind::busy, say("the database cannot be reached: {}", said),
                "check the address and whether the server runs, then run the same command again",
                "store");
}

void Connection::take_notice(void* self, const PGresult* result) {
    const char* severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity == nullptr || std::strcmp(severity, "WARNING") != 0) return;
    const char* said = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    static_cast<Connection*>(self)->warning_ = said != nullptr ? said : "a warning";
}

void Connection::make_free() {
    end_copy();
    if (streaming_ != nullptr) streaming_->park();
}

Result Connection::run(const std::string& sql) {
    make_free();
    Result result(PQexec(handle_.get(), sql.c_str()));
    if (!result) throw lost(PQerrorMessage(handle_.get()));
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw error_of(result.get());
    return result;
}

Result Connection::ask(const char* sql, std::initializer_list<const char*> values) {
    make_free();
    Result result(PQexecParams(handle_.get(), sql, static_cast<int>(values.size()), nullptr,
                               values.begin(), nullptr, nullptr, 0));
    if (!result) throw lost(PQerrorMessage(handle_.get()));
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) throw error_of(result.get());
    return result;
}

// Used once, a statement costs one round trip; used again, it is worth preparing.
const char* Connection::prepared(const std::string& sql, int parameters) {
    Prepared& found = prepared_[sql];
    if (++found.uses == 1) return nullptr;
    if (found.name.empty()) {
        std::string name = fmt::format("s{}", ++named_);
        const Result made(PQprepare(handle_.get(), name.c_str(), sql.c_str(), parameters, nullptr));
        if (!made) throw lost(PQerrorMessage(handle_.get()));
        if (PQresultStatus(made.get()) != PGRES_COMMAND_OK) throw error_of(made.get());
        found.name = std::move(name);
    }
    return found.name.c_str();
}

void Connection::send(const std::string& sql, const std::vector<const char*>& values) {
    make_free();
    const int count = static_cast<int>(values.size());
    const char* name = prepared(sql, count);
    const int sent = name != nullptr ? PQsendQueryPrepared(handle_.get(), name, count,
                                                           values.data(), nullptr, nullptr, 0)
                                     : PQsendQueryParams(handle_.get(), sql.c_str(), count, nullptr,
                                                         values.data(), nullptr, nullptr, 0);
    if (sent == 0) throw lost(PQerrorMessage(handle_.get()));
    PQsetSingleRowMode(handle_.get());
}

void Connection::copy_in(const std::string& sql, std::string bytes) {
    make_free();
    copying_ = std::async(std::launch::async,
                          [this, sql, bytes = std::move(bytes)] { return run_copy(sql, bytes); });
}

void Connection::end_copy() {
    if (copying_.valid()) count_changes(copying_.get());
}

std::int64_t Connection::run_copy(const std::string& sql, const std::string& bytes) {
    const Result begun(PQexec(handle_.get(), sql.c_str()));
    if (!begun) throw lost(PQerrorMessage(handle_.get()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN) throw error_of(begun.get());
    if (PQputCopyData(handle_.get(), bytes.data(), static_cast<int>(bytes.size())) != 1 ||
        PQputCopyEnd(handle_.get(), nullptr) != 1) {
        throw lost(PQerrorMessage(handle_.get()));
    }
    Result failed;
    std::int64_t rows = 0;
    while (Result done = receive()) {
        if (PQresultStatus(done.get()) != PGRES_COMMAND_OK) {
            failed = std::move(done);
            continue;
        }
        const std::string_view count = PQcmdTuples(done.get());
        std::from_chars(count.data(), count.data() + count.size(), rows);
    }
    if (failed) throw refusal(failed.get());
    return rows;
}

Result Connection::receive() {
    return Result(PQgetResult(handle_.get()));
}

void Connection::require_alive() {
    if (PQstatus(handle_.get()) != CONNECTION_OK) connect();
}

void Connection::begin(const char* sql) {
    require_alive();
    run(sql);
    serializable_ = contains(sql, "SERIALIZABLE");
}

// A key that turns up although the transaction did not see it was written by another meanwhile. The
// next attempt sees it, and its rules can say what it means; so the same key is refused but once.
Error Connection::refusal(const PGresult* result) {
    const char* key = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
    if (!serializable_ || state_of(result) != "23505" || key == nullptr || duplicate_ == key) {
        return error_of(result);
    }
    duplicate_ = key;
    return Error(Kind::busy, "another writer added the same meanwhile", "try again in a moment");
}

void Connection::commit() {
    make_free();
    if (PQstatus(handle_.get()) != CONNECTION_OK) throw lost("");
    warning_.clear();
    const Result done(PQexec(handle_.get(), "COMMIT"));
    if (!done) throw not_known(PQerrorMessage(handle_.get()));
    if (PQresultStatus(done.get()) != PGRES_COMMAND_OK) {
        const std::string_view state = state_of(done.get());
        // A server that goes down says so, not whether it had committed before.
        if (state.empty() || state.starts_with("57P") || state.starts_with("08")) {
            throw not_known(PQresultErrorMessage(done.get()));
        }
        throw error_of(done.get());
    }
    if (std::string_view(PQcmdStatus(done.get())) != "COMMIT") {
        throw Error(Kind::failed, "the database rolled the transaction back; nothing was changed",
                    "run the same command again");
    }
    duplicate_.clear();
    // Such as: committed here, but no standby has confirmed it.
    if (!warning_.empty()) throw not_known(warning_);
}

void Connection::rollback() noexcept {
    try {
        end_copy();
    } catch (const std::exception&) {
        // It is rolled back, whatever it came to.
    }
    try {
        if (streaming_ != nullptr) {
            const std::unique_ptr<PGcancel, void (*)(PGcancel*)> cancel(PQgetCancel(handle_.get()),
                                                                        PQfreeCancel);
            std::array<char, 256> said{};
            if (cancel) PQcancel(cancel.get(), said.data(), static_cast<int>(said.size()));
        }
        while (const Result left = receive()) {
        }
        streaming_ = nullptr;
        if (PQtransactionStatus(handle_.get()) != PQTRANS_IDLE) {
            const Result done(PQexec(handle_.get(), "ROLLBACK"));
        }
    } catch (...) {
        streaming_ = nullptr;  // what is left of the transaction ends with the connection
    }
}

void Connection::set_lock_timeout(int milliseconds) {
    lock_timeout_ = milliseconds;
    run(fmt::format("SET lock_timeout = {}", milliseconds));
}

std::string Connection::quoted(std::string_view name) const {
    const std::unique_ptr<char, void (*)(void*)> quoted(
        PQescapeIdentifier(handle_.get(), name.data(), name.size()), PQfreemem);
    if (!quoted) throw Error(Kind::usage, one_line(PQerrorMessage(handle_.get())));
    return quoted.get();
}

std::string Connection::quoted_text(std::string_view text) const {
    const std::unique_ptr<char, void (*)(void*)> quoted(
        PQescapeLiteral(handle_.get(), text.data(), text.size()), PQfreemem);
    if (!quoted) throw Error(Kind::usage, one_line(PQerrorMessage(handle_.get())));
    return quoted.get();
}

}  // namespace dcadmin::store::postgres
