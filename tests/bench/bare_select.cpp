// SPDX-License-Identifier: Apache-2.0
#include "bare_select.h"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <array>
#include <stdexcept>

namespace {

constexpr const char* sql = R"sql(
    SELECT o.number, o.name, c.code, c.name, g.valid_until, r.valid_until
    FROM person p
    JOIN right_definition d ON d.code = $2
    JOIN working_relation r ON r.person_id = p.id
    JOIN right_grant g ON g.relation_id = r.id AND g.right_id = d.id
    JOIN organisation o ON o.id = r.organisation_id
    JOIN context_value c ON c.id = g.context_id
    WHERE p.number = $1
        AND r.valid_from <= $4 AND r.valid_until >= $4
        AND (r.ended_at = '' OR r.ended_at > $3)
        AND g.valid_from <= $4 AND g.valid_until >= $4
        AND (g.revoked_at = '' OR g.revoked_at > $3)
    ORDER BY o.name, o.number, c.code)sql";
constexpr int columns = 6;

class OnSqlite final : public BareSelect {
   public:
    OnSqlite(const std::string& file, const std::string& now, const std::string& today) {
        sqlite3* db = nullptr;
        check(sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
                              nullptr));
        db_.reset(db);
        check(sqlite3_exec(db, "PRAGMA cache_size=-65536", nullptr, nullptr, nullptr));
        sqlite3_stmt* select = nullptr;
        check(sqlite3_prepare_v2(db, sql, -1, &select, nullptr));
        select_.reset(select);
        person_ = sqlite3_bind_parameter_index(select, "$1");
        right_ = sqlite3_bind_parameter_index(select, "$2");
        const int at = sqlite3_bind_parameter_index(select, "$3");
        const int on = sqlite3_bind_parameter_index(select, "$4");
        check(sqlite3_bind_text(select, at, now.c_str(), -1, SQLITE_TRANSIENT));
        check(sqlite3_bind_text(select, on, today.c_str(), -1, SQLITE_TRANSIENT));
    }

    std::size_t ask(std::uint64_t person, const std::string& right) override {
        sqlite3_stmt* select = select_.get();
        sqlite3_bind_int64(select, person_, static_cast<sqlite3_int64>(person));
        sqlite3_bind_text(select, right_, right.data(), static_cast<int>(right.size()),
                          SQLITE_STATIC);
        std::size_t answers = 0;
        while (sqlite3_step(select) == SQLITE_ROW) {
            for (int column = 0; column < columns; ++column) {
                read_ += static_cast<std::size_t>(sqlite3_column_bytes(select, column));
            }
            ++answers;
        }
        sqlite3_reset(select);
        return answers;
    }

   private:
    void check(int code) const {
        if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errstr(code));
    }
    struct Close {
        void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3, Close> db_;
    std::unique_ptr<sqlite3_stmt, Close> select_;
    int person_ = 0;
    int right_ = 0;
    std::size_t read_ = 0;
};

class OnPostgres final : public BareSelect {
   public:
    OnPostgres(const std::string& url, std::string now, std::string today)
        : connection_(PQconnectdb(url.c_str())), now_(std::move(now)), today_(std::move(today)) {
        if (PQstatus(connection_.get()) != CONNECTION_OK) fail();
        const Result made(PQprepare(connection_.get(), "bare", sql, 4, nullptr));
        if (PQresultStatus(made.get()) != PGRES_COMMAND_OK) fail();
    }

    std::size_t ask(std::uint64_t person, const std::string& right) override {
        const std::string number = std::to_string(person);
        const std::array<const char*, 4> values{number.c_str(), right.c_str(), now_.c_str(),
                                                today_.c_str()};
        const Result found(
            PQexecPrepared(connection_.get(), "bare", 4, values.data(), nullptr, nullptr, 0));
        if (PQresultStatus(found.get()) != PGRES_TUPLES_OK) fail();
        const int rows = PQntuples(found.get());
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                read_ += static_cast<std::size_t>(PQgetlength(found.get(), row, column));
            }
        }
        return static_cast<std::size_t>(rows);
    }

   private:
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    using Result = std::unique_ptr<PGresult, Clear>;
    [[noreturn]] void fail() const { throw std::runtime_error(PQerrorMessage(connection_.get())); }

    std::unique_ptr<PGconn, Clear> connection_;
    std::string now_;
    std::string today_;
    std::size_t read_ = 0;
};

}  // namespace

std::unique_ptr<BareSelect> bare_select(const std::string& url, const std::string& now,
                                        const std::string& today) {
    const std::string scheme = "sqlite:";
    if (url.starts_with(scheme)) {
        return std::make_unique<OnSqlite>(url.substr(scheme.size()), now, today);
    }
    return std::make_unique<OnPostgres>(url, now, today);
}
