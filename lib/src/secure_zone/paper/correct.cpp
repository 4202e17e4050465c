// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/paper/find.h"
#include "secure_zone/paper/rules.h"
#include "secure_zone/paper/touched.h"
#include "secure_zone/terms/holding.h"

#include <dcadmin/base/month.h>
#include <dcadmin/base/say.h>

#include <algorithm>

namespace dcadmin::secure_zone {

namespace {

// The first day of a service that the voucher pays for. Its day of issue stands nowhere, but the
// term from which its last day comes leads back to the month; of several the earliest is taken.
std::optional<Date> first_payable(store::Db& db, const PaperRow& row) {
    constexpr int longest = 24;
    if (row.usable_until.empty()) return std::nullopt;
    const Month last = Month::of(Date::parse(row.usable_until));
    for (int months = longest; months > 0; --months) {
        const Date issued = last.plus(-months).first();
        const auto holds =
            find_term_holding(db, {.kind = TermKind::voucher, .region = row.region}, issued);
        if (!holds || holds->length.count != months) continue;
        const auto age =
            find_term_holding(db, {.kind = TermKind::service_age, .region = row.region}, issued);
        if (!age) return std::nullopt;
        return Month::of(issued).plus(-age->length.count).first();
    }
    return std::nullopt;
}

void require_in_time(const PaperRow& row, Date today) {
    if (row.state != PaperState::to_correct || today.iso() <= row.due_on) return;
    throw Error(Kind::rule,
                say("voucher {} could be corrected until {}", row.number,
                    Date::parse(row.due_on).formatted()),
                "it is never paid: dcadmin paper advance rejects it", "id");
}

void require_whole(const PaperRow& row, const std::vector<std::string>& lacked) {
    for (const std::string& field : empty_fields(row)) {
        if (std::ranges::find(lacked, field) == lacked.end() &&
            !blocks_payment(row.region, field)) {
            continue;
        }
        throw Error(Kind::rule, say("voucher {} has no {} yet", row.number, field),
                    say("give it: --{}", field), field);
    }
}

void require_day(store::Tx& tx, const PaperRow& row) {
    std::optional<Date> usable_until;
    if (!row.usable_until.empty()) usable_until = Date::parse(row.usable_until);
    const std::string why = why_not_on(Date::parse(row.day), Date::parse(row.read_on), usable_until,
                                       first_payable(tx.db(), row));
    if (why.empty()) return;
    throw Error(Kind::rule, say("voucher {}: {}", row.number, why),
                "give the day on which the service was performed", "date");
}

std::vector<std::string> split_fields(const std::string& lacks) {
    std::vector<std::string> fields;
    for (std::size_t from = 0; from < lacks.size();) {
        const std::size_t bar = std::min(lacks.find('|', from), lacks.size());
        fields.push_back(lacks.substr(from, bar - from));
        from = bar + 1;
    }
    return fields;
}

}  // namespace

Written<PaperVoucher> apply_correct(bulk::Work& work, const PaperCorrection& request) {
    store::Tx& tx = work.tx;
    PaperRow row = require_paper(tx, request.voucher);
    const bool corrected_so = row.state != PaperState::to_correct && !row.due_on.empty() &&
                              row.state != PaperState::rejected && has(tx, row, request.fields);
    if (!corrected_so) {
        const std::string before = image_of(row);
        const auto lacked = split_fields(row.lacks);
        require_in_time(row, tx.today());
        step(row, PaperEvent::correct);
        fill(tx, row, request.fields);
        require_whole(row, lacked);
        require_day(tx, row);
        require_possible(tx, row);
        row.lacks.clear();
        settle_paper(tx, "correct", row, before, request.reason);
        touch_issuance(work, row.issuance_id);
    }
    return {.changed = !corrected_so, .item = shown_paper(tx.db(), row.id), .remark = {}};
}

std::uint64_t reject_uncorrected(bulk::Work& work, std::int64_t organisation_id, Date today) {
    store::Tx& tx = work.tx;
    const auto ids = papers_run_out(tx.db(), organisation_id, today.iso());
    for (const std::int64_t id : ids) {
        PaperRow row = find_paper(tx.db(), PaperVoucherId::from_stored(id)).value();
        const std::string before = image_of(row);
        step(row, PaperEvent::run_out);
        row.cause = "uncorrected";
        settle_paper(tx, "run_out", row, before, {});
        touch_issuance(work, row.issuance_id);
    }
    return ids.size();
}

}  // namespace dcadmin::secure_zone
