// SPDX-License-Identifier: Apache-2.0
#include "audit/paper_images.h"

#include "audit/image_text.h"

namespace dcadmin::audit {

std::string image_of(const PaperVoucherFields& voucher) {
    std::string out;
    add(out, "organisation", voucher.organisation_id);
    add(out, "context", voucher.context_id);
    add(out, "region", voucher.region);
    add(out, "number", voucher.number);
    add(out, "customer", voucher.customer);
    add(out, "usable_until", voucher.usable_until);
    add(out, "hand_in_until", voucher.hand_in_until);
    add(out, "day", voucher.day);
    add(out, "worker", voucher.worker_id);
    add(out, "activity", voucher.activity);
    add(out, "state", voucher.state);
    add(out, "received_on", voucher.received_on);
    add(out, "announced_on", voucher.announced_on);
    add(out, "read_on", voucher.read_on);
    add(out, "due_on", voucher.due_on);
    add(out, "lacks", voucher.lacks);
    add(out, "cause", voucher.cause);
    add(out, "issuance", voucher.issuance_id);
    return out;
}

}  // namespace dcadmin::audit
