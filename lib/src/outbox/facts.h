// SPDX-License-Identifier: Apache-2.0
// What a stored notice tells of, read from the records that its items name.
#pragma once

#include "outbox/notices_sql.h"
#include "outbox/texts.h"

namespace dcadmin::outbox {

[[nodiscard]] Counts counts_of(store::Db& db, const StoredNotice& stored);
[[nodiscard]] Facts facts_of(store::Db& db, const StoredNotice& stored, Counts counts);

}  // namespace dcadmin::outbox
