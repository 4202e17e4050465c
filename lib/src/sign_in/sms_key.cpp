// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/sms_key.h>

#include "persons/find.h"
#include "sign_in/by_password.h"
#include "sign_in/credentials.h"
#include "sign_in/guard.h"
#include "sign_in/kinds.h"
#include "sign_in/rules.h"
#include "sign_in/secrets.h"
#include "sign_in/sms_gateway.h"
#include "sign_in/sms_sql.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <optional>
#include <utility>

namespace dcadmin {

namespace {

using namespace sign_in;  // the rest of this context

constexpr std::string_view kind = "sms";
constexpr std::int64_t code_seconds = 300;
constexpr std::size_t most_codes = 5;  // at once: a telephone is not to be flooded
constexpr int most_first_tries = 3;

std::uint64_t random_number() {
    const std::string bytes = random_bytes(sizeof(std::uint64_t));
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data(), sizeof number);
    return number;
}

// Each of the million with the same chance: what lies beyond the last whole million is drawn again.
std::string new_code() {
    constexpr std::uint64_t million = 1'000'000;
    constexpr std::uint64_t fair = ~std::uint64_t{0} - ~std::uint64_t{0} % million;
    std::uint64_t number = random_number();
    while (number >= fair) number = random_number();
    return fmt::format("{:06}", number % million);
}

std::string message(Language language, const std::string& code) {
    switch (language) {
        case Language::nl:
            return fmt::format(
                "Uw code voor dcadmin is {}. Hij geldt 5 minuten. Geef hem aan "
                "niemand.",
                code);
        case Language::fr:
            return fmt::format(
                "Votre code pour dcadmin est {}. Il est valable 5 minutes. Ne le "
                "donnez à personne.",
                code);
        case Language::de:
            return fmt::format(
                "Ihr Code für dcadmin ist {}. Er gilt 5 Minuten. Geben Sie ihn "
                "niemandem.",
                code);
        case Language::en: break;
    }
    return fmt::format("Your code for dcadmin is {}. It holds for 5 minutes. Give it to nobody.",
                       code);
}

Language language_of(const Env& env, std::int64_t person) {
    return persons::get(env.store.db(), PersonId::from_stored(person)).language;
}

// Sends a code, and keeps it only when the gateway took it: a code that nobody got cannot be used.
void send_code(const Env& env, const SmsGateway& gateway, const SealKey& seal,
               const Credential& key) {
    const Timestamp now = env.clock.now();
    const std::string moment = now.iso();
    bool too_many = false;
    const std::string code = new_code();
    SentCode sent{.id = 0, .salt = static_cast<std::int64_t>(random_number() >> 2U), .hash = {}};
    sent.hash = code_hash(seal, key.id, sent.salt, code);
    const std::string ends = Timestamp::from_seconds(now.seconds() + code_seconds).iso();
    store::keep_work(env, [&](store::Db& db) {
        too_many = live_codes(db, key.id, moment).size() >= most_codes;
        if (!too_many) sent.id = insert_code(db, key.id, sent, ends);
    });
    if (too_many) {
        throw Error(Kind::busy, "five codes were sent already in the last minutes",
                    "use one of them, or wait 5 minutes");
    }
    try {
        send_message(gateway, unsealed(seal, key.secret),
                     message(language_of(env, key.person), code));
    } catch (...) {
        store::keep_work(env,
                         [&](store::Db& db) { static_cast<void>(use_code(db, sent.id, moment)); });
        throw;
    }
}

// Whether it is one of the codes that were sent and not used; it is used then.
bool take_code(const Env& env, const SealKey& seal, std::int64_t credential,
               const std::string& said) {
    const std::string now = env.clock.now().iso();
    std::optional<std::int64_t> found;
    for (const SentCode& code : live_codes(env.store.db(), credential, now)) {
        if (same_secret(code.hash, code_hash(seal, credential, code.salt, said))) found = code.id;
    }
    bool taken = false;
    if (found) {
        store::keep_work(env, [&](store::Db& db) { taken = use_code(db, *found, now); });
    }
    return taken;
}

// Refused before a message is sent, and again when the key is kept.
std::string require_may_activate(store::Tx& tx, std::int64_t person) {
    static_cast<void>(new_kind(tx.db(), kind, tx.today()));
    require_none(tx, kind, person);
    if (!credential_of(tx.db(), "password", person)) {
        throw Error(Kind::rule, "a code by SMS comes after a user name and a password",
                    "activate these first: dcadmin key activate password", "person");
    }
    return identified_by(tx, person);
}

void require_first_code(const std::string& code, const SmsKey::AskCode& ask, const Env& env,
                        Timestamp sent) {
    for (int attempt = 0; attempt < most_first_tries; ++attempt) {
        const bool right = same_secret(typed_code(ask()), code);
        if (env.clock.now().seconds() >= sent.seconds() + code_seconds) break;
        if (right) return;
    }
    throw Error(Kind::usage, "this is not the code that was sent", "begin again", "code");
}

}  // namespace

SmsKey::SmsKey(const Env& env, SmsGateway gateway, SealKey seal)
    : env_(env), gateway_(std::move(gateway)), seal_(std::move(seal)) {
    require_gateway(gateway_);
}

Written<Key> SmsKey::activate(const PersonRef& person, const PhoneNumber& phone, const AskCode& ask,
                              const std::string& reason) {
    const std::string why = text::clean(reason, "reason");
    const std::int64_t id = store::write_result(env_, [&](store::Tx& tx) {
        const std::int64_t found = persons::get_id(tx, person);
        static_cast<void>(require_may_activate(tx, found));
        return found;
    });
    const std::string code = new_code();
    const Timestamp sent = env_.clock.now();
    send_message(gateway_, phone.text(), message(language_of(env_, id), code));
    require_first_code(code, ask, env_, sent);
    const std::string secret = sealed(seal_, phone.text());
    return store::write_result(env_, [&](store::Tx& tx) {
        const std::string identified = require_may_activate(tx, id);
        const std::int64_t key = add_credential(tx, {.person = id,
                                                     .kind = kind,
                                                     .secret = secret,
                                                     .identified_by = identified,
                                                     .reason = why});
        return Written<Key>{.changed = true,
                            .item = get_key(tx.db(), KeyId::from_stored(key), tx.now()),
                            .remark = {}};
    });
}

Proof SmsKey::prove(const UserPassword& given, const AskCode& ask) {
    static_cast<void>(usable_kind(env_.store.db(), kind, env_.clock.today()));
    const Credential key = second_key(env_, kind, password_of(env_, given).person);
    send_code(env_, gateway_, seal_, key);
    const std::string said = typed_code(ask());
    if (!begin_try(env_, key.id)) throw not_right();
    if (!take_code(env_, seal_, key.id, said)) throw not_right();
    was_right(env_, key.id);
    return Proofs::of(env_, key);
}

}  // namespace dcadmin
