// SPDX-License-Identifier: Apache-2.0
#include "outbox/due.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include "outbox/customer_notices_sql.h"
#include "outbox/notices_sql.h"

namespace dcadmin::outbox {

bool wait_again(store::Tx& tx, std::int64_t id) {
    const auto stored = find_notice(tx.db(), id);
    const std::string name = NoticeId::from_stored(id).text();
    if (!stored) {
        throw Error(Kind::not_found, say("no notice {} in the store", name),
                    "see which there are: dcadmin notice list", "id");
    }
    if (stored->erased) {
        throw Error(Kind::rule, say("the person that notice {} went to is erased", name), {}, "id");
    }
    if (stored->notice.state != "sent" && stored->notice.state != "failed") return false;
    make_wait(tx.db(), id, tx.now().iso());
    return true;
}

std::vector<std::int64_t> all_failed(store::Tx& tx) {
    return failed_notices(tx.db());
}

std::vector<std::int64_t> customers_wait_again(store::Tx& tx) {
    auto ids = failed_customer_notices(tx.db());
    const std::string now = tx.now().iso();
    for (const std::int64_t id : ids) make_customer_notice_wait(tx.db(), id, now);
    return ids;
}

}  // namespace dcadmin::outbox
