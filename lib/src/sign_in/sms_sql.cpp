// SPDX-License-Identifier: Apache-2.0
#include "sign_in/sms_sql.h"

#include "store/db.h"

namespace dcadmin::sign_in {

std::vector<SentCode> live_codes(store::Db& db, std::int64_t credential, std::string_view now) {
    auto& rows = db.statement(R"(
        SELECT id, position, hash FROM one_time_code
        WHERE credential_id = $1 AND used_at = '' AND expires_at > $2
        ORDER BY id)");
    rows.bind({credential, now});
    std::vector<SentCode> codes;
    while (rows.step()) {
        codes.push_back({.id = rows.integer(0), .salt = rows.integer(1), .hash = rows.string(2)});
    }
    rows.reset();
    return codes;
}

std::int64_t insert_code(store::Db& db, std::int64_t credential, const SentCode& code,
                         std::string_view expires_at) {
    return db
        .statement(R"(
        INSERT INTO one_time_code (credential_id, position, hash, expires_at, used_at)
        VALUES ($1, $2, $3, $4, '')
        RETURNING id)")
        .insert({credential, code.salt, code.hash, expires_at});
}

bool use_code(store::Db& db, std::int64_t id, std::string_view now) {
    return db.statement(R"(
        UPDATE one_time_code SET used_at = $2
        WHERE id = $1 AND used_at = '' AND expires_at > $2)")
               .run({id, now}) == 1;
}

}  // namespace dcadmin::sign_in
