// SPDX-License-Identifier: Apache-2.0
// Sending again is somebody's deliberate act: other than the states of due work it stands in the
// log.
#include "access/require.h"
#include "audit/recorder.h"
#include "outbox/due.h"

#include <dcadmin/outbox.h>

#include <cstdint>
#include <vector>

namespace dcadmin {

namespace {

using Ids = std::vector<std::int64_t>;

template <class Which>
Ids again(const Env& env, Which which, bool& changed) {
    Ids ids;
    store::write(env, [&](store::Tx& tx) {
        access::require(tx, access::Operation::send_notices);
        ids = which(tx);
        changed = false;
        for (const std::int64_t id : ids) {
            if (!outbox::wait_again(tx, id)) continue;
            audit::record(tx, {.subject = "notice",
                               .verb = "resend",
                               .subject_id = id,
                               .before = {},
                               .after = {},
                               .reason = {}});
            changed = true;
        }
    });
    return ids;
}

}  // namespace

Written<std::vector<Notice>> Notices::resend(const std::vector<NoticeId>& ids) {
    Written<std::vector<Notice>> written;
    const auto named = [&ids](store::Tx&) {
        Ids values;
        for (const NoticeId id : ids) values.push_back(id.value());
        return values;
    };
    static_cast<void>(again(env_, named, written.changed));
    for (const NoticeId id : ids) written.item.push_back(get(id));
    return written;
}

Written<std::vector<Notice>> Notices::resend_failed() {
    Written<std::vector<Notice>> written;
    for (const std::int64_t id : again(env_, outbox::all_failed, written.changed)) {
        written.item.push_back(get(NoticeId::from_stored(id)));
    }
    return written;
}

}  // namespace dcadmin
