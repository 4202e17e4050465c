// SPDX-License-Identifier: Apache-2.0
// Statements about service accounts.
#pragma once

#include "store/tx.h"

#include <dcadmin/accounts.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::sign_in {

struct AccountRow {
    std::int64_t id = 0;
    Account account;
    std::string operations;  // as stored
    std::string until;
    std::string retired_at;
    std::vector<std::int64_t> organisation_ids;
};
[[nodiscard]] std::vector<AccountRow> read_accounts(store::Db& db, std::string_view name,
                                                    Timestamp now);
[[nodiscard]] std::int64_t insert_account(store::Tx& tx, const AccountRow& account,
                                          std::string_view secret_hash);
void set_secret(store::Db& db, std::int64_t id, std::string_view secret_hash);
void set_retired(store::Db& db, std::int64_t id, std::string_view now);

}  // namespace dcadmin::sign_in
