// SPDX-License-Identifier: Apache-2.0
#include "bulk/run.h"
#include "organisations/find.h"
#include "secure_zone/issuances/find.h"
#include "secure_zone/record_change.h"
#include "secure_zone/refunds/keep.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/secure_zone/refunds.h>

#include <fmt/format.h>

namespace dcadmin {

std::string_view name_of(BlockCause cause) {
    switch (cause) {
        case BlockCause::first_hand_in: return "first-hand-in";
        case BlockCause::social_debt: return "social-debt";
        case BlockCause::fiscal_debt: return "fiscal-debt";
        case BlockCause::region_claim: return "region-claim";
        case BlockCause::worker_undeclared: return "worker-undeclared";
        case BlockCause::control: return "control";
        case BlockCause::other: break;
    }
    return "other";
}

BlockCause parse_block_cause(std::string_view given) {
    const std::string word = text::ascii_lower(text::trimmed(given));
    std::string choices;
    for (const BlockCause cause : all_block_causes) {
        if (word == name_of(cause)) return cause;
        choices += fmt::format("{}{}", choices.empty() ? "" : ", ", name_of(cause));
    }
    throw Error(Kind::usage, say("{} is no cause of a block", text::quoted(given)),
                say("one of: {}", choices), "cause");
}

namespace secure_zone {

namespace {

// What the request is about; its id, if it is there, is for find_block().
BlockRow asked_block(store::Tx& tx, const BlockRequest& request) {
    access::enter(tx);
    BlockRow row{.cause = request.cause};
    if (request.issuance) {
        if (request.org || request.region) {
            throw Error(Kind::usage, "an issuance is named, and a company or region too",
                        "name the issuance, or --org and --region", "issuance");
        }
        const IssuanceRow issuance = seen_issuance(tx, *request.issuance);
        row.organisation_id = issuance.organisation_id;
        row.region = issuance.region;
        row.issuance_id = issuance.id;
    } else if (request.org && request.region) {
        row.organisation_id = organisations::get_id(tx, *request.org);
        row.region = *request.region;
    } else {
        throw Error(Kind::usage, "it is not said what to block or release",
                    "name --org and --region, or --issuance", "org");
    }
    access::require(tx, access::Operation::refunds, {.organisation = row.organisation_id});
    return row;
}

// One that is paid, cancelled or empty cannot be kept from being paid.
void require_unpaid(store::Tx& tx, const BlockRow& block) {
    if (block.issuance_id == 0) return;
    const IssuanceRow row = *find_issuance(tx.db(), block.issuance_id);
    switch (row.state) {
        case IssuanceState::paid:
        case IssuanceState::closed:
        case IssuanceState::cancelled:
        case IssuanceState::empty: break;
        case IssuanceState::draft:
        case IssuanceState::submitted:
        case IssuanceState::received:
        case IssuanceState::in_control:
        case IssuanceState::partly_to_correct:
        case IssuanceState::payable:
        case IssuanceState::blocked: return;
    }
    const std::string id = IssuanceId::from_stored(row.id).text();
    throw Error(Kind::rule,
                say("{} cannot be blocked: {}", id, why_not(row.state, IssuanceEvent::block)),
                say("see it: dcadmin issuance show {}", id), "issuance");
}

void require_reason(const BlockRequest& request) {
    if (!text::clean(request.reason, "reason").empty()) return;
    throw Error(Kind::usage, "a block has a reason", "give it: --reason", "reason");
}

Written<Block> apply_block(bulk::Work& work, const BlockRequest& request) {
    store::Tx& tx = work.tx;
    BlockRow row = asked_block(tx, request);
    require_reason(request);
    const auto there = find_block(tx.db(), row);
    if (there && there->released_at.empty()) {
        return {.changed = false, .item = shown_block(tx.db(), there->id), .remark = {}};
    }
    require_unpaid(tx, row);
    add_block(tx, row, request.reason);
    step_all(tx, row, IssuanceState::payable, IssuanceEvent::block, request.reason);
    return {.changed = true, .item = shown_block(tx.db(), row.id), .remark = {}};
}

Written<Block> apply_release(bulk::Work& work, const BlockRequest& request) {
    store::Tx& tx = work.tx;
    const BlockRow asked = asked_block(tx, request);
    auto row = find_block(tx.db(), asked);
    if (!row) {
        throw Error(Kind::not_found, say("nothing is blocked there for {}", name_of(request.cause)),
                    "see what is: dcadmin refund blocked", "cause");
    }
    const bool changed = row->released_at.empty();
    if (changed) {
        const std::string before = image_of(*row);
        row->released_at = tx.now().iso();
        release_block(tx.db(), row->id, row->released_at);
        const std::string after = image_of(*row);
        record_change(tx, {.organisation_id = row->organisation_id,
                           .subject = "block",
                           .verb = "release",
                           .subject_id = row->id,
                           .before = before,
                           .after = after,
                           .reason = request.reason});
        step_all(tx, *row, IssuanceState::blocked, IssuanceEvent::release, request.reason);
    }
    return {.changed = changed, .item = shown_block(tx.db(), row->id), .remark = {}};
}

bulk::Summary run(const Env& env, std::string_view command, const bulk::Source<BlockRequest>& rows,
                  const bulk::Options& options, const bulk::Sink& sink,
                  Written<Block> (*apply)(bulk::Work&, const BlockRequest&)) {
    return bulk::run_rows(env, std::string(command), rows, options, sink,
                          [apply](bulk::Work& work, const BlockRequest& request) {
                              const auto written = apply(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Refunds::blocks(const BlockFilter& filter, const Each<Block>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_refunds);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_blocks(env_.store.db(), filter, organisation, sight, each);
}

std::uint64_t Refunds::blocked(const BlockFilter& filter, const Each<BlockedIssuance>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_refunds);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_blocked(env_.store.db(), filter, organisation, sight, each);
}

Written<Block> Refunds::block(const BlockRequest& request) {
    return bulk::run_one(env_, "refund.block",
                         [&](bulk::Work& work) { return secure_zone::apply_block(work, request); });
}

bulk::Summary Refunds::block_rows(const bulk::Source<BlockRequest>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "refund.block", rows, options, sink, secure_zone::apply_block);
}

Written<Block> Refunds::release(const BlockRequest& request) {
    return bulk::run_one(env_, "refund.release", [&](bulk::Work& work) {
        return secure_zone::apply_release(work, request);
    });
}

bulk::Summary Refunds::release_rows(const bulk::Source<BlockRequest>& rows,
                                    const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "refund.release", rows, options, sink,
                            secure_zone::apply_release);
}

}  // namespace dcadmin
