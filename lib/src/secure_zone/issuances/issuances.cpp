// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/issuances.h>

#include "bulk/run.h"
#include "organisations/find.h"
#include "secure_zone/issuances/issuances_sql.h"
#include "secure_zone/issuances/make.h"
#include "secure_zone/issuances/on_paper.h"
#include "secure_zone/issuances/risk.h"
#include "secure_zone/paper/slips.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <array>

namespace dcadmin {

namespace secure_zone {

namespace {

Error unknown_service(ServiceId id) {
    return {Kind::not_found, say("there is no service {}", id.text()),
            "see which there are: dcadmin service list", "service"};
}

Error cannot_take(ServiceId id, const std::string& why) {
    return {Kind::rule, say("{} cannot be handed in: {}", id.text(), why),
            say("see it: dcadmin service show {}", id.text()), "service"};
}

// What is wrong with a service that is named, apart from being in an issuance already.
void require_of(const NamedService& service, ServiceId id, const NewIssuance& request) {
    if (service.region != request.region) {
        throw cannot_take(id, say("it is of {}", name_of(service.region)));
    }
    if (service.waits_until.empty() && service.issuance_id == 0) {
        throw cannot_take(id, say("no vouchers are allocated to it, it is {}", service.state));
    }
}

struct Named {
    std::vector<std::int64_t> waiting;
    std::vector<std::int64_t> contexts;
    std::vector<std::pair<ServiceId, std::int64_t>> issued;  // and in which issuance
};

Named look_up(store::Tx& tx, const NewIssuance& request, std::int64_t organisation) {
    Named named;
    for (const ServiceId id : request.services) {
        const auto service = find_named(tx.db(), id.value());
        if (!service || service->organisation_id != organisation) throw unknown_service(id);
        if (service->context_id != 0) named.contexts.push_back(service->context_id);
        require_of(*service, id, request);
        if (service->waits_until.empty()) {
            named.issued.emplace_back(id, service->issuance_id);
        } else if (service->waits_until < tx.today().iso()) {
            throw cannot_take(id, say("its vouchers were to be handed in until {}",
                                      Date::parse(service->waits_until).formatted()));
        } else {
            named.waiting.push_back(id.value());
        }
    }
    return named;
}

// The issuance that has them all already; none where there is something to do.
std::optional<std::int64_t> done_before(const Named& named) {
    if (named.issued.empty()) return std::nullopt;
    const auto first = named.issued.front().first;
    const std::int64_t issuance = named.issued.front().second;
    const bool together =
        std::ranges::all_of(named.issued, [&](const auto& one) { return one.second == issuance; });
    if (named.waiting.empty() && together) return issuance;
    throw cannot_take(first, say("it is in {} already", IssuanceId::from_stored(issuance).text()));
}

std::string told_expired(store::Tx& tx, const IssuanceRow& row, EnterpriseNumber org) {
    const Waiting late = expired(tx.db(), row.organisation_id, row.region, tx.today().iso());
    if (late.vouchers == 0) return {};
    if (late.vouchers == 1) {
        return say(
            "1 voucher of 1 service is past the last day and not in it: dcadmin issuance expired "
            "--org {}",
            org.digits());
    }
    if (late.services == 1) {
        return say(
            "{} vouchers of 1 service are past the last day and not in it: dcadmin issuance "
            "expired --org {}",
            late.vouchers, org.digits());
    }
    return say(
        "{} vouchers of {} services are past the last day and not in it: dcadmin issuance expired "
        "--org {}",
        late.vouchers, late.services, org.digits());
}

void require_one_choice(const NewIssuance& request) {
    if (request.services.empty() || !request.at_risk) return;
    throw Error(Kind::usage, "services are named, and those at risk are asked for too",
                "name services, or leave them out", "at-risk");
}

Written<Issuance> apply_create(bulk::Work& work, const NewIssuance& request) {
    if (request.month) return apply_create_on_paper(work, request);
    store::Tx& tx = work.tx;
    access::enter(tx);
    require_one_choice(request);
    const std::int64_t organisation = organisations::get_id(tx, request.org);
    const Named named = look_up(tx, request, organisation);
    access::Subject subject{.organisation = organisation};
    if (!request.services.empty()) subject.contexts = named.contexts;
    access::require(tx, access::Operation::issuances, subject);
    if (const auto before = done_before(named)) {
        return {.changed = false, .item = shown_issuance(tx.db(), *before), .remark = {}};
    }
    require_accredited(tx, organisation, request.region);
    Making making{.row = {.organisation_id = organisation, .region = request.region},
                  .wanted = {.today = tx.today().iso(), .services = named.waiting},
                  .draft = request.draft,
                  .reason = request.reason};
    if (request.at_risk) {
        making.wanted.hand_in_until =
            risk_until(tx.db(), organisation, request.region, tx.today()).iso();
    }
    const IssuanceRow row = make_issuance(tx, making);
    return {.changed = true,
            .item = shown_issuance(tx.db(), row.id),
            .remark = told_expired(tx, row, request.org)};
}

IssuanceRow own_issuance(store::Tx& tx, IssuanceId id) {
    access::enter(tx);
    IssuanceRow row = seen_issuance(tx, id);
    access::require(tx, access::Operation::issuances, {.organisation = row.organisation_id});
    return row;
}

void require_in_time(store::Tx& tx, const IssuanceRow& row) {
    const std::int64_t late = past_their_day(tx.db(), row.id, tx.today().iso());
    if (late == 0) return;
    const std::string id = IssuanceId::from_stored(row.id).text();
    throw Error(Kind::rule,
                late == 1 ? say("1 voucher is in {} past the last day to hand in", id)
                          : say("{} vouchers are in {} past the last day to hand in", late, id),
                say("make another of what waits: dcadmin issuance cancel {}, then create", id),
                "id");
}

Written<Issuance> apply_submit(bulk::Work& work, const IssuanceRef& request) {
    store::Tx& tx = work.tx;
    IssuanceRow row = own_issuance(tx, request.id);
    const bool done = row.state != IssuanceState::draft && row.state != IssuanceState::cancelled &&
                      row.state != IssuanceState::empty;
    if (!done) {
        const std::string before = image_of(row);
        submit_issuance(tx, row);
        require_accredited(tx, row.organisation_id, row.region);
        require_in_time(tx, row);
        keep_issuance(tx, "submit", row, before, request.reason);
    }
    return {.changed = !done, .item = shown_issuance(tx.db(), row.id), .remark = {}};
}

Written<Issuance> apply_cancel(bulk::Work& work, const IssuanceRef& request) {
    store::Tx& tx = work.tx;
    IssuanceRow row = own_issuance(tx, request.id);
    const bool done = row.state == IssuanceState::cancelled;
    if (!done) {
        const std::string before = image_of(row);
        step(row, IssuanceEvent::cancel);
        if (row.kind == "paper") {
            cancel_slip(tx, row);
        } else {
            let_go(tx.db(), row);
        }
        keep_issuance(tx, "cancel", row, before, request.reason);
    }
    return {.changed = !done, .item = shown_issuance(tx.db(), row.id), .remark = {}};
}

template <class Request, class Apply>
bulk::Summary run(const Env& env, std::string_view command, const bulk::Source<Request>& rows,
                  const bulk::Options& options, const bulk::Sink& sink, Apply apply) {
    return bulk::run_rows(env, std::string(command), rows, options, sink,
                          [apply](bulk::Work& work, const Request& request) {
                              const auto written = apply(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

void require_word(std::string_view word, std::string_view field, std::string_view first,
                  std::string_view second) {
    if (word.empty() || word == first || word == second) return;
    throw Error(Kind::usage, say("{} is no {} of issuances", text::quoted(word), field),
                say("one of: {}, {}", first, second), std::string(field));
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Issuances::list(const IssuanceFilter& filter, const Each<Issuance>& each) {
    secure_zone::require_word(filter.kind, "kind", "electronic", "paper");
    secure_zone::require_word(filter.mode, "mode", "manual", "automatic");
    const auto sight = access::sight_of(env_, access::Operation::read_refunds);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_issuances(env_.store.db(), filter, organisation, sight, each);
}

Issuance Issuances::get(IssuanceId id) {
    access::enter(env_);
    store::Db& db = env_.store.db();
    const auto row = secure_zone::find_issuance(db, id.value());
    if (!row || !access::sees(env_, row->organisation_id)) {
        throw Error(Kind::not_found, say("there is no issuance {}", id.text()),
                    "see which there are: dcadmin issuance list", "id");
    }
    access::require(env_, access::Operation::read_refunds, {.organisation = row->organisation_id});
    return secure_zone::shown_issuance(db, id.value());
}

std::uint64_t Issuances::items(IssuanceId id, const Page& page, const Each<IssuanceItem>& each) {
    static_cast<void>(get(id));
    const auto sight = access::sight_of(env_, access::Operation::read_refunds);
    store::Db& db = env_.store.db();
    const auto row = *secure_zone::find_issuance(db, id.value());
    std::optional<Date> near;
    if (row.state == IssuanceState::draft) {
        near = secure_zone::risk_until(db, row.organisation_id, row.region, env_.clock.today());
    }
    return secure_zone::list_items(db, row.id, page, sight, [&](const IssuanceItem& item) {
        IssuanceItem marked = item;
        marked.at_risk = near && item.hand_in_until <= *near;
        return each(marked);
    });
}

std::uint64_t Issuances::expired(const ExpiredFilter& filter, const Each<IssuanceItem>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_refunds);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_expired(env_.store.db(), filter, organisation, sight,
                                     env_.clock.today().iso(), each);
}

Written<Issuance> Issuances::create(const NewIssuance& request) {
    store::Db& db = env_.store.db();
    db.expect_bulk(true);
    auto written = bulk::run_one(env_, "issuance.create", [&](bulk::Work& work) {
        return secure_zone::apply_create(work, request);
    });
    db.expect_bulk(false);
    return written;
}

bulk::Summary Issuances::create_rows(const bulk::Source<NewIssuance>& rows,
                                     const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "issuance.create", rows, options, sink,
                            secure_zone::apply_create);
}

Written<Issuance> Issuances::submit(const IssuanceRef& request) {
    return bulk::run_one(env_, "issuance.submit", [&](bulk::Work& work) {
        return secure_zone::apply_submit(work, request);
    });
}

bulk::Summary Issuances::submit_rows(const bulk::Source<IssuanceRef>& rows,
                                     const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "issuance.submit", rows, options, sink,
                            secure_zone::apply_submit);
}

Written<Issuance> Issuances::cancel(const IssuanceRef& request) {
    return bulk::run_one(env_, "issuance.cancel", [&](bulk::Work& work) {
        return secure_zone::apply_cancel(work, request);
    });
}

bulk::Summary Issuances::cancel_rows(const bulk::Source<IssuanceRef>& rows,
                                     const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "issuance.cancel", rows, options, sink,
                            secure_zone::apply_cancel);
}

Written<Issuance> Issuances::receive(const IssuanceReceipt& request) {
    return bulk::run_one(env_, "issuance.receive", [&](bulk::Work& work) {
        return secure_zone::apply_receive(work, request);
    });
}

bulk::Summary Issuances::receive_rows(const bulk::Source<IssuanceReceipt>& rows,
                                      const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "issuance.receive", rows, options, sink,
                            secure_zone::apply_receive);
}

}  // namespace dcadmin
