// SPDX-License-Identifier: Apache-2.0
// User name and password, and the codes that come after them: of an application, of a token.
#include "sign_in/by_password.h"
#include "codes/codes.h"
#include "sign_in/credentials.h"
#include "sign_in/credentials_sql.h"
#include "sign_in/guard.h"
#include "sign_in/kinds.h"
#include "sign_in/rules.h"
#include "sign_in/secrets.h"

#include <dcadmin/base/text.h>
#include <dcadmin/sign_in.h>

namespace dcadmin {

namespace sign_in {

namespace {

constexpr std::int64_t token_codes = 24;

}  // namespace

Credential password_of(const Env& env, const UserPassword& given) {
    const std::string user = text::ascii_lower(text::trimmed(given.user));
    const auto found = find_credential(env.store.db(), "password", user);
    if (!found) {
        spend_password_work(given.password);
        throw not_right();
    }
    require_usable(env, *found);
    if (!begin_try(env, found->id)) {
        spend_password_work(given.password);
        throw not_right();
    }
    if (!is_password(found->secret, given.password)) throw not_right();
    was_right(env, found->id);
    return *found;
}

Credential second_key(const Env& env, std::string_view kind, std::int64_t person) {
    const auto found = credential_of(env.store.db(), kind, person);
    if (!found) throw not_right();
    require_usable(env, *found);
    return *found;
}

}  // namespace sign_in

using namespace sign_in;

Proof Keys::prove_password(const UserPassword& given) {
    static_cast<void>(usable_kind(env_.store.db(), "password", env_.clock.today()));
    return Proofs::of(env_, password_of(env_, given));
}

Proof Keys::prove_app(const UserPassword& given, const SealKey& seal,
                      const std::function<std::string()>& code) {
    static_cast<void>(usable_kind(env_.store.db(), "app", env_.clock.today()));
    const Credential app = second_key(env_, "app", password_of(env_, given).person);
    const std::string seed = unsealed(seal, app.secret);
    const std::string said = typed_code(code());
    if (!begin_try(env_, app.id)) throw not_right();
    const auto step = codes::module().step_of(seed, said, env_.clock.now().seconds());
    if (!step) throw not_right();
    bool taken = false;
    store::keep_work(env_, [&](store::Db& db) { taken = take_counter(db, app.id, *step); });
    if (!taken) throw not_right();
    was_right(env_, app.id);
    return Proofs::of(env_, app);
}

// Which position is asked goes on with each use, so that a code that somebody saw is not asked
// again until all others were.
Proof Keys::prove_token(const UserPassword& given, const SealKey& seal,
                        const std::function<std::string(std::int64_t)>& code) {
    static_cast<void>(usable_kind(env_.store.db(), "token", env_.clock.today()));
    const Credential token = second_key(env_, "token", password_of(env_, given).person);
    const std::int64_t position = token.counter % token_codes + 1;
    const std::string said = typed_code(code(position));
    if (!begin_try(env_, token.id)) throw not_right();
    const auto hash = printed_code(env_.store.db(), token.id, position);
    if (!hash || !same_secret(*hash, code_hash(seal, token.id, position, said))) throw not_right();
    bool taken = false;
    store::keep_work(env_,
                     [&](store::Db& db) { taken = take_counter(db, token.id, token.counter + 1); });
    if (!taken) throw not_right();
    was_right(env_, token.id);
    return Proofs::of(env_, token);
}

}  // namespace dcadmin
