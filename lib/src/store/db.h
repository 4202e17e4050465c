// SPDX-License-Identifier: Apache-2.0
// The one face of a database: prepared statements with $1…$n, transactions, bulk inserts. Two
// drivers stand behind it; the SQL text is the same for both. Only store/ and the *_sql.cpp files
// of the contexts see it. Values are always bound.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dcadmin::store {

/// A bound value. Text is not copied: it must live until the statement has run.
using Value = std::variant<std::nullptr_t, std::int64_t, std::string_view>;

[[nodiscard]] inline Value optional_value(const std::optional<std::int64_t>& value) {
    return value ? Value(*value) : Value(nullptr);
}

/// A prepared statement. bind, then step until it answers false; columns count from 0 and text is
/// valid until the next step. run() is for statements that answer no rows.
class Statement {
   public:
    virtual ~Statement() = default;
    /// Starts again with these values for $1…$n.
    virtual void bind(std::initializer_list<Value> values) = 0;
    /// Binds one value by its number; the others keep theirs. For hot loops.
    virtual void bind_one(int number, const Value& value) = 0;
    [[nodiscard]] virtual bool step() = 0;
    virtual void reset() = 0;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;

    /// Binds, runs to the end, and answers how many rows were changed.
    std::int64_t run(std::initializer_list<Value> values);
    /// Binds and takes the first row; false when there is none.
    bool first(std::initializer_list<Value> values);
    /// Runs an INSERT … RETURNING id of one row to its end, and answers the id.
    std::int64_t insert(std::initializer_list<Value> values);
    [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
    [[nodiscard]] std::optional<std::int64_t> maybe_integer(int column) const {
        return is_null(column) ? std::nullopt : std::optional(integer(column));
    }

   protected:
    [[nodiscard]] virtual std::int64_t changed() const = 0;
};

class Appender;
class IdStock;

/// What the tokens of migrations stand for. Checking a reference costs PostgreSQL more than writing
/// the row, so the tables that runs fill have none there: nothing is ever deleted, ids come from
/// rows that the same transaction has read, and `store check` looks for what is missing.
struct Dialect {
    std::string_view id, integer, strict, computed;
    bool checks_references_in_bulk;
};

/// A connection. One thread at a time uses it and its statements.
class Db {
   public:
    virtual ~Db() = default;

    /// A statement of the caller's own, for loops.
    [[nodiscard]] virtual std::unique_ptr<Statement> prepare(std::string_view sql) = 0;
    /// A statement kept for reuse under its text; reset when handed out. Not for use while an
    /// earlier use of the same text is still being stepped.
    [[nodiscard]] virtual Statement& statement(std::string_view sql) = 0;
    /// Several statements without parameters: migrations.
    virtual void script(const std::string& sql) = 0;

    /// Sees nothing of what others write meanwhile, and fails with busy where that cannot be.
    virtual void begin_write() = 0;
    /// For the runs that lock what they touch (the chains of their organisations) and lean on
    /// constraints, so that two of them for different organisations never fail each other.
    virtual void begin_bulk() = 0;
    /// Alone: no other migration runs until the end of this transaction. It may insert ids of its
    /// own choice into any table.
    virtual void begin_migration() = 0;
    /// One moment of the store, however long it takes.
    virtual void begin_read() = 0;
    /// Throws unknown when no answer came: the change may or may not stand.
    virtual void commit() = 0;
    /// Never throws: it is what happens after something else did.
    virtual void rollback() noexcept = 0;
    /// Whether an error has made the transaction useless, back to the last savepoint.
    [[nodiscard]] virtual bool must_roll_back() const { return false; }
    virtual void savepoint() = 0;
    virtual void release_savepoint() = 0;
    virtual void rollback_to_savepoint() = 0;

    /// Appends rows to a table, as many as a run has.
    [[nodiscard]] virtual std::unique_ptr<Appender> append_to(
        std::string_view table, std::span<const std::string_view> columns) = 0;
    [[nodiscard]] std::unique_ptr<Appender> append_to(
        std::string_view table, std::initializer_list<std::string_view> columns);
    /// Takes `count` new ids of a table, for rows that are appended with them.
    [[nodiscard]] virtual IdStock take_ids(std::string_view table, std::int64_t count) = 0;
    /// What a SELECT ends with that locks its rows for this transaction; nothing where a writer has
    /// the store for itself.
    [[nodiscard]] virtual std::string_view for_update() const { return ""; }
    /// The same, but leaves out rows that another transaction holds.
    [[nodiscard]] virtual std::string_view skip_locked() const { return ""; }

    /// A second connection to the same store that only reads, seeing what is committed; none for a
    /// store in memory.
    [[nodiscard]] virtual std::unique_ptr<Db> reader() = 0;
    /// Rows that statements have changed since the connection was opened.
    [[nodiscard]] virtual std::int64_t total_changes() const = 0;
    /// Tells the database to expect very many writes in this transaction (a larger page cache).
    virtual void expect_bulk(bool on) = 0;
    /// How long another writer is waited for.
    virtual void set_patience(int milliseconds) = 0;
    [[nodiscard]] virtual int patience() const = 0;
    /// Takes out of the database's files what statements have overwritten or deleted, as far as the
    /// database lets a program do that. Outside a transaction; as long as writing it anew.
    virtual void forget_deleted() = 0;
    virtual void backup(const std::string& file) = 0;
    /// The database's own consistency check: what it complains of, line by line.
    [[nodiscard]] virtual std::vector<std::string> own_check() = 0;
    [[nodiscard]] virtual std::uint64_t bytes() const = 0;
    /// Where temporary files of a run may stand: beside the store, if it is a file.
    [[nodiscard]] virtual std::filesystem::path folder() const = 0;

    [[nodiscard]] virtual Dialect dialect() const = 0;
    [[nodiscard]] virtual bool has_table(const std::string& name) = 0;
    /// Says that this transaction inserts ids of its own choice into the table, so that the ids
    /// given later begin behind them.
    virtual void chooses_ids(const std::string& table) = 0;
    /// The statements that let a role of the database do the program's work but change nothing that
    /// is in the log; none where the database has no roles.
    [[nodiscard]] virtual std::vector<std::string> role_statements(const std::string& role) = 0;
};

}  // namespace dcadmin::store
