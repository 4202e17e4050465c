// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/comments_sql.h"

namespace dcadmin::secure_zone {

std::int64_t insert_comment(store::Db& db, std::int64_t service_id, std::string_view party,
                            std::string_view body, std::string_view at, std::int64_t operation) {
    return db
        .statement(R"(
        INSERT INTO service_comment (service_id, party, body, written_at, operation_id)
        VALUES ($1, $2, $3, $4, $5)
        RETURNING id)")
        .insert({service_id, party, body, at, operation});
}

}  // namespace dcadmin::secure_zone
