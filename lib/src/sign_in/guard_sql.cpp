// SPDX-License-Identifier: Apache-2.0
#include "sign_in/guard_sql.h"

#include "sign_in/guard.h"
#include "store/db.h"

namespace dcadmin::sign_in {

bool count_try(store::Db& db, std::int64_t credential, const Moment& moment) {
    auto& counted = db.statement(R"(
        INSERT INTO credential_guess (credential_id, misses, open_at, day, day_misses)
        VALUES ($1, 1, '', $2, 1)
        ON CONFLICT (credential_id) DO UPDATE SET
            misses = CASE WHEN credential_guess.misses >= $5 THEN 1
                          ELSE credential_guess.misses + 1 END,
            open_at = CASE WHEN credential_guess.misses + 1 = $5 THEN $4 ELSE '' END,
            day = $2,
            day_misses = CASE WHEN credential_guess.day = $2 THEN credential_guess.day_misses + 1
                              ELSE 1 END
        WHERE credential_guess.open_at <= $3
            AND (credential_guess.day <> $2 OR credential_guess.day_misses < $6))");
    return counted.run({credential, moment.day, moment.now, moment.open_at, most_misses,
                        most_day_misses}) == 1;
}

void take_back(store::Db& db, std::int64_t credential, std::string_view day) {
    db.statement(R"(
        UPDATE credential_guess
        SET misses = 0, open_at = '',
            day_misses = CASE WHEN day = $2 AND day_misses > 0 THEN day_misses - 1
                              ELSE day_misses END
        WHERE credential_id = $1)")
        .run({credential, day});
}

}  // namespace dcadmin::sign_in
