// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/refunds.h>

#include "bulk/run.h"
#include "organisations/find.h"
#include "secure_zone/issuances/find.h"
#include "secure_zone/paper/bundle.h"
#include "secure_zone/refunds/keep.h"
#include "secure_zone/refunds/open.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <array>

namespace dcadmin {

namespace secure_zone {

namespace {

Error nothing_to_pay(const IssuanceRow& row) {
    const std::string id = IssuanceId::from_stored(row.id).text();
    return {Kind::rule,
            say("nothing is to be paid for {}: {}", id, why_not(row.state, IssuanceEvent::pay)),
            say("see it: dcadmin issuance show {}", id), "issuance"};
}

IssuanceRow operators_issuance(store::Tx& tx, IssuanceId id) {
    access::enter(tx);
    IssuanceRow row = seen_issuance(tx, id);
    access::require(tx, access::Operation::refunds, {.organisation = row.organisation_id});
    return row;
}

void require_priced(const RefundRow& refund, const std::string& id) {
    if (refund.price.unpriced == 0) return;
    throw Error(Kind::rule,
                say("no sourced tariff says what {} of the {} vouchers of {} are worth",
                    refund.price.unpriced, refund.price.vouchers, id),
                say("add it with its source: dcadmin tariff import; then dcadmin refund "
                    "price {}",
                    id),
                "issuance");
}

void require_fitting(store::Tx& tx, const Payment& payment, const IssuanceRow& row,
                     const RefundRow& refund) {
    const std::string id = payment.issuance.text();
    if (payment.amount.cents() != refund.price.cents) {
        throw Error(
            Kind::rule,
            say("{} is to be paid for {}, and not {}",
                Money::from_cents(refund.price.cents).decimal(), id, payment.amount.decimal()),
            say("see how it came about: dcadmin refund show {} --lines", id), "amount");
    }
    if (payment.on > tx.today() || payment.on.iso() < row.made_on) {
        throw Error(Kind::usage, say("{} cannot have been paid on {}", id, payment.on.formatted()),
                    "from the day it was made until today", "on");
    }
}

std::string checked_reference(const Payment& payment) {
    std::string reference = text::clean(payment.reference, "reference");
    if (!reference.empty()) return reference;
    throw Error(Kind::usage, "a payment has a reference", "give it: --reference", "reference");
}

Written<Refund> unchanged_payment(store::Tx& tx, const Payment& payment, const RefundRow& refund,
                                  const std::string& reference) {
    if (refund.paid_on == payment.on.iso() && refund.reference == reference &&
        refund.price.cents == payment.amount.cents()) {
        return {.changed = false,
                .item = *shown_refund(tx.db(), refund.issuance_id, tx.today()),
                .remark = {}};
    }
    throw Error(Kind::conflict,
                say("{} was paid on {}, reference {}", payment.issuance.text(),
                    Date::parse(refund.paid_on).formatted(), text::quoted(refund.reference)),
                "look at the payment again", "issuance");
}

Written<Refund> apply_pay(bulk::Work& work, const Payment& payment) {
    store::Tx& tx = work.tx;
    IssuanceRow row = operators_issuance(tx, payment.issuance);
    const std::string reference = checked_reference(payment);
    auto refund = find_refund(tx.db(), row.id);
    if (!refund) throw nothing_to_pay(row);
    if (!refund->paid_on.empty()) return unchanged_payment(tx, payment, *refund, reference);
    const std::string before = image_of(row);
    step(row, IssuanceEvent::pay);
    require_priced(*refund, payment.issuance.text());
    require_fitting(tx, payment, row, *refund);
    const std::string refund_before = image_of(*refund);
    refund->paid_on = payment.on.iso();
    refund->reference = reference;
    update_refund(tx.db(), *refund);
    record_refund(tx, "pay", row, *refund, refund_before, payment.reason);
    if (row.kind == "paper") {
        mark_refunded(tx, row.id);
    } else {
        pay_services(tx.db(), row.id);
    }
    step(row, IssuanceEvent::close);
    keep_issuance(tx, "pay", row, before, payment.reason);
    return {.changed = true, .item = *shown_refund(tx.db(), row.id, tx.today()), .remark = {}};
}

void price_one(store::Tx& tx, const IssuanceRow& row, Priced& done) {
    ++done.refunds;
    if (price_refund(tx, row)) ++done.changed;
    done.unpriced += find_refund(tx.db(), row.id)->price.unpriced;
}

Written<Priced> apply_price(store::Tx& tx, std::optional<IssuanceId> issuance) {
    Written<Priced> written;
    if (issuance) {
        const IssuanceRow row = operators_issuance(tx, *issuance);
        const auto refund = find_refund(tx.db(), row.id);
        if (!refund || !refund->paid_on.empty()) throw nothing_to_pay(row);
        price_one(tx, row, written.item);
    } else {
        access::enter(tx);
        access::require(tx, access::Operation::refunds);
        for (const std::int64_t id : open_refunds(tx.db())) {
            price_one(tx, *find_issuance(tx.db(), id), written.item);
        }
    }
    written.changed = written.item.changed > 0;
    return written;
}

void require_state(const std::string& state) {
    constexpr std::array<std::string_view, 4> states{"", "pending", "blocked", "paid"};
    if (std::ranges::find(states, state) != states.end()) return;
    throw Error(Kind::usage, say("{} is not a state of refunds", text::quoted(state)),
                "one of: pending, blocked, paid", "state");
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Refunds::list(const RefundFilter& filter, const Each<Refund>& each) {
    secure_zone::require_state(filter.state);
    const auto sight = access::sight_of(env_, access::Operation::read_refunds);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_refunds(env_.store.db(), filter, organisation, sight,
                                     env_.clock.today(), each);
}

Refund Refunds::get(IssuanceId issuance) {
    access::enter(env_);
    store::Db& db = env_.store.db();
    const auto row = secure_zone::find_issuance(db, issuance.value());
    const bool seen = row && access::sees(env_, row->organisation_id);
    if (seen) {
        access::require(env_, access::Operation::read_refunds,
                        {.organisation = row->organisation_id});
        const auto refund = secure_zone::shown_refund(db, issuance.value(), env_.clock.today());
        if (refund) return *refund;
    }
    throw Error(Kind::not_found, say("there is no refund of {}", issuance.text()),
                "see which there are: dcadmin refund list", "issuance");
}

std::uint64_t Refunds::lines(IssuanceId issuance, const Each<RefundLine>& each) {
    static_cast<void>(get(issuance));
    return secure_zone::list_lines(env_.store.db(), issuance.value(), each);
}

Written<Priced> Refunds::price(std::optional<IssuanceId> issuance) {
    return store::write_result(
        env_, [&](store::Tx& tx) { return secure_zone::apply_price(tx, issuance); });
}

Written<Refund> Refunds::pay(const Payment& payment) {
    return bulk::run_one(env_, "refund.pay",
                         [&](bulk::Work& work) { return secure_zone::apply_pay(work, payment); });
}

bulk::Summary Refunds::pay_rows(const bulk::Source<Payment>& rows, const bulk::Options& options,
                                const bulk::Sink& sink) {
    return bulk::run_rows(env_, "refund.pay", rows, options, sink,
                          [](bulk::Work& work, const Payment& payment) {
                              const auto written = secure_zone::apply_pay(work, payment);
                              return bulk::result_of(written, written.item.issuance.text());
                          });
}

}  // namespace dcadmin
