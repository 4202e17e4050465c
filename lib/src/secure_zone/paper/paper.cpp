// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/paper.h>

#include "organisations/find.h"
#include "secure_zone/paper/find.h"
#include "secure_zone/paper/rules.h"
#include "secure_zone/paper/touched.h"

#include <dcadmin/base/text.h>

namespace dcadmin {

namespace secure_zone {

namespace {

// Changes one voucher; true when something was.
bool announce_one(store::Tx& tx, const PaperKey& key, const PaperAnnouncement& request) {
    PaperRow row = require_paper(tx, key);
    if (!row.announced_on.empty() && has(tx, row, request.fields)) return false;
    const std::string before = image_of(row);
    step(row, PaperEvent::announce);
    fill(tx, row, request.fields);
    if (const auto lacks = empty_fields(row); !lacks.empty()) {
        throw Error(Kind::rule,
                    say("voucher {} cannot be announced without {}", row.number, lacks.front()),
                    say("give it: --{}", lacks.front()), lacks.front());
    }
    require_possible(tx, row);
    if (row.announced_on.empty()) row.announced_on = tx.today().iso();
    return settle_paper(tx, "announce", row, before, request.reason);
}

Written<std::vector<PaperVoucher>> apply_announce(bulk::Work& work,
                                                  const PaperAnnouncement& request) {
    access::enter(work.tx);
    if (request.vouchers.empty()) {
        throw Error(Kind::usage, "which paper vouchers?",
                    "name them by their ids, or by --region and --number", "id");
    }
    Written<std::vector<PaperVoucher>> written;
    for (const PaperKey& key : request.vouchers) {
        const bool changed = announce_one(work.tx, key, request);
        written.changed = written.changed || changed;
    }
    for (const PaperKey& key : request.vouchers) {
        written.item.push_back(shown_paper(work.tx.db(), require_paper(work.tx, key).id));
    }
    return written;
}

// One step that says nothing new of the voucher; unchanged when it was taken already.
Written<PaperVoucher> take_step(bulk::Work& work, PaperRow row, PaperEvent event,
                                PaperState reached, std::string_view verb,
                                const std::string& reason, std::string_view cause = {}) {
    store::Tx& tx = work.tx;
    const bool changed = row.state != reached;
    if (changed) {
        const std::string before = image_of(row);
        step(row, event);
        if (!cause.empty()) row.cause = cause;
        settle_paper(tx, verb, row, before, reason);
        touch_issuance(work, row.issuance_id);
    }
    return {.changed = changed, .item = shown_paper(tx.db(), row.id), .remark = {}};
}

Written<PaperVoucher> apply_withdraw(bulk::Work& work, const PaperRef& request) {
    return take_step(work, require_paper(work.tx, request.voucher), PaperEvent::withdraw,
                     PaperState::withdrawn, "withdraw", request.reason);
}

Written<PaperVoucher> apply_claim(bulk::Work& work, const PaperClaim& request) {
    store::Tx& tx = work.tx;
    PaperRow row = require_paper(tx, request.voucher);
    if (request.outcome.empty()) {
        return take_step(work, std::move(row), PaperEvent::claim, PaperState::lost_claimed, "claim",
                         request.reason);
    }
    if (request.outcome == "refunded") {
        return take_step(work, std::move(row), PaperEvent::win_claim, PaperState::refunded,
                         "win_claim", request.reason);
    }
    if (request.outcome == "refused") {
        return take_step(work, std::move(row), PaperEvent::lose_claim, PaperState::rejected,
                         "lose_claim", request.reason, "claim-refused");
    }
    throw Error(Kind::usage, say("{} is no outcome of a claim", text::quoted(request.outcome)),
                "one of: refunded, refused", "outcome");
}

// Whose vouchers run out: the company's that is named or that one is signed in for, else all.
std::int64_t asked_of(store::Tx& tx, std::optional<EnterpriseNumber> org) {
    if (org) return organisations::get_id(tx, *org);
    if (const auto own = access::own_organisation(tx)) return *own;
    if (access::signed_in(tx.env()) && tx.actor().account != 0) {
        throw Error(Kind::usage, "of which company?", "a service account names it: --org", "org");
    }
    return 0;
}

std::string id_of(const Written<PaperVoucher>& written) {
    return written.item.id.text();
}
std::string id_of(const Written<std::vector<PaperVoucher>>& written) {
    std::string all;
    for (const PaperVoucher& one : written.item) all += (all.empty() ? "" : "|") + one.id.text();
    return all;
}

template <class Request, class Apply>
bulk::Summary run(const Env& env, std::string_view command, const bulk::Source<Request>& rows,
                  const bulk::Options& options, const bulk::Sink& sink, Apply apply) {
    return bulk::run_rows(env, std::string(command), rows, options, sink,
                          [apply](bulk::Work& work, const Request& request) {
                              const auto written = apply(work, request);
                              return bulk::result_of(written, id_of(written));
                          });
}

std::optional<std::int64_t> id_of(const Env& env, std::optional<EnterpriseNumber> org) {
    if (!org) return std::nullopt;
    return organisations::get_id(env, *org);
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Paper::list(const PaperFilter& filter, const Each<PaperVoucher>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    const auto organisation = secure_zone::id_of(env_, filter.org);
    return secure_zone::list_papers(env_.store.db(), filter, organisation, sight, each);
}

PaperWaiting Paper::waiting(std::optional<EnterpriseNumber> org) {
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    const auto organisation = secure_zone::id_of(env_, org);
    return secure_zone::papers_waiting(env_.store.db(), organisation, sight,
                                       env_.clock.today().iso());
}

Written<PaperVoucher> Paper::receive(const NewPaperVoucher& request) {
    return bulk::run_one(env_, "paper.receive", [&](bulk::Work& work) {
        return secure_zone::apply_receive(work, request);
    });
}

bulk::Summary Paper::receive_rows(const bulk::Source<NewPaperVoucher>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "paper.receive", rows, options, sink, secure_zone::apply_receive);
}

Written<std::vector<PaperVoucher>> Paper::announce(const PaperAnnouncement& request) {
    return bulk::run_one(env_, "paper.announce", [&](bulk::Work& work) {
        return secure_zone::apply_announce(work, request);
    });
}

bulk::Summary Paper::announce_rows(const bulk::Source<PaperAnnouncement>& rows,
                                   const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "paper.announce", rows, options, sink,
                            secure_zone::apply_announce);
}

Written<PaperVoucher> Paper::correct(const PaperCorrection& request) {
    return bulk::run_one(env_, "paper.correct", [&](bulk::Work& work) {
        return secure_zone::apply_correct(work, request);
    });
}

bulk::Summary Paper::correct_rows(const bulk::Source<PaperCorrection>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "paper.correct", rows, options, sink, secure_zone::apply_correct);
}

Written<PaperVoucher> Paper::withdraw(const PaperRef& request) {
    return bulk::run_one(env_, "paper.withdraw", [&](bulk::Work& work) {
        return secure_zone::apply_withdraw(work, request);
    });
}

bulk::Summary Paper::withdraw_rows(const bulk::Source<PaperRef>& rows, const bulk::Options& options,
                                   const bulk::Sink& sink) {
    return secure_zone::run(env_, "paper.withdraw", rows, options, sink,
                            secure_zone::apply_withdraw);
}

Written<PaperVoucher> Paper::claim(const PaperClaim& request) {
    return bulk::run_one(env_, "paper.claim",
                         [&](bulk::Work& work) { return secure_zone::apply_claim(work, request); });
}

bulk::Summary Paper::claim_rows(const bulk::Source<PaperClaim>& rows, const bulk::Options& options,
                                const bulk::Sink& sink) {
    return secure_zone::run(env_, "paper.claim", rows, options, sink, secure_zone::apply_claim);
}

Written<PaperVoucher> Paper::read(const PaperReading& request) {
    return bulk::run_one(env_, "paper.read",
                         [&](bulk::Work& work) { return secure_zone::apply_read(work, request); });
}

bulk::Summary Paper::read_rows(const bulk::Source<PaperReading>& rows, const bulk::Options& options,
                               const bulk::Sink& sink) {
    return secure_zone::run(env_, "paper.read", rows, options, sink, secure_zone::apply_read);
}

Written<PaperAdvance> Paper::advance(std::optional<EnterpriseNumber> org) {
    return bulk::run_one(env_, "paper.advance", [&](bulk::Work& work) {
        store::Tx& tx = work.tx;
        access::enter(tx);
        const std::int64_t organisation = secure_zone::asked_of(tx, org);
        access::require(tx, access::Operation::advance_services, {.organisation = organisation});
        const auto rejected = secure_zone::reject_uncorrected(work, organisation, tx.today());
        return Written<PaperAdvance>{
            .changed = rejected != 0, .item = {.rejected = rejected}, .remark = {}};
    });
}

}  // namespace dcadmin
