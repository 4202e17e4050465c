// SPDX-License-Identifier: Apache-2.0
// A public operation is one transaction: write() begins it, runs the operation, refuses to commit a
// change without an audit entry, commits, and tries again a bounded number of times when another
// writer was in the way. Functions that take Tx& never begin, commit, print or read the clock.
#pragma once

#include "store/acting.h"
#include "store/db.h"

#include <dcadmin/env.h>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace dcadmin::audit {
struct NewEntry;
}  // namespace dcadmin::audit

namespace dcadmin::store {

/// A running write transaction. `now` and `today` are the same for all that happens in it.
class Tx {
   public:
    Tx(Db& db, const Env& env);

    [[nodiscard]] Db& db() { return db_; }
    [[nodiscard]] const Env& env() const { return env_; }
    [[nodiscard]] Timestamp now() const { return now_; }
    [[nodiscard]] Date today() const { return today_; }

    /// Who acts, looked up once a transaction; refused as who_acts() refuses.
    [[nodiscard]] const Acting& actor();
    /// From now on that is who acts: for a session that begins in this transaction. Before anything
    /// was written.
    void act_as(Acting who);
    /// The person who acts, proven or said to be; none for the local operator and for accounts.
    [[nodiscard]] std::optional<std::int64_t> acting() { return actor().person; }
    /// The id of this transaction's row in `operation`, written on first use.
    [[nodiscard]] std::int64_t operation();
    [[nodiscard]] bool has_operation() const { return operation_ != 0; }
    /// Kept for the audit log, which hashes that row once for all of its entries.
    struct OperationDigest {
        std::int64_t operation = 0;
        std::array<unsigned char, 32> digest{};
    };
    [[nodiscard]] OperationDigest& operation_digest() { return operation_digest_; }
    /// Told by the audit log for each entry; what commit() asks for.
    void count_entry() { ++entries_; }
    /// Who is told of each entry as it is written, for runs that are watched; empty: nobody.
    using EntryWatch = std::function<void(const audit::NewEntry&)>;
    void watch_entries(EntryWatch watch) { entry_watch_ = std::move(watch); }
    [[nodiscard]] const EntryWatch& entry_watch() const { return entry_watch_; }
    /// Said by who asked whether this may be done: access/require.h, or a sign-in, whose key is
    /// its own permission. commit() asks for it.
    void allow() { allowed_ = true; }
    /// What access has looked up in this transaction.
    [[nodiscard]] std::shared_ptr<void>& kept_by_access() { return kept_by_access_; }
    /// Forgets what a rolled-back savepoint wrote.
    struct Mark {
        std::int64_t operation = 0;
        std::int64_t entries = 0;
        std::int64_t changes = 0;  // rows changed since this transaction began
    };
    [[nodiscard]] Mark mark() const;
    void back_to(Mark mark);
    /// Throws std::logic_error when rows were changed and no audit entry was written, and when one
    /// was written and nobody asked for permission.
    void require_entry() const;

   private:
    Db& db_;
    const Env& env_;
    Timestamp now_;
    Date today_;
    std::optional<Acting> actor_;
    std::int64_t changes_before_;
    std::int64_t operation_ = 0;
    std::int64_t entries_ = 0;
    bool allowed_ = false;
    std::shared_ptr<void> kept_by_access_;
    OperationDigest operation_digest_;
    EntryWatch entry_watch_;
};

/// The person who acts, for operations that only read; as Tx::acting().
[[nodiscard]] std::optional<std::int64_t> acting_person(const Env& env);

/// Runs `body` in one transaction as said above. Errors roll back and pass on; busy is tried again
/// with waits between, for at most about half a minute, and then passes on as busy.
void write(const Env& env, const std::function<void(Tx&)>& body);

/// The same for a run that locks the chains it writes to before it looks at anything of theirs, and
/// leans on constraints: two of them for different organisations never fail each other.
void write_bulk(const Env& env, const std::function<void(Tx&)>& body);

/// For the state of due work alone, which is no record: as write(), but without an audit entry, and
/// several at once do not fail each other.
void keep_work(const Env& env, const std::function<void(Db&)>& body);

/// The same for a body that answers something.
template <class Body>
requires(!std::is_void_v<std::invoke_result_t<Body, Tx&>>) auto write_result(const Env& env,
                                                                             Body&& body) {
    std::optional<std::invoke_result_t<Body, Tx&>> result;
    write(env, [&](Tx& tx) { result.emplace(body(tx)); });
    return std::move(*result);
}

}  // namespace dcadmin::store
