// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/vouchers.h>

#include "audit/customer_images.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "secure_zone/customers/find.h"
#include "secure_zone/record_change.h"
#include "secure_zone/services/allocate.h"
#include "secure_zone/terms/holding.h"
#include "secure_zone/vouchers/rules.h"
#include "secure_zone/vouchers/vouchers_sql.h"
#include "secure_zone/vouchers/wallet.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <array>
#include <limits>

namespace dcadmin {

namespace secure_zone {

namespace {

std::string image(const VoucherOrderRow& row) {
    const std::string issued = row.issued_on.iso();
    const std::string usable = row.usable_until.iso();
    const std::string hand_in = row.hand_in_until.iso();
    return audit::image_of(audit::VoucherOrderFields{.customer_id = row.customer_id,
                                                     .first_number = row.first_number,
                                                     .vouchers = row.vouchers,
                                                     .issued_on = issued,
                                                     .usable_until = usable,
                                                     .hand_in_until = hand_in});
}

// Ten digits, the first of all.
constexpr std::int64_t first_of_all = 1'000'000'001;

std::int64_t next_number(store::Db& db) {
    const auto last = last_before(db, std::numeric_limits<std::int64_t>::max());
    return last ? std::max(last->end(), first_of_all) : first_of_all;
}

// The order that is there in just that way; conflict when one of these numbers is taken.
std::optional<std::int64_t> there_already(store::Db& db, const VoucherOrderRow& asked) {
    const auto other = last_before(db, asked.end());
    if (!other || other->end() <= asked.first_number) return std::nullopt;
    const bool same = other->customer_id == asked.customer_id &&
                      other->first_number == asked.first_number &&
                      other->vouchers == asked.vouchers && other->issued_on == asked.issued_on;
    if (same) return other->id;
    throw Error(
        Kind::conflict,
        say("voucher {} was ordered already", std::max(other->first_number, asked.first_number)),
        "leave the first number out, and it is the next that is free", "first_number");
}

void require_able(store::Tx& tx, const FoundCustomer& customer, CustomerNumber number) {
    access::require(tx, access::Operation::vouchers, subject_of(customer));
    require_active(customer, number);
}

Written<VoucherOrder> apply_order(bulk::Work& work, const NewVoucherOrder& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    if (const auto problem = order_problem(request)) throw *problem;
    const FoundCustomer customer = get_customer(tx, request.org, request.customer);
    require_able(tx, customer, request.customer);
    const Date issued = request.on.value_or(tx.today());
    const auto holds =
        term_holding(tx.db(), {.kind = TermKind::voucher, .region = customer.region}, issued);
    const Date usable = end_of_month_after(holds, issued);
    const auto more =
        term_holding(tx.db(), {.kind = TermKind::hand_in, .region = customer.region}, usable);
    VoucherOrderRow row{.customer_id = customer.id,
                        .first_number = request.first_number.value_or(next_number(tx.db())),
                        .vouchers = request.count,
                        .issued_on = issued,
                        .usable_until = usable,
                        .hand_in_until = end_of_month_after(more, usable)};
    if (const auto there = there_already(tx.db(), row)) {
        return {.changed = false, .item = shown_order(tx.db(), *there, tx.today()), .remark = {}};
    }
    row.id = insert_order(tx.db(), row, tx.operation());
    record_change(tx, {.organisation_id = customer.organisation_id,
                       .subject = "voucher_order",
                       .verb = "add",
                       .subject_id = row.id,
                       .before = {},
                       .after = image(row),
                       .reason = request.reason});
    ServiceChanges& changes = ServiceChanges::of(work, "allocate");
    changes.wallet().forget();
    allocate_to_waiting(changes, tx, customer.id);
    return {.changed = true, .item = shown_order(tx.db(), row.id, tx.today()), .remark = {}};
}

// A company reads its customers' vouchers as all that is its zone's; who acts for no organisation,
// an operator of the issuer or a customer, reads what he may order.
access::Operation reading(const Env& env) {
    const auto sight = access::sight_of(env, access::Operation::read_zone);
    const bool for_none = !sight.all && sight.organisation == 0 && sight.person != 0;
    return for_none ? access::Operation::vouchers : access::Operation::read_zone;
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Vouchers::list(const VoucherFilter& filter, const Each<VoucherOrder>& each) {
    constexpr std::array<std::string_view, 5> states{"usable", "future", "expired", "used-up",
                                                     "all"};
    if (std::ranges::find(states, filter.state) == states.end()) {
        throw Error(Kind::usage, say("{} is not a state of vouchers", text::quoted(filter.state)),
                    "one of: usable, future, expired, used-up, all", "state");
    }
    const auto sight = access::sight_of(env_, secure_zone::reading(env_));
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_orders(env_.store.db(), filter, organisation, sight,
                                    env_.clock.today(), each);
}

std::vector<WalletLine> Vouchers::wallet(const WalletQuestion& question) {
    access::enter(env_);
    const auto customer = secure_zone::get_customer(env_, question.org, question.customer);
    access::require(env_, secure_zone::reading(env_), secure_zone::subject_of(customer));
    return secure_zone::wallet_of(env_, customer.id);
}

Written<VoucherOrder> Vouchers::order(const NewVoucherOrder& request) {
    return bulk::run_one(env_, "voucher.order",
                         [&](bulk::Work& work) { return secure_zone::apply_order(work, request); });
}

bulk::Summary Vouchers::order_rows(const bulk::Source<NewVoucherOrder>& rows,
                                   const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "voucher.order", rows, options, sink,
                          [](bulk::Work& work, const NewVoucherOrder& request) {
                              const auto written = secure_zone::apply_order(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

}  // namespace dcadmin
