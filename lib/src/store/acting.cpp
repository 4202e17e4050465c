// SPDX-License-Identifier: Apache-2.0
#include "store/acting.h"

#include "store/db.h"
#include "store/person_ids.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/sha256.h>
#include <dcadmin/error.h>

namespace dcadmin::store {

namespace {

Error no_session() {
    return {Kind::sign_in, "nobody is signed in: the session has ended, or there was none",
            "sign in: dcadmin auth login"};
}

std::int64_t claimed_person(Db& db, const PersonRef& claimed) {
    if (const auto id = find_person_id(db, claimed)) return *id;
    throw Error(Kind::not_found, say("the acting person {} is not in the store", shown(claimed)),
                "add him first: dcadmin person add", "as");
}

std::optional<Acting> by_session(Db& db, std::string_view hash, std::string_view now) {
    auto& found = db.statement(R"(
        SELECT s.person_id, s.key_used, s.level, s.organisation_id, s.id, s.proved_at
        FROM session s JOIN credential c ON c.id = s.credential_id
        WHERE s.token_hash = $1 AND s.ended_at = '' AND s.open_until > $2 AND s.expires_at > $2
            AND c.retired_at = '')");
    if (!found.first({hash, now})) return std::nullopt;
    Acting acting{.person = found.integer(0),
                  .key = found.string(1),
                  .level = found.integer(2),
                  .organisation = found.maybe_integer(3),
                  .session = found.integer(4),
                  .account = 0,
                  .proved_at = Timestamp::parse(found.text(5))};
    found.reset();
    return acting;
}

std::optional<Acting> by_account(Db& db, std::string_view hash, Timestamp now) {
    auto& found = db.statement(R"(
        SELECT id FROM account WHERE secret_hash = $1 AND retired_at = '' AND valid_until >= $2)");
    if (!found.first({hash, now.brussels_day().iso()})) return std::nullopt;
    Acting acting{.person = {},
                  .key = "account",
                  .level = 0,
                  .organisation = {},
                  .session = 0,
                  .account = found.integer(0),
                  .proved_at = now};
    found.reset();
    return acting;
}

}  // namespace

std::string token_hash(std::string_view token) {
    Sha256 hash;
    hash.add(token);
    return hash.hex();
}

Acting who_acts(Db& db, const Actor& actor, Timestamp now) {
    if (actor.token.empty()) {
        Acting acting;
        if (actor.claimed) acting.person = claimed_person(db, *actor.claimed);
        return acting;
    }
    const std::string hash = token_hash(actor.token);
    if (auto session = by_session(db, hash, now.iso())) return *std::move(session);
    if (auto account = by_account(db, hash, now)) return *std::move(account);
    throw no_session();
}

}  // namespace dcadmin::store
