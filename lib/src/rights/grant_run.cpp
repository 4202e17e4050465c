// SPDX-License-Identifier: Apache-2.0
#include "rights/grant_run.h"

#include "audit/run_recorder.h"
#include "bulk/run.h"
#include "outbox/collector.h"
#include "rights/changed.h"
#include "rights/facts_feed.h"
#include "rights/grant_reader.h"
#include "rights/grant_records.h"
#include "rights/grant_writer.h"
#include "rights/judge.h"
#include "rights/named.h"
#include "rights/row_permission.h"

#include <dcadmin/base/say.h>

#include <numeric>
#include <span>
#include <unordered_set>

namespace dcadmin::rights {

namespace {

constexpr std::size_t sort_memory = std::size_t{20} * 1024 * 1024;
constexpr std::uint64_t look_every = 1024;

// Thrown to leave the transaction without keeping anything.
struct RollBack {};

class GrantRun {
   public:
    GrantRun(const Env& env, const bulk::Source<NewGrant>& rows, const bulk::Options& options,
             const bulk::Sink& sink)
        : env_(env), rows_(rows), options_(options), sink_(sink) {}

    bulk::Summary run();

   private:
    void transaction(store::Tx& tx);
    void read_rows(store::Tx& tx, const RightIndex& index, bulk::SpillSort& asked);
    void judge_rows(store::Tx& tx, RowPermission& permission, const RightIndex& index,
                    bulk::SpillSort& asked, bulk::SpillSort& make);
    void judge_row(Judge& judge, RowPermission& permission, const RightIndex& index,
                   const AskedRecord& record, Facts& facts, bulk::SpillSort& make);
    void add_make(const AskedRecord& record, const Decision& decision, bulk::SpillSort& make);
    void give(std::uint64_t row, const bulk::Result& result);
    void give_unchanged(std::uint64_t row, const Decision& decision);
    void look_out(std::string_view phase, std::uint64_t done);

    const Env& env_;
    const bulk::Source<NewGrant>& rows_;
    const bulk::Options& options_;
    const bulk::Sink& sink_;
    bulk::Summary summary_;
    std::uint64_t read_ = 0;
    std::unordered_set<std::int64_t> asked_organisations_;  // by number
    std::unordered_set<std::int64_t> organisations_;        // by id: of what is to be made
    // Reused from row to row.
    Decision decision_;
    std::string key_, payload_;
    bool own_ = false;     // the person of the row is who acts
    std::string address_;  // of the person of the last row that makes something
};

void GrantRun::give(std::uint64_t row, const bulk::Result& result) {
    ++summary_.rows[static_cast<std::size_t>(result.state)];
    sink_(row, result);
}

// Now and then: tell how far it is, and see whether somebody wants it to stop.
void GrantRun::look_out(std::string_view phase, std::uint64_t done) {
    if (done % look_every != 0) return;
    if (options_.stop != nullptr && options_.stop->load(std::memory_order_relaxed) != 0) {
        summary_.stopped_by_signal = true;
        throw RollBack{};
    }
    if (options_.progress) options_.progress({phase, done});
}

void GrantRun::read_rows(store::Tx& tx, const RightIndex& index, bulk::SpillSort& asked) {
    GrantReader reader(rows_, tx.db(), index);
    std::uint64_t done = 0;
    while (auto block = reader.next()) {
        asked_organisations_.insert(block->organisations.begin(), block->organisations.end());
        read_ += block->rows.size() + block->refused.size();
        for (const ReadRow& row : block->rows) {
            asked.add(std::string_view(block->bytes).substr(row.offset, bulk::SpillSort::key_size),
                      std::string_view(block->bytes)
                          .substr(row.offset + bulk::SpillSort::key_size, row.payload));
            look_out("reading", ++done);
        }
        for (const auto& [row, error] : block->refused) {
            give(row, bulk::refused(error));
            look_out("reading", ++done);
        }
    }
    asked.finish();
}

void GrantRun::give_unchanged(std::uint64_t row, const Decision& decision) {
    bulk::Result result;
    result.state = bulk::State::unchanged;
    for (const HeldGrant& there : decision.there) {
        if (there.row != 0) {
            result.message = say("the same as row {}", there.row);
            continue;
        }
        if (!result.id.empty()) result.id.push_back('|');
        result.id += GrantId::from_stored(there.id).text();
    }
    give(row, result);
}

void GrantRun::add_make(const AskedRecord& record, const Decision& decision,
                        bulk::SpillSort& make) {
    MakeRecord row{.relation_id = decision.relation->id,
                   .right_id = record.right_id,
                   .from = decision.period->from,
                   .until = decision.period->until,
                   .row = record.row,
                   .organisation_id = decision.relation->organisation_id,
                   .own = own_,
                   .of_row = static_cast<std::uint32_t>(decision.make.size()),
                   .remark = decision.period->remark,
                   .reason = record.reason};
    organisations_.insert(row.organisation_id);
    for (const std::int64_t context : decision.make) {
        row.context_id = context;
        write_key(row, key_);
        write_payload(row, payload_);
        make.add(key_, payload_);
    }
}

void GrantRun::judge_row(Judge& judge, RowPermission& permission, const RightIndex& index,
                         const AskedRecord& record, Facts& facts, bulk::SpillSort& make) {
    const RightFacts& right = index.get(record.right_id);
    const auto number = NationalNumber::from_stored(record.person);
    permission.require(record, right, judge.look_at(number, facts), facts);
    const Asked asked{.person = number,
                      .org = EnterpriseNumber::from_stored(record.org),
                      .right = &right,
                      .contexts = record.contexts,
                      .period = record.period,
                      .row = record.row};
    judge.judge(asked, facts, decision_);
    if (decision_.make.empty()) {
        give_unchanged(record.row, decision_);
        return;
    }
    own_ = permission.is_own(judge.person()->id);
    judge.keep(asked, decision_);
    if (address_.empty()) address_ = address_of(*judge.person(), *decision_.relation);
    if (!options_.dry_run) {
        add_make(record, decision_, make);
        return;
    }
    bulk::Result result;
    result.state = bulk::State::applied;
    result.message = decision_.period->remark;
    give(record.row, result);
}

void GrantRun::judge_rows(store::Tx& tx, RowPermission& permission, const RightIndex& index,
                          bulk::SpillSort& asked, bulk::SpillSort& make) {
    Judge judge(tx.db(), tx.today());
    FactsFeed feed(tx, asked);
    AskedBlock block;
    std::uint64_t person = 0;
    std::int64_t person_id = 0;
    std::uint64_t made_before = 0;
    std::uint64_t done = 0;
    const bool tell = options_.notify != bulk::Notify::none;
    outbox::RunNotices notices(tx, "grant.add");
    const auto end_person = [&] {
        if ((tell || own_) && make.size() > made_before) notices.add(person_id, address_);
        made_before = make.size();
        address_.clear();
        own_ = false;
    };
    while (feed.next(block)) {
        for (const AskedRecord& record : std::span(block.records).first(block.size)) {
            if (record.person != person) end_person();
            person = record.person;
            try {
                judge_row(judge, permission, index, record, block.facts, make);
            } catch (const Error& error) {
                if (!bulk::is_about_row(error)) throw;
                give(record.row, bulk::refused(error));
            }
            if (judge.person() != nullptr) person_id = judge.person()->id;
            look_out(to_say("checking"), ++done);
        }
    }
    end_person();
    notices.flush();
    make.finish();
}

void GrantRun::transaction(store::Tx& tx) {
    RowPermission permission(tx);
    summary_ = {};
    read_ = 0;
    own_ = false;
    address_.clear();
    asked_organisations_.clear();
    organisations_.clear();
    rows_.rewind();
    const RightIndex index(tx.db());
    const auto folder = tx.db().folder();
    bulk::SpillSort make(folder, sort_memory);
    {
        bulk::SpillSort asked(folder, sort_memory);
        read_rows(tx, index, asked);
        audit::lock_chains(tx, {asked_organisations_.begin(), asked_organisations_.end()});
        judge_rows(tx, permission, index, asked, make);
    }
    const bool refused = summary_.count(bulk::State::rejected) > 0 && !options_.skip_invalid;
    if (options_.dry_run || (refused && make.size() > 0)) throw RollBack{};
    if (refused || make.size() == 0) return;
    GrantWriter writer(tx, make, {organisations_.begin(), organisations_.end()});
    writer.run([&](std::uint64_t row, const bulk::Result& result) { give(row, result); },
               [&](std::uint64_t done) { look_out(to_say("writing"), done); });
}

bulk::Summary GrantRun::run() {
    store::Db& db = env_.store.db();
    try {
        store::write_bulk(env_, [&](store::Tx& tx) { transaction(tx); });
        summary_.committed = summary_.count(bulk::State::rejected) == 0 || options_.skip_invalid;
    } catch (const RollBack&) {
    } catch (const Error& error) {
        summary_.failure = error;
    }
    db.expect_bulk(false);
    if (!summary_.committed && !options_.dry_run) bulk::void_results(summary_);
    // Rows that were judged well but not written, since others were not, have no result.
    const std::uint64_t given =
        std::accumulate(summary_.rows.begin(), summary_.rows.end(), std::uint64_t{0});
    summary_.rows[static_cast<std::size_t>(bulk::State::not_attempted)] += read_ - given;
    return summary_;
}

}  // namespace

bulk::Summary run_grants(const Env& env, const bulk::Source<NewGrant>& rows,
                         const bulk::Options& options, const bulk::Sink& sink) {
    return GrantRun(env, rows, options, sink).run();
}

}  // namespace dcadmin::rights
