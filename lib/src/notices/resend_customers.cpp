// SPDX-License-Identifier: Apache-2.0
// As resend.cpp, for notices to customers.
#include "access/require.h"
#include "audit/recorder.h"
#include "outbox/due.h"

#include <dcadmin/customer_notices.h>

namespace dcadmin {

std::uint64_t CustomerNotices::resend_failed() {
    std::uint64_t count = 0;
    store::write(env_, [&](store::Tx& tx) {
        access::require(tx, access::Operation::send_notices);
        count = 0;
        for (const std::int64_t id : outbox::customers_wait_again(tx)) {
            audit::record(tx, {.subject = "customer_notice",
                               .verb = "resend",
                               .subject_id = id,
                               .before = {},
                               .after = {},
                               .reason = {}});
            ++count;
        }
    });
    return count;
}

}  // namespace dcadmin
