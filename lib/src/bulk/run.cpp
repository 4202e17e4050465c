// SPDX-License-Identifier: Apache-2.0
#include "bulk/run.h"

#include "bulk/joint.h"
#include "bulk/run_sql.h"

#include <dcadmin/base/say.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace dcadmin::bulk {

namespace {

// Thrown when a row failed after it had written something: its writes cannot be taken back alone.
struct BeCareful {};

struct Held {
    std::uint64_t row;
    Result result;
};

class Run {
   public:
    Run(const Env& env, std::string_view kind, const Rows& rows, const Options& options,
        const Sink& sink)
        : env_(env), kind_(kind), rows_(rows), options_(options), sink_(sink) {}

    Summary whole(bool keep);
    Summary in_batches();
    Summary within(Joint& joint);

   private:
    bool pass(store::Tx& tx, std::uint64_t limit, bool check_limit, const Sink& sink);
    void at_once(bool keep);
    Result one_row(Work& work);
    Result careful_row(Work& work);
    void back_to_row(std::uint64_t done);
    bool one_batch(std::vector<Held>& held);
    [[nodiscard]] Result judged_row(Work& work, std::uint64_t number) {
        return options_.joint != nullptr ? options_.joint->row(work, number, rows_.apply)
                                         : one_row(work);
    }
    [[nodiscard]] bool stopped() const {
        return options_.stop != nullptr && options_.stop->load(std::memory_order_relaxed) != 0;
    }
    void count(const Result& result) { ++summary_.rows[static_cast<std::size_t>(result.state)]; }

    const Env& env_;
    std::string_view kind_;
    const Rows& rows_;
    const Options& options_;
    const Sink& sink_;
    Summary summary_;
    std::uint64_t done_ = 0;
    std::int64_t operation_ = 0;
    bool careful_ = false;  // each row within a savepoint
};

Result Run::careful_row(Work& work) {
    store::Db& db = work.tx.db();
    const auto mark = work.tx.mark();
    db.savepoint();
    try {
        Result result = rows_.apply(work);
        db.release_savepoint();
        return result;
    } catch (const Error& error) {
        if (!is_about_row(error)) throw;
        db.rollback_to_savepoint();
        work.tx.back_to(mark);
        work.drop_row();
        return refused(error);
    }
}

// A row is judged before it writes, so that one that is refused leaves nothing to take back. Where
// that is not so (somebody else's write met a unique key), the run begins again, carefully: a
// savepoint for every row costs a quarter of the time, and a server ever more.
Result Run::one_row(Work& work) {
    if (careful_) return careful_row(work);
    store::Db& db = work.tx.db();
    const auto changes = db.total_changes();
    try {
        return rows_.apply(work);
    } catch (const Error& error) {
        if (!is_about_row(error)) throw;
        if (db.total_changes() != changes || db.must_roll_back()) throw BeCareful{};
        work.drop_row();
        return refused(error);
    }
}

// Takes up to `limit` rows (0: all); false at the end of the input.
bool Run::pass(store::Tx& tx, std::uint64_t limit, bool check_limit, const Sink& sink) {
    outbox::Collector notices(tx, options_.notify, kind_);
    Work work{tx, notices};
    bool more = true;
    for (std::uint64_t taken = 0; limit == 0 || taken < limit; ++taken) {
        if (stopped()) {
            summary_.stopped_by_signal = true;
            if (options_.joint != nullptr) options_.joint->stop();
            throw RollBack{};
        }
        std::uint64_t number = 0;
        if (!rows_.next(number)) {
            more = false;
            break;
        }
        const Result result = judged_row(work, number);
        if (result.state != State::rejected) {
            work.end_row();
            notices.end_row(number);
        }
        count(result);
        sink(number, result);
        if (++done_ % 1024 == 0 && options_.progress) options_.progress({to_say("writing"), done_});
    }
    work.finish();
    notices.flush();
    summary_.grants_ended += work.grants_ended;
    if (check_limit) require_within_limit(tx, work, options_.revoke_limit);
    if (options_.joint != nullptr) options_.joint->add(summary_, work);
    return more;
}

// As a part of a watched run: takes the rows where they stand, and leaves the end to the whole.
Summary Run::within(Joint& joint) {
    pass(joint.tx(), 0, false, sink_);
    return summary_;
}

void Run::at_once(bool keep) {
    store::write(env_, [&](store::Tx& tx) {
        summary_ = {};
        done_ = 0;
        rows_.rewind();
        pass(tx, 0, true, sink_);
        if (!keep) throw RollBack{};
        if (summary_.count(State::rejected) > 0 && !options_.skip_invalid) throw RollBack{};
    });
}

Summary Run::whole(bool keep) {
    try {
        try {
            at_once(keep);
        } catch (const BeCareful&) {
            careful_ = true;
            at_once(keep);
        }
        summary_.committed = true;
    } catch (const RollBack&) {
    } catch (const Error& error) {
        summary_.failure = error;
    }
    if (!summary_.committed && (keep || summary_.stopped_by_signal || summary_.failure)) {
        void_results(summary_);
    }
    return summary_;
}

// Reads the rows of a batch once more.
void Run::back_to_row(std::uint64_t done) {
    rows_.rewind();
    std::uint64_t number = 0;
    for (done_ = 0; done_ < done; ++done_) {
        if (!rows_.next(number)) break;
    }
}

// Commits the next rows as one; false when they were the last. Tried again when others were in the
// way.
bool Run::one_batch(std::vector<Held>& held) {
    const Summary before = summary_;
    const std::uint64_t done = done_;
    const auto hold = [&](std::uint64_t row, const Result& result) {
        held.push_back({row, result});
    };
    bool more = true;
    bool again = false;
    std::int64_t operation = operation_;
    const auto batch = [&](store::Tx& tx) {
        if (std::exchange(again, true)) back_to_row(done);
        summary_.rows = before.rows;
        summary_.grants_ended = before.grants_ended;
        held.clear();
        tx.back_to({.operation = operation_});
        more = pass(tx, options_.batch, false, hold);
        operation = tx.mark().operation;
    };
    try {
        store::write(env_, batch);
    } catch (...) {
        summary_.rows = before.rows;
        throw;
    }
    operation_ = operation;
    return more;
}

// Judges the whole file first, then commits every so many rows; a result is given once it stands.
Summary Run::in_batches() {
    // Only refusals are final here, and only when they end the run.
    const Sink refusals = [&](std::uint64_t row, const Result& result) {
        if (result.state == State::rejected && !options_.skip_invalid) sink_(row, result);
    };
    const Summary judged = Run(env_, kind_, rows_, options_, refusals).whole(false);
    const bool bad = judged.count(State::rejected) > 0 && !options_.skip_invalid;
    if (bad || judged.failure || judged.stopped_by_signal) {
        summary_ = judged;
        void_results(summary_);
        return summary_;
    }
    careful_ = true;  // a batch is short
    rows_.rewind();
    std::vector<Held> held;  // of the batch under way
    try {
        for (bool more = true; more;) {
            more = one_batch(held);
            summary_.committed = true;
            for (const Held& one : held) sink_(one.row, one.result);
        }
    } catch (const RollBack&) {
    } catch (const Error& error) {
        summary_.failure = error;
        Result failed = refused(error);
        failed.state = error.kind() == Kind::unknown ? State::unknown : State::failed;
        for (const Held& one : held) {
            count(failed);
            sink_(one.row, failed);
        }
    }
    return summary_;
}

}  // namespace

void void_results(Summary& summary) {
    auto& rows = summary.rows;
    // What was sent to be kept may have been: the same run again finds out.
    const bool unknown = summary.failure && summary.failure->kind() == Kind::unknown;
    auto& never = rows[static_cast<std::size_t>(unknown ? State::unknown : State::not_attempted)];
    for (const State state : {State::applied, State::unchanged}) {
        never += std::exchange(rows[static_cast<std::size_t>(state)], 0);
    }
}

Result refused(const Error& error) {
    return {.state = State::rejected,
            .code = error.kind(),
            .message = error.message(),
            .hint = error.hint(),
            .field = error.field(),
            .id = {}};
}

bool is_about_row(const Error& error) {
    switch (error.kind()) {
        case Kind::usage:
        case Kind::not_allowed:
        case Kind::not_found:
        case Kind::conflict:
        case Kind::rule: return true;
        case Kind::failed:
        case Kind::sign_in:
        case Kind::integrity:
        case Kind::busy:
        case Kind::unknown:
        case Kind::stopped: return false;
    }
    return false;
}

void require_within_limit(store::Tx& tx, const Work& work, const RevokeLimit& limit) {
    if (work.grants_ended == 0 || limit.exact == work.grants_ended) return;
    const std::string now = tx.now().iso();
    const std::string today = tx.today().iso();
    std::uint64_t live = work.grants_ended;  // as they were before this run
    for (const std::int64_t organisation : work.organisations) {
        live += static_cast<std::uint64_t>(count_live_grants(tx.db(), organisation, now, today));
    }
    const std::uint64_t allowed = std::max(limit.count, live * limit.percent / 100);
    if (work.grants_ended <= allowed) return;
    throw Error(Kind::rule,
                say("this run would end {} grants, more than {} (the larger of {} and {} % "
                    "of {} live grants)",
                    work.grants_ended, allowed, limit.count, limit.percent, live),
                say("when that is meant, add --yes-revoke={}", work.grants_ended), "yes-revoke");
}

Summary run(const Env& env, std::string_view kind, const Rows& rows, const Options& options,
            const Sink& sink) {
    Run work(env, kind, rows, options, sink);
    if (options.joint != nullptr) return work.within(*options.joint);
    store::Db& db = env.store.db();
    db.expect_bulk(true);
    Summary summary =
        options.batch > 0 && !options.dry_run ? work.in_batches() : work.whole(!options.dry_run);
    db.expect_bulk(false);
    return summary;
}

}  // namespace dcadmin::bulk
