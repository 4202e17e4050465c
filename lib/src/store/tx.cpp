// SPDX-License-Identifier: Apache-2.0
#include "store/tx.h"

#include "store/migrations.h"

#include <dcadmin/error.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <stdexcept>
#include <thread>

namespace dcadmin::store {

namespace {

// A busy store is tried again at least so often, then until three patiences have passed, at most
// so often. The waits grow, and differ, so that writers who met once do not meet again.
constexpr int attempts_at_least = 3;
constexpr int attempts_at_most = 60;
constexpr int patiences = 3;
constexpr std::chrono::milliseconds first_wait{20};
constexpr std::chrono::milliseconds longest_wait{1000};

// Waits after the attempt of that number.
void wait_after(int attempt) {
    static thread_local std::minstd_rand chance(std::random_device{}());
    const auto usual = std::min(first_wait * (1 << std::min(attempt - 1, 6)), longest_wait);
    std::uniform_int_distribution<std::int64_t> around(usual.count() / 2, usual.count() * 3 / 2);
    std::this_thread::sleep_for(std::chrono::milliseconds(around(chance)));
}

}  // namespace

std::optional<std::int64_t> acting_person(const Env& env) {
    return who_acts(env.store.db(), env.actor, env.clock.now()).person;
}

Tx::Tx(Db& db, const Env& env)
    : db_(db),
      env_(env),
      now_(env.clock.now()),
      today_(now_.brussels_day()),
      changes_before_(db.total_changes()) {}

const Acting& Tx::actor() {
    if (!actor_) actor_ = who_acts(db_, env_.actor, now_);
    return *actor_;
}

void Tx::act_as(Acting who) {
    if (operation_ != 0) throw std::logic_error("who acts is known already: " + env_.command);
    actor_ = std::move(who);
}

std::int64_t Tx::operation() {
    if (operation_ != 0) return operation_;
    const Acting& who = actor();
    const auto optional_id = [](std::int64_t id) { return id != 0 ? Value(id) : Value(nullptr); };
    const std::string at = now_.iso();
    operation_ = db_.statement(R"(
        INSERT INTO operation (at, user_name, claimed, command, key_used, key_level,
                               organisation_id, session_id, account_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        RETURNING id)")
                     .insert({at, env_.actor.user, optional_value(who.person), env_.command,
                              who.key, who.level, optional_value(who.organisation),
                              optional_id(who.session), optional_id(who.account)});
    return operation_;
}

Tx::Mark Tx::mark() const {
    return {operation_, entries_, db_.total_changes() - changes_before_};
}

void Tx::back_to(Mark mark) {
    operation_ = mark.operation;
    entries_ = mark.entries;
    if (operation_ == 0) operation_digest_ = {};
    // The database goes on counting what was rolled back.
    changes_before_ = db_.total_changes() - mark.changes;
}

void Tx::require_entry() const {
    if (db_.total_changes() != changes_before_ && entries_ == 0) {
        throw std::logic_error("a change without an audit entry: " + env_.command);
    }
    if (entries_ > 0 && !allowed_) {
        throw std::logic_error("a change that nobody asked permission for: " + env_.command);
    }
}

namespace {

// Runs `body` in transactions until one is committed; busy is tried again a bounded number of
// times.
void until_committed(Db& db, void (Db::*begin)(), const std::function<void()>& body) {
    const auto begun = std::chrono::steady_clock::now();
    const auto enough = std::chrono::milliseconds(db.patience()) * patiences;
    const auto again = [&](int attempt) {
        if (attempt < attempts_at_least) return true;
        return attempt < attempts_at_most && std::chrono::steady_clock::now() - begun < enough;
    };
    for (int attempt = 1;; ++attempt) {
        try {
            (db.*begin)();
            body();
            db.commit();
            return;
        } catch (const Error& error) {
            db.rollback();
            if (error.kind() != Kind::busy || !again(attempt)) throw;
            wait_after(attempt);
        } catch (...) {
            db.rollback();
            throw;
        }
    }
}

void in_transaction(const Env& env, void (Db::*begin)(), const std::function<void(Tx&)>& body) {
    Db& db = env.store.db();
    until_committed(db, begin, [&] {
        Tx tx(db, env);
        body(tx);
        tx.require_entry();
    });
}

}  // namespace

void write(const Env& env, const std::function<void(Tx&)>& body) {
    in_transaction(env, &Db::begin_write, body);
}

void write_bulk(const Env& env, const std::function<void(Tx&)>& body) {
    in_transaction(env, &Db::begin_bulk, body);
}

void keep_work(const Env& env, const std::function<void(Db&)>& body) {
    Db& db = env.store.db();
    until_committed(db, &Db::begin_bulk, [&] { body(db); });
}

}  // namespace dcadmin::store
