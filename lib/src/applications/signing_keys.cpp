// SPDX-License-Identifier: Apache-2.0
#include "applications/signing_keys.h"

#include "access/require.h"
#include "applications/key_file.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "jose/crypto.h"
#include "jose/jwk.h"

#include <dcadmin/applications.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <algorithm>

namespace dcadmin {

namespace applications {

namespace {

// A retired key stays in the set for as long as its last assertion, the clocks' difference, and an
// hour for those who fetch the set no oftener.
constexpr std::int64_t published_seconds = assertion_seconds + 120 + 3600;

struct Pair {
    std::string pem;
    StoredKey row;
};

Pair new_pair(jose::Algorithm algorithm) {
    const auto type =
        algorithm == jose::Algorithm::es256 ? jose::KeyType::p256 : jose::KeyType::rsa;
    Pair pair{.pem = jose::crypto().generate(type), .row = {}};
    jose::Jwk jwk{.key = jose::crypto().public_of(pair.pem), .kid = {}, .algorithm = algorithm};
    jwk.kid = jose::thumbprint(jwk.key);
    pair.row.kid = jwk.kid;
    pair.row.algorithm = jose::name_of(algorithm);
    pair.row.jwk = jose::write_jwk(jwk);
    return pair;
}

jose::Algorithm algorithm_of(const std::string& name) {
    const auto found = jose::find_algorithm(name);
    if (found == jose::Algorithm::es256 || found == jose::Algorithm::rs256) return *found;
    throw Error(Kind::usage, say("{} cannot sign assertions", text::quoted(name)),
                "it is ES256 or RS256", "algorithm");
}

std::string image(const StoredKey& key) {
    return audit::image_of(audit::SigningKeyFields{
        .kid = key.kid, .algorithm = key.algorithm, .jwk = key.jwk, .retired_at = key.retired_at});
}

void add_key(store::Tx& tx, const StoredKey& key) {
    const std::int64_t id = insert_signing_key(tx, key);
    const std::string after = image(key);
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "signing_key",
                       .verb = "add",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = {}});
}

void retire_key(store::Tx& tx, StoredKey key, const std::string& reason) {
    const std::string before = image(key);
    key.retired_at = tx.now().iso();
    const std::string after = image(key);
    retire_signing_key(tx.db(), key.id, key.retired_at);
    std::optional<std::string_view> why;
    if (!reason.empty()) why = reason;
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "signing_key",
                       .verb = "retire",
                       .subject_id = key.id,
                       .before = before,
                       .after = after,
                       .reason = why});
}

bool is_published(const StoredKey& key, Timestamp now) {
    return key.retired_at.empty() ||
           Timestamp::parse(key.retired_at).seconds() + published_seconds > now.seconds();
}

SigningKey shown(const StoredKey& key, Timestamp now) {
    SigningKey made{
        .kid = key.kid, .algorithm = key.algorithm, .state = "active", .retired_at = {}};
    if (key.retired_at.empty()) return made;
    made.retired_at = Timestamp::parse(key.retired_at);
    made.state = is_published(key, now) ? "published" : "retired";
    return made;
}

}  // namespace

Signer read_signer(const std::string& file) {
    Signer signer{.pem = read_key_file(file), .kid = {}, .algorithm = {}};
    const jose::PublicKey half = jose::crypto().public_of(signer.pem);
    signer.kid = jose::thumbprint(half);
    signer.algorithm =
        half.type == jose::KeyType::rsa ? jose::Algorithm::rs256 : jose::Algorithm::es256;
    return signer;
}

StoredKey active_row(store::Db& db, const Signer& signer) {
    for (StoredKey& key : read_signing_keys(db)) {
        if (key.kid == signer.kid && key.retired_at.empty()) return std::move(key);
    }
    throw Error(Kind::failed, "the key of the key file is not one that signs for this store",
                "see: dcadmin signing list", "assert.key_file");
}

}  // namespace applications

using namespace applications;

Written<SigningKey> SigningKeys::create(const std::string& file, const std::string& algorithm) {
    require_no_file(file);
    const Pair pair = new_pair(algorithm_of(algorithm));
    NewKeyFile made(file, pair.pem);
    bulk::run_one(env_, "signing_key.add", [&](bulk::Work& work) {
        access::require(work.tx, access::Operation::signing_keys);
        const auto keys = read_signing_keys(work.tx.db());
        const bool taken = std::ranges::any_of(keys, [&](const StoredKey& key) {
            return key.algorithm == pair.row.algorithm && key.retired_at.empty();
        });
        if (taken) {
            throw Error(Kind::conflict, say("a key for {} signs already", algorithm),
                        "a new key takes its place with: dcadmin signing rotate", "algorithm");
        }
        add_key(work.tx, pair.row);
        return true;
    });
    made.put(false);
    return {.changed = true, .item = shown(pair.row, env_.clock.now()), .remark = {}};
}

Written<SigningKey> SigningKeys::rotate(const std::string& file, const std::string& reason) {
    const Signer old = read_signer(file);
    const Pair pair = new_pair(old.algorithm);
    NewKeyFile made(file, pair.pem);
    const std::string why = text::clean(reason, "reason");
    bulk::run_one(env_, "signing_key.rotate", [&](bulk::Work& work) {
        access::require(work.tx, access::Operation::signing_keys);
        retire_key(work.tx, active_row(work.tx.db(), old), why);
        add_key(work.tx, pair.row);
        return true;
    });
    made.put(true);
    return {.changed = true, .item = shown(pair.row, env_.clock.now()), .remark = {}};
}

std::vector<SigningKey> SigningKeys::list() {
    access::enter(env_);
    std::vector<SigningKey> all;
    for (const StoredKey& key : read_signing_keys(env_.store.db())) {
        all.push_back(shown(key, env_.clock.now()));
    }
    return all;
}

std::string SigningKeys::key_set() {
    access::enter(env_);
    std::vector<std::string> keys;
    for (const StoredKey& key : read_signing_keys(env_.store.db())) {
        if (is_published(key, env_.clock.now())) keys.push_back(key.jwk);
    }
    return jose::write_jwks(keys);
}

}  // namespace dcadmin
