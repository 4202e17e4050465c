// SPDX-License-Identifier: Apache-2.0
#include "sign_in/guard.h"

#include "sign_in/guard_sql.h"
#include "store/tx.h"

namespace dcadmin::sign_in {

bool begin_try(const Env& env, std::int64_t credential) {
    const Timestamp now = env.clock.now();
    const std::string moment = now.iso();
    const std::string open_at = Timestamp::from_seconds(now.seconds() + closed_seconds).iso();
    const std::string day = now.brussels_day().iso();
    bool open = false;
    store::keep_work(env, [&](store::Db& db) {
        open = count_try(db, credential, {.now = moment, .open_at = open_at, .day = day});
    });
    return open;
}

void was_right(const Env& env, std::int64_t credential) {
    const std::string day = env.clock.today().iso();
    store::keep_work(env, [&](store::Db& db) { take_back(db, credential, day); });
}

}  // namespace dcadmin::sign_in
