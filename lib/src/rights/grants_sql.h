// SPDX-License-Identifier: Apache-2.0
// Statements of grants, and the way between their rows and structs.
#pragma once

#include "access/require.h"
#include "rights/rules.h"
#include "store/appender.h"
#include "store/db.h"

#include <dcadmin/rights.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::rights {

struct GrantRow {
    std::int64_t relation_id;
    std::int64_t right_id;
    std::int64_t context_id;
    std::string_view from;
    std::string_view until;
    std::string_view reason;
    std::int64_t operation_id;
};
[[nodiscard]] std::int64_t insert_grant(store::Db& db, const GrantRow& grant);

/// Inserts with ids given by the caller, for runs.
class GrantInsert {
   public:
    explicit GrantInsert(store::Db& db);
    void insert(std::int64_t id, const GrantRow& grant);
    void flush() { grants_->flush(); }

   private:
    std::unique_ptr<store::Appender> grants_;
};
[[nodiscard]] store::IdStock take_grant_ids(store::Db& db, std::uint64_t count);

/// Grants of one relation, right and, when given, context; those that are not live included.
struct StoredGrant {
    HeldGrant grant;
    std::string valid_until;  // as stored
    std::string revoked_at;   // as stored; '' when not revoked
};
[[nodiscard]] std::vector<StoredGrant> grants_of(store::Db& db, std::int64_t relation_id,
                                                 std::int64_t right_id);
/// Moves end and revocation; the first end is kept.
void update_state(store::Db& db, std::int64_t id, std::string_view until,
                  std::string_view revoked_at);

/// The moment and day that `at` stands for: a day as a whole, or now.
struct AsOf {
    Date day;
    Timestamp moment;
};
[[nodiscard]] AsOf as_of(std::optional<Date> at, const Clock& clock);

std::uint64_t list_grants(store::Db& db, const GrantFilter& filter, const AsOf& as_of,
                          const access::Sight& sight, const Each<Grant>& each);
std::uint64_t list_orphans(store::Db& db, const OrphanFilter& filter, const AsOf& as_of,
                          const access::Sight& sight, const Each<OrphanGrant>& each);
[[nodiscard]] std::optional<Grant> find_grant(store::Db& db, std::int64_t id, const AsOf& as_of);

}  // namespace dcadmin::rights
