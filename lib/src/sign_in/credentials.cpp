// SPDX-License-Identifier: Apache-2.0
#include "sign_in/credentials.h"

#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "sign_in/credentials_sql.h"
#include "sign_in/guard.h"
#include "sign_in/kinds.h"

#include <dcadmin/base/say.h>

namespace dcadmin::sign_in {

namespace {

// A key that ends within so many days is told of when it is used.
constexpr std::int64_t soon = 60;

Date last_used(const Credential& credential) {
    const std::string& used =
        credential.used_at.empty() ? credential.activated_at : credential.used_at;
    return Timestamp::parse(used).brussels_day();
}

KeyKind usable(const Env& env, const Credential& credential) {
    const Date today = env.clock.today();
    KeyKind kind = usable_kind(env.store.db(), credential.kind, today);
    const Date end = last_day_of(kind, last_used(credential));
    if (today <= end) return kind;
    throw Error(Kind::rule,
                say("this key has ended on {}: it was not used for {}", end.formatted(),
                    kind.unused_term->words()),
                "sign in with another key: dcadmin key list", "key");
}

}  // namespace

std::int64_t add_credential(store::Tx& tx, const NewCredential& added) {
    if (!added.handle.empty() && find_credential(tx.db(), added.kind, added.handle)) {
        throw Error(Kind::conflict,
                    say("another key of the kind {} has that name already", added.kind),
                    "choose another, or retire that one: dcadmin key retire", "user");
    }
    const std::int64_t id = insert_credential(tx, added);
    const std::string now = tx.now().iso();
    const std::string after = audit::image_of(audit::CredentialFields{
        .person_id = added.person,
        .kind = added.kind,
        .activated_at = added.activated_at.empty() ? std::string_view(now) : added.activated_at,
        .identified_by = added.identified_by,
        .retired_at = {}});
    std::optional<std::string_view> why;
    if (!added.reason.empty()) why = added.reason;
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "credential",
                       .verb = "activate",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = why});
    return id;
}

std::string identified_by(store::Tx& tx, std::int64_t person) {
    access::require(tx, access::Operation::activate_key, {.person = person});
    const store::Acting& who = tx.actor();
    if (!who.signed_in() || who.person != person) return "operator";
    if (who.key == "eid") return "eid";
    throw Error(Kind::not_allowed,
                "a key is activated by who signed in with his eID, for himself, or by an operator "
                "who checked the identity",
                "sign in with it: dcadmin auth login --key eid", "person");
}

void require_none(store::Tx& tx, std::string_view kind, std::int64_t person) {
    const auto there = credential_of(tx.db(), kind, person);
    if (!there) return;
    throw Error(
        Kind::conflict, say("the person has a key of the kind {} already", kind),
        say("retire that one first: dcadmin key retire {}", KeyId::from_stored(there->id).text()),
        "person");
}

Error unknown_key(KeyId id) {
    return {Kind::not_found, say("no key {} in the store", id.text()),
            "see which there are: dcadmin key list", "key"};
}

Key get_key(store::Db& db, KeyId id, Timestamp now) {
    if (auto key = find_key(db, id.value(), now)) return *std::move(key);
    throw unknown_key(id);
}

void require_usable(const Env& env, const Credential& credential) {
    static_cast<void>(usable(env, credential));
}

Proof Proofs::of(const Env& env, const Credential& credential) {
    const KeyKind kind = usable(env, credential);
    const Timestamp now = env.clock.now();
    store::keep_work(env, [&](store::Db& db) { note_use(db, credential.id, now.iso()); });
    Proof proof;
    proof.person_ = PersonId::from_stored(credential.person);
    proof.key_ = KeyId::from_stored(credential.id);
    proof.kind_ = credential.kind;
    proof.level_ = kind.level;
    proof.at_ = now;
    const std::int64_t left =
        last_day_of(kind, now.brussels_day()).days() - now.brussels_day().days();
    if (left <= soon) proof.days_left_ = left;
    return proof;
}

Error not_right() {
    return {
        Kind::not_allowed,
        "the user name, the password or the code is not right, or the key is closed for now",
        "after 5 misses a key is closed for 15 minutes, after 10 until tomorrow; another key of "
        "the same person goes on"};
}

}  // namespace dcadmin::sign_in
