// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/subsidiaries/acting.h"

#include "secure_zone/subsidiaries/subsidiaries_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

namespace dcadmin::secure_zone {

void require_acting(store::Tx& tx, std::int64_t organisation_id) {
    const auto since = deactivated_on(tx.db(), organisation_id);
    if (!since) return;
    throw Error(Kind::rule, say("it acts no more in the secure zone since {}", since->formatted()),
                "what had begun goes on; nothing new begins: see dcadmin subsidiary list", "org");
}

}  // namespace dcadmin::secure_zone
