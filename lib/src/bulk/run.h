// SPDX-License-Identifier: Apache-2.0
// The run behind every write verb's --file: rows one after the other, each through the very
// function that serves a single request, in one transaction (or batches). A row that is refused
// leaves no trace, for it is undone to a savepoint. A dry run is this run, rolled back at its end.
#pragma once

#include "outbox/collector.h"
#include "store/tx.h"

#include <dcadmin/bulk.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_set>
#include <utility>

namespace dcadmin::bulk {

/// What a run gathers over its rows and writes in few pieces: a row's part is kept once the row is
/// done, or dropped with it, and all is written before the commit.
class Gathering {
   public:
    virtual ~Gathering() = default;
    virtual void end_row() = 0;
    virtual void drop_row() = 0;
    virtual void finish() = 0;
};

/// What a row's function works with.
struct Work {
    store::Tx& tx;
    outbox::Collector& notices;
    std::uint64_t grants_ended = 0;                    // counted against the run's limit
    std::unordered_set<std::int64_t> organisations{};  // whose grants were ended
    /// Where somebody watches: takes how the row's change is taken back. Null otherwise, so that
    /// the ordinary run does nothing for it.
    Trace* trace = nullptr;
    std::unique_ptr<Gathering> gathered = {};  // made by the first row that needs it

    void end_row() const {
        if (gathered) gathered->end_row();
    }
    void drop_row() const {
        if (gathered) gathered->drop_row();
        notices.drop_row();
    }
    void finish() const {
        if (gathered) gathered->finish();
    }
};

/// A row, its type forgotten: applies the current one, or throws the error it carries.
using ApplyRow = std::function<Result(Work&)>;

struct Rows {
    std::function<bool(std::uint64_t& number)> next;  // moves to the next row
    std::function<void()> rewind;
    ApplyRow apply;  // the current row
};

Summary run(const Env& env, std::string_view kind, const Rows& rows, const Options& options,
            const Sink& sink);

/// The run over a source of requests. `apply` is called as Result(Work&, const Request&).
template <class Request, class Apply>
Summary run_rows(const Env& env, std::string_view kind, const Source<Request>& source,
                 const Options& options, const Sink& sink, Apply apply) {
    Row<Request> row{0, Error(Kind::failed, "not read yet")};
    return run(env, kind,
               {.next =
                    [&](std::uint64_t& number) {
                        const bool there = source.next(row);
                        number = row.number;
                        return there;
                    },
                .rewind = [&] { source.rewind(); },
                .apply = [&](Work& work) -> Result {
                    if (const auto* error = std::get_if<Error>(&row.content)) throw *error;
                    return apply(work, std::get<Request>(row.content));
                }},
               options, sink);
}

/// One request outside a run: the same function in a transaction of its own, told at once.
template <class Apply>
auto run_one(const Env& env, std::string_view kind, Apply apply) {
    return store::write_result(env, [&](store::Tx& tx) {
        outbox::Collector notices(tx, Notify::each, kind);
        Work work{tx, notices};
        auto result = apply(work);
        work.end_row();
        work.finish();
        notices.end_row(0);
        return result;
    });
}

/// The result of a row that came to a Written.
template <class T>
Result result_of(const Written<T>& written, std::string id) {
    Result result;
    result.state = written.changed ? State::applied : State::unchanged;
    result.message = written.remark;
    result.id = std::move(id);
    return result;
}

/// The result of a row that was refused.
[[nodiscard]] Result refused(const Error& error);
/// Whether a refusal is about the row (its input, a rule, a missing thing), not about the store.
[[nodiscard]] bool is_about_row(const Error& error);
/// Nothing was kept: what was applied or found there counts as not attempted.
void void_results(Summary& summary);
/// Throws rule when more grants would end than the limit lets through.
void require_within_limit(store::Tx& tx, const Work& work, const RevokeLimit& limit);

}  // namespace dcadmin::bulk
