// SPDX-License-Identifier: Apache-2.0
#include "bulk/joint.h"

#include "bulk/expect.h"
#include "bulk/run_sql.h"

namespace dcadmin::bulk {

Joint::Joint(store::Tx& tx, const Watch& watch)
    : tx_(tx),
      watch_(watch),
      tracer_(tx),
      nothing_told_(tx, Notify::none, ""),
      ended_{tx, nothing_told_} {
    tx_.watch_entries([this](const audit::NewEntry& entry) { tracer_.entry(entry); });
}

Joint::~Joint() {
    tx_.watch_entries({});
}

Result Joint::row(Work& work, std::uint64_t number, const ApplyRow& apply) {
    store::Db& db = tx_.db();
    const auto mark = tx_.mark();
    const std::uint64_t ended = work.grants_ended;
    const auto undo = [&] {
        db.rollback_to_savepoint();
        tx_.back_to(mark);
        work.drop_row();
        work.grants_ended = ended;
        tracer_.drop_row();
    };
    tracer_.begin_row(number);
    work.trace = &tracer_.trace();
    db.savepoint();
    Result result;
    try {
        result = apply(work);
        work.end_row();
        work.finish();  // so that its entries are seen here
    } catch (const Error& error) {
        if (!is_about_row(error)) throw;
        undo();
        return refused(watch_.expected ? stale(error) : error);
    }
    if (watch_.expected) {
        if (const auto problem = stale(watch_.expected(number), result, tracer_)) {
            undo();
            return refused(*problem);
        }
    } else {
        result.id = tracer_.known_ids(result.id);
    }
    db.release_savepoint();
    if (watch_.seen) watch_.seen(number, tracer_.trace());
    return result;
}

void Joint::add(const Summary& part, const Work& work) {
    for (std::size_t i = 0; i < state_count; ++i) summary_.rows[i] += part.rows[i];
    ended_.grants_ended += work.grants_ended;
    ended_.organisations.insert(work.organisations.begin(), work.organisations.end());
}

Summary Joint::finish(const RevokeLimit& limit) {
    require_within_limit(tx_, ended_, limit);
    if (tx_.has_operation()) {
        const NoticeCount count = count_notices(tx_.db(), tx_.operation());
        summary_.notices = count.notices;
        summary_.notice_persons = count.persons;
        summary_.notices_without_address = count.without_address;
    }
    return summary_;
}

Summary run_watched(const Env& env, const Options& options, const Watch& watch,
                    const std::function<void(const Options&)>& runs) {
    Summary summary;
    store::Db& db = env.store.db();
    db.expect_bulk(true);
    const auto body = [&](store::Tx& tx) {
        Joint joint(tx, watch);
        Options part = options;
        part.joint = &joint;
        part.batch = 0;
        try {
            runs(part);
            summary = joint.finish(options.revoke_limit);
        } catch (...) {
            summary = joint.summary();
            throw;
        }
        const bool refused = summary.count(State::rejected) > 0 && !options.skip_invalid;
        if (options.dry_run || refused) throw RollBack{};
    };
    try {
        store::write(env, body);
        summary.committed = true;
    } catch (const RollBack&) {
    } catch (const Error& error) {
        summary.failure = error;
    }
    db.expect_bulk(false);
    const bool keep = !options.dry_run;
    if (!summary.committed && (keep || summary.stopped_by_signal || summary.failure)) {
        void_results(summary);
    }
    return summary;
}

}  // namespace dcadmin::bulk
