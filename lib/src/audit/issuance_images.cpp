// SPDX-License-Identifier: Apache-2.0
#include "audit/issuance_images.h"

#include "audit/image_text.h"

#include <iterator>

namespace dcadmin::audit {

std::string image_of(const ScheduleFields& schedule) {
    std::string out;
    add(out, "organisation", schedule.organisation_id);
    add(out, "region", schedule.region);
    add(out, "every", schedule.every);
    add(out, "on", schedule.on_day);
    add(out, "since", schedule.since);
    add(out, "ended_at", schedule.ended_at);
    return out;
}

void IssuanceItems::add(std::int64_t id, std::int64_t service_id, std::int64_t order_id,
                        std::int64_t first_number, std::int64_t vouchers) {
    scratch_.clear();
    for (const std::int64_t number : {id, service_id, order_id, first_number, vouchers}) {
        const fmt::format_int text(number);
        if (!scratch_.empty()) scratch_.push_back(' ');
        scratch_.append(text.data(), text.size());
    }
    scratch_.push_back('\n');
    digest_.add(scratch_);
    ++count_;
    vouchers_ += vouchers;
}

std::string IssuanceItems::text() {
    if (count_ == 0) return {};
    return fmt::format("{} items, digest {}", count_, digest_.hex());
}

std::string image_of(const IssuanceFields& issuance) {
    std::string out;
    add(out, "organisation", issuance.organisation_id);
    add(out, "region", issuance.region);
    add(out, "kind", issuance.kind);
    add(out, "mode", issuance.mode);
    add(out, "period", issuance.period);
    add(out, "period_until", issuance.period_until);
    add(out, "month", issuance.month);
    add(out, "made_on", issuance.made_on);
    add(out, "received_on", issuance.received_on);
    add(out, "state", issuance.state);
    add(out, "services", issuance.services);
    add(out, "vouchers", issuance.vouchers);
    add(out, "items", issuance.items);
    return out;
}

std::string image_of(const BlockFields& block) {
    std::string out;
    add(out, "organisation", block.organisation_id);
    add(out, "region", block.region);
    add(out, "issuance", block.issuance_id);
    add(out, "cause", block.cause);
    add(out, "since", block.since);
    add(out, "released_at", block.released_at);
    return out;
}

std::string image_of(const RefundFields& refund) {
    std::string out;
    add(out, "issuance", refund.issuance_id);
    add(out, "cents", refund.cents);
    add(out, "vouchers", refund.vouchers);
    add(out, "unpriced", refund.unpriced);
    add(out, "expected_on", refund.expected_on);
    add(out, "paid_on", refund.paid_on);
    add(out, "reference", refund.reference);
    std::string lines;
    for (const auto& [tariff, vouchers] : refund.lines) {
        lines += fmt::format("{}{}:{}", lines.empty() ? "" : " ", tariff, vouchers);
    }
    add(out, "lines", lines);
    return out;
}

}  // namespace dcadmin::audit
