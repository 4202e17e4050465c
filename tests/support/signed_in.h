// SPDX-License-Identifier: Apache-2.0
// Sessions for tests, opened behind the library's back: of any person, for any organisation, with
// any key and age, without the key itself.
#pragma once

#include "store/acting.h"

#include "support/fixture.h"

#include <fmt/format.h>

#include <optional>
#include <string>

namespace dcadmin::test {

struct SessionOf {
    std::int64_t person = 0;
    std::optional<EnterpriseNumber> org = {};  // none: for himself
    std::string key = "eid";
    std::int64_t level = 500;
    std::int64_t proved_ago = 0;  // in seconds
};

/// Opens it for eight hours, with a key of that kind made for it; its token.
inline std::string open_session(Fixture& f, const SessionOf& session) {
    static int made = 0;
    const std::string token = "dcs_test_" + std::to_string(++made);
    const Timestamp now = f.clock.now();
    const auto later = [&](std::int64_t seconds) {
        return Timestamp::from_seconds(now.seconds() + seconds).iso();
    };
    const std::string org =
        session.org ? fmt::format("(SELECT id FROM organisation WHERE number = {})",
                                  static_cast<std::int64_t>(session.org->value()))
                    : std::string("NULL");
    f.run(fmt::format(R"(
        INSERT INTO credential (person_id, kind, handle, secret, counter, activated_at,
                                identified_by, used_at, retired_at, operation_id)
        VALUES ({0}, '{1}', '', '', 0, '{2}', 'itself', '', '', (SELECT min(id) FROM operation)))",
                      session.person, session.key, now.iso()));
    f.run(fmt::format(R"(
        INSERT INTO session (token_hash, person_id, credential_id, key_used, level,
                             organisation_id, started_at, proved_at, open_until, expires_at,
                             ended_at, operation_id)
        VALUES ('{0}', {1}, (SELECT max(id) FROM credential), '{2}', {3}, {4}, '{5}', '{6}', '{7}',
                '{7}', '', (SELECT min(id) FROM operation)))",
                      store::token_hash(token), session.person, session.key, session.level, org,
                      now.iso(), later(-session.proved_ago), later(8 * 3600)));
    return token;
}

/// Acts with that token as long as it lives; without one as the local operator.
class ActingAs {
   public:
    explicit ActingAs(Fixture& f, std::string token = {}) : f_(f), before_(std::move(token)) {
        f_.env.actor.token.swap(before_);
    }
    ~ActingAs() { f_.env.actor.token.swap(before_); }
    ActingAs(const ActingAs&) = delete;
    ActingAs& operator=(const ActingAs&) = delete;

   private:
    Fixture& f_;
    std::string before_;
};

}  // namespace dcadmin::test
