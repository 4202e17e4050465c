// SPDX-License-Identifier: Apache-2.0
// Asks row by row whether who acts may grant it, in a run that writes a file as one: the same
// question, with the same answers, that a grant by itself asks, but from the facts that judging has
// read already.
#pragma once

#include "rights/facts_sql.h"
#include "rights/grant_records.h"
#include "store/tx.h"

#include <cstdint>
#include <unordered_map>

namespace dcadmin::rights {

class RowPermission {
   public:
    /// Throws sign_in where the store wants that.
    explicit RowPermission(store::Tx& tx);

    /// Throws not_found for a person or organisation that who acts may not see, in the words of one
    /// that is not there; not_allowed. `person` null: not in the store.
    void require(const AskedRecord& row, const RightFacts& right, const PersonFacts* person,
                 const Facts& facts);
    /// Whether it is who acts himself; throws rule where the store refuses that he grants.
    [[nodiscard]] bool is_own(std::int64_t person_id);

   private:
    [[nodiscard]] std::int64_t organisation(EnterpriseNumber number);

    store::Tx& tx_;
    bool signed_in_;
    std::unordered_map<std::uint64_t, std::int64_t> seen_;  // organisations by number; 0: not seen
};

}  // namespace dcadmin::rights
