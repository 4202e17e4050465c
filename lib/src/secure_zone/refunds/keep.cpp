// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/refunds/keep.h"

#include "audit/issuance_images.h"
#include "policies/values.h"
#include "secure_zone/calendar/working_days.h"
#include "secure_zone/issuances/find.h"
#include "secure_zone/paper/bundle.h"
#include "secure_zone/record_change.h"
#include "secure_zone/refunds/open.h"
#include "secure_zone/terms/holding.h"

#include <utility>

namespace dcadmin::secure_zone {

namespace {

// Empty where no source tells the term.
std::string expected_on(store::Tx& tx, const IssuanceRow& row) {
    const Date received = Date::parse(row.received_on);
    const TermKind kind =
        row.kind == "paper" ? TermKind::reimburse_paper : TermKind::reimburse_electronic;
    const auto term = find_term_holding(tx.db(), {.kind = kind, .region = row.region}, received);
    if (!term) return {};
    WorkingDays days = working_days(tx.db());
    return last_day_of(*term, received, days).iso();
}

// Nobody knows when a paper voucher was issued.
std::vector<VoucherGroup> paper_groups(store::Db& db, std::int64_t issuance_id) {
    std::vector<VoucherGroup> groups;
    for (const PaperDay& one : payable_days(db, issuance_id)) {
        VoucherGroup group{.service_day = {}, .issued_on = {}, .vouchers = one.vouchers};
        if (!one.day.empty()) group.service_day = Date::parse(one.day);
        groups.push_back(group);
    }
    return groups;
}

std::vector<VoucherGroup> groups_of(store::Db& db, const IssuanceRow& issuance,
                                    const std::vector<TariffRow>& tariffs,
                                    const VouchersByDay* taken) {
    if (issuance.kind == "paper") return paper_groups(db, issuance.id);
    if (taken == nullptr || asks_for(tariffs, TariffBasis::issue)) {
        return voucher_groups(db, issuance.id, tariffs);
    }
    std::vector<VoucherGroup> groups;
    for (const auto& [day, vouchers] : *taken) {
        groups.push_back(
            {.service_day = Date::parse(day), .issued_on = {}, .vouchers = vouchers});
    }
    return groups;
}

bool is_first(store::Tx& tx, const IssuanceRow& row) {
    if (policies::value_of(tx.db(), "zone.first_block") != "on") return false;
    const std::string since = accredited_since(tx.db(), row.organisation_id, row.region);
    const auto there = find_block(tx.db(), {.organisation_id = row.organisation_id,
                                            .region = row.region,
                                            .cause = BlockCause::first_hand_in});
    const bool told = there && there->since >= since;
    return !told && !handed_in_before(tx.db(), row.organisation_id, row.region, row.id);
}

}  // namespace

Price price_now(store::Tx& tx, const IssuanceRow& issuance, const VouchersByDay* taken) {
    const auto tariffs = tariffs_for(tx.db(), issuance.region);
    return price_of(groups_of(tx.db(), issuance, tariffs, taken), tariffs,
                    {.made_on = Date::parse(issuance.made_on),
                     .received_on = Date::parse(issuance.received_on)});
}

std::string image_of(const RefundRow& row) {
    audit::RefundFields fields{.issuance_id = row.issuance_id,
                               .cents = row.price.cents,
                               .vouchers = row.price.vouchers,
                               .unpriced = row.price.unpriced,
                               .expected_on = row.expected_on,
                               .paid_on = row.paid_on,
                               .reference = row.reference,
                               .lines = {}};
    fields.lines.assign(row.price.lines.begin(), row.price.lines.end());
    return audit::image_of(fields);
}

std::string image_of(const BlockRow& row) {
    return audit::image_of(audit::BlockFields{.organisation_id = row.organisation_id,
                                              .region = name_of(row.region),
                                              .issuance_id = row.issuance_id,
                                              .cause = name_of(row.cause),
                                              .since = row.since,
                                              .released_at = row.released_at});
}

void record_refund(store::Tx& tx, std::string_view verb, const IssuanceRow& issuance,
                   const RefundRow& row, const std::string& before, const std::string& reason) {
    const std::string after = image_of(row);
    record_change(tx, {.organisation_id = issuance.organisation_id,
                       .subject = "refund",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = reason});
}

void add_block(store::Tx& tx, BlockRow& row, const std::string& reason) {
    row.since = tx.today().iso();
    row.released_at.clear();
    row.id = insert_block(tx.db(), row, tx.operation());
    const std::string after = image_of(row);
    record_change(tx, {.organisation_id = row.organisation_id,
                       .subject = "block",
                       .verb = "block",
                       .subject_id = row.id,
                       .before = {},
                       .after = after,
                       .reason = reason});
}

void step_all(store::Tx& tx, const BlockRow& block, IssuanceState from, IssuanceEvent event,
              const std::string& reason) {
    for (const std::int64_t id : issuances_under(tx.db(), block, from)) {
        IssuanceRow row = *find_issuance(tx.db(), id);
        if (event == IssuanceEvent::release &&
            is_blocked(tx.db(), row.organisation_id, row.region, row.id)) {
            continue;
        }
        const std::string before = image_of(row);
        step(row, event);
        keep_issuance(tx, name_of(event), row, before, reason);
    }
}

void pass_or_block(store::Tx& tx, IssuanceRow& row) {
    if (is_first(tx, row)) {
        BlockRow block{.organisation_id = row.organisation_id,
                       .region = row.region,
                       .cause = BlockCause::first_hand_in};
        add_block(tx, block, {});
    }
    const bool blocked = is_blocked(tx.db(), row.organisation_id, row.region, row.id);
    step(row, blocked ? IssuanceEvent::block : IssuanceEvent::pass);
}

void begin_refund(store::Tx& tx, const IssuanceRow& row, const VouchersByDay* taken) {
    RefundRow refund{.issuance_id = row.id,
                     .price = price_now(tx, row, taken),
                     .expected_on = expected_on(tx, row)};
    refund.id = insert_refund(tx.db(), refund, tx.operation());
    record_refund(tx, "open", row, refund, {}, {});
}

bool price_refund(store::Tx& tx, const IssuanceRow& row) {
    auto refund = find_refund(tx.db(), row.id);
    Price now = price_now(tx, row);
    if (!refund || now == refund->price) return false;
    const std::string before = image_of(*refund);
    refund->price = std::move(now);
    update_refund(tx.db(), *refund);
    record_refund(tx, "price", row, *refund, before, {});
    return true;
}

void open_refund(store::Tx& tx, IssuanceRow& row, const VouchersByDay* taken) {
    step(row, IssuanceEvent::control);
    begin_refund(tx, row, taken);
    pass_or_block(tx, row);
}

}  // namespace dcadmin::secure_zone
