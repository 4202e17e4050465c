// SPDX-License-Identifier: Apache-2.0
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "bulk/undo.h"
#include "rights/changed.h"
#include "rights/grant_run.h"
#include "rights/grants_sql.h"
#include "rights/judge.h"

#include <dcadmin/rights.h>

#include <fmt/format.h>

namespace dcadmin {

namespace {

// Inserts one judged grant with its audit entry; its id.
std::int64_t make_grant(store::Tx& tx, const rights::Decision& decision, std::int64_t right_id,
                        std::int64_t context_id, std::string_view reason) {
    const std::string from = decision.period->from.iso();
    const std::string until = decision.period->until.iso();
    const std::int64_t id = rights::insert_grant(tx.db(), {.relation_id = decision.relation->id,
                                                           .right_id = right_id,
                                                           .context_id = context_id,
                                                           .from = from,
                                                           .until = until,
                                                           .reason = reason,
                                                           .operation_id = tx.operation()});
    std::string image;
    audit::write_image({.relation_id = decision.relation->id,
                        .right_id = right_id,
                        .context_id = context_id,
                        .valid_from = from,
                        .first_until = until,
                        .reason = reason},
                       image);
    audit::record_rebuildable(tx, {.chain = audit::chain_of(tx, decision.relation->organisation_id),
                                   .subject = "grant",
                                   .verb = "add",
                                   .subject_id = id,
                                   .before = {},
                                   .after = image,
                                   .reason = {}});
    return id;
}

rights::Changed apply_grant(bulk::Work& work, const NewGrant& request) {
    store::Db& db = work.tx.db();
    const rights::RightFacts right = rights::require_right_facts(db, request.right.text());
    const rights::Asked asked{.person = rights::require_number(db, request.person),
                              .org = request.org,
                              .right = &right,
                              .contexts = request.contexts,
                              .period = {request.from, request.until}};
    rights::WantedFacts wanted;
    wanted.add(asked.person, asked.contexts);
    rights::KnownPlaces known;
    auto facts = rights::read_facts(db, std::move(wanted), known, work.tx.now().iso(), true);
    rights::Judge judge(db, work.tx.today());
    rights::Decision decision;
    judge.judge(asked, facts, decision);
    rights::Changed granted{!decision.make.empty(), {}, decision.period->remark};
    for (const auto& there : decision.there) granted.ids.push_back(there.id);
    for (const std::int64_t context : decision.make) {
        if (work.trace != nullptr) {
            bulk::undo_grant(
                *work.trace,
                {judge.person()->id, asked.org, right.code, rights::context_code(db, context)},
                DateRange::of(decision.period->from, decision.period->until), work.tx.today());
        }
        const std::int64_t id = make_grant(work.tx, decision, right.id, context, request.reason);
        granted.ids.push_back(id);
        work.notices.add(judge.person()->id,
                         rights::address_of(*judge.person(), *decision.relation),
                         fmt::format("g-{}@{}", id, decision.period->until.iso()));
    }
    if (!granted.changed) granted.remark.clear();
    return granted;
}

}  // namespace

std::string_view name_of(GrantState state) {
    switch (state) {
        case GrantState::active: return "active";
        case GrantState::future: return "future";
        case GrantState::ended: return "ended";
        case GrantState::revoked: return "revoked";
    }
    return "active";
}

GrantState parse_grant_state(std::string_view text) {
    for (const auto state :
         {GrantState::active, GrantState::future, GrantState::ended, GrantState::revoked}) {
        if (text == name_of(state)) return state;
    }
    throw Error(Kind::usage, fmt::format("'{}' is not a state of a grant", text),
                "one of: active, future, ended, revoked", "state");
}

Written<std::vector<Grant>> Rights::grant(const NewGrant& request) {
    const auto granted = bulk::run_one(
        env_, "grant.add", [&](bulk::Work& work) { return apply_grant(work, request); });
    return rights::written_of(env_, granted);
}

bulk::Summary Rights::grant_rows(const bulk::Source<NewGrant>& rows, const bulk::Options& options,
                                 const bulk::Sink& sink) {
    // Batches let others write in between, and a notice for each row needs that row's ids: both go
    // row by row; so does a run that is watched. A whole file at once is sorted, judged and written
    // as one.
    const bool at_once = options.batch == 0 && options.joint == nullptr;
    if (at_once && options.notify != bulk::Notify::each) {
        return rights::run_grants(env_, rows, options, sink);
    }
    return bulk::run_rows(env_, "grant.add", rows, options, sink,
                          [](bulk::Work& work, const NewGrant& request) {
                              return rights::result_of(apply_grant(work, request));
                          });
}

std::uint64_t Rights::list_grants(const GrantFilter& filter, const Each<Grant>& each) {
    return rights::list_grants(env_.store.db(), filter, rights::as_of(filter.at, env_.clock), each);
}

Grant Rights::get_grant(GrantId id, std::optional<Date> at) {
    if (auto found =
            rights::find_grant(env_.store.db(), id.value(), rights::as_of(at, env_.clock))) {
        return std::move(*found);
    }
    throw Error(Kind::not_found, fmt::format("no grant {} in the store", id.text()),
                "look for it: dcadmin grant list --person …", "id");
}

}  // namespace dcadmin
