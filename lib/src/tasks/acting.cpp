// SPDX-License-Identifier: Apache-2.0
#include "tasks/acting.h"

#include "access/require.h"
#include "designation/administrators.h"
#include "tasks/rules.h"

namespace dcadmin::tasks {

void require_administrator(store::Tx& tx, std::int64_t organisation_id, EnterpriseNumber org) {
    if (access::signed_in(tx.env())) return;  // the matrix was asked
    const auto person = tx.acting();
    if (!person) return;
    if (designation::administers(tx.db(), organisation_id, *person, tx.today(), tx.now())) return;
    throw not_administrator(PersonId::from_stored(*person), org);
}

}  // namespace dcadmin::tasks
