// SPDX-License-Identifier: Apache-2.0
// How the records of sign-in are read for replay: keys, accounts, applications, signing keys.
#pragma once

#include "audit/replay_sql.h"

namespace dcadmin::audit {

void read_credential(store::Db& db, const store::Statement& row, Record& record);
void read_account(store::Db& db, const store::Statement& row, Record& record);
void read_staff(store::Db& db, const store::Statement& row, Record& record);
void read_application(store::Db& db, const store::Statement& row, Record& record);
void read_signing_key(store::Db& db, const store::Statement& row, Record& record);

}  // namespace dcadmin::audit
