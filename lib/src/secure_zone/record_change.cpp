// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/record_change.h"

#include "audit/recorder.h"

#include <dcadmin/base/text.h>

namespace dcadmin::secure_zone {

void record_change(store::Tx& tx, const Change& change) {
    const std::string reason = text::clean(change.reason, "reason");
    audit::NewEntry entry{.chain = audit::chain_of(tx, change.organisation_id),
                          .subject = change.subject,
                          .verb = change.verb,
                          .subject_id = change.subject_id,
                          .before = {},
                          .after = change.after,
                          .reason = {}};
    if (!change.before.empty()) entry.before = change.before;
    if (!reason.empty()) entry.reason = reason;
    audit::record(tx, entry);
}

}  // namespace dcadmin::secure_zone
