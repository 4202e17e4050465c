// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "bulk/settle.h"
#include "bulk/undo.h"
#include "policies/values.h"
#include "rights/apply.h"
#include "rights/changed.h"
#include "rights/grant_run.h"
#include "rights/grants_sql.h"
#include "rights/judge.h"
#include "rights/named.h"

#include <dcadmin/base/say.h>
#include <dcadmin/rights.h>

#include <fmt/format.h>

namespace dcadmin {

namespace {

// Inserts one judged grant with its audit entry; its id.
std::int64_t make_grant(store::Tx& tx, const rights::Decision& decision, std::int64_t right_id,
                        std::int64_t context_id, std::string_view reason, bool own) {
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
    audit::record_rebuildable(
        tx, {.chain = audit::chain_of(tx, decision.relation->organisation_id),
             .subject = "grant",
             .verb = "add",
             .subject_id = id,
             .before = {},
             .after = image,
             .reason = own ? std::optional(rights::granted_to_himself) : std::nullopt});
    return id;
}

}  // namespace

namespace rights {

namespace {

// A request with all that judging it looked at; the decision points into the judge.
class Judged {
   public:
    Judged(store::Tx& tx, const NewGrant& request)
        : right_(require_right_facts(tx.db(), request.right.text())), judge_(tx.db(), tx.today()) {
        const Asked asked{.person = require_number(tx.db(), request.person),
                          .org = request.org,
                          .right = &right_,
                          .contexts = request.contexts,
                          .period = {request.from, request.until}};
        WantedFacts wanted;
        wanted.add(asked.person, asked.contexts);
        KnownPlaces known;
        auto facts = read_facts(tx.db(), std::move(wanted), known, tx.now().iso(), true);
        judge_.judge(asked, facts, decision_);
    }
    Judged(const Judged&) = delete;
    Judged& operator=(const Judged&) = delete;

    [[nodiscard]] const RightFacts& right() const { return right_; }
    [[nodiscard]] const Decision& decision() const { return decision_; }
    [[nodiscard]] const PersonFacts& person() const { return *judge_.person(); }

   private:
    RightFacts right_;
    Judge judge_;
    Decision decision_;
};

void require_grant(store::Tx& tx, const NewGrant& request) {
    constexpr auto operation = access::Operation::grant;
    const auto seen = require_visible(tx, operation, request.person, request.org);
    if (!seen) return;
    require_allowed(tx, operation, *seen, request.right,
                    context_ids(tx.db(), seen->organisation_id, request.contexts));
}

}  // namespace

void require_other(store::Tx& tx, std::int64_t person_id) {
    if (tx.acting() != person_id) return;
    if (policies::value_of(tx.db(), "self_grant") != "refuse") return;
    throw Error(Kind::rule, "nobody grants a right to himself here (policy self_grant)",
                "another administrator grants it", "person");
}

Changed apply_grant(bulk::Work& work, const NewGrant& request) {
    require_grant(work.tx, request);
    const Judged judged(work.tx, request);
    const Decision& decision = judged.decision();
    Changed granted{!decision.make.empty(), {}, decision.period->remark};
    for (const auto& there : decision.there) granted.ids.push_back(there.id);
    const DateRange period = DateRange::of(decision.period->from, decision.period->until);
    if (work.trace != nullptr && granted.changed) {
        bulk::settle_period(*work.trace, request.from, request.until, period);
    }
    const bool own = work.tx.acting() == judged.person().id;
    if (granted.changed) require_other(work.tx, judged.person().id);
    for (const std::int64_t context : decision.make) {
        if (work.trace != nullptr) {
            bulk::undo_grant(*work.trace,
                             {judged.person().id, request.org, judged.right().code,
                              context_code(work.tx.db(), context)},
                             period, work.tx.today());
        }
        const std::int64_t id =
            make_grant(work.tx, decision, judged.right().id, context, request.reason, own);
        granted.ids.push_back(id);
        const std::string item = fmt::format("g-{}@{}", id, decision.period->until.iso());
        const std::string& address = address_of(judged.person(), *decision.relation);
        if (own) {
            work.notices.add_always(judged.person().id, address, item);
        } else {
            work.notices.add(judged.person().id, address, item);
        }
    }
    if (!granted.changed) granted.remark.clear();
    return granted;
}

namespace {

// False for what belongs to others.
bool may_read(const Env& env, const Grant& grant) {
    const auto org = find_organisation_id(env.store.db(), grant.org).value_or(0);
    const std::int64_t person = grant.person.value();
    if (!access::sees(env, org, person)) return false;
    std::vector<std::int64_t> contexts;
    if (grant.context) contexts = context_ids(env.store.db(), org, {*grant.context});
    access::require_reading(
        env, {.organisation = org, .contexts = std::move(contexts), .person = person});
    return true;
}

}  // namespace

std::vector<std::int64_t> find_there(store::Tx& tx, const NewGrant& request) {
    const Judged judged(tx, request);
    std::vector<std::int64_t> ids;
    if (!judged.decision().make.empty()) return ids;
    for (const auto& there : judged.decision().there) ids.push_back(there.id);
    return ids;
}

}  // namespace rights

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
    throw Error(Kind::usage, say("'{}' is not a state of a grant", text),
                "one of: active, future, ended, revoked", "state");
}

Written<std::vector<Grant>> Rights::grant(const NewGrant& request) {
    const auto granted = bulk::run_one(
        env_, "grant.add", [&](bulk::Work& work) { return rights::apply_grant(work, request); });
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
                              return rights::result_of(rights::apply_grant(work, request));
                          });
}

std::uint64_t Rights::list_grants(const GrantFilter& filter, const Each<Grant>& each) {
    return rights::list_grants(env_.store.db(), filter, rights::as_of(filter.at, env_.clock),
                               access::sight_of(env_), each);
}

std::uint64_t Rights::list_orphans(const OrphanFilter& filter, const Each<OrphanGrant>& each) {
    store::Db& db = env_.store.db();
    const auto sight = access::sight_of(env_);
    if (filter.org) rights::require_organisation(env_, *filter.org);
    return rights::list_orphans(db, filter, rights::as_of(filter.at, env_.clock), sight, each);
}

Grant Rights::get_grant(GrantId id, std::optional<Date> at) {
    access::enter(env_);
    store::Db& db = env_.store.db();
    auto found = rights::find_grant(db, id.value(), rights::as_of(at, env_.clock));
    if (found && rights::may_read(env_, *found)) return std::move(*found);
    throw Error(Kind::not_found, say("no grant {} in the store", id.text()),
                "look for it: dcadmin grant list --person …", "id");
}

}  // namespace dcadmin
