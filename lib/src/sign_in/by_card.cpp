// SPDX-License-Identifier: Apache-2.0
#include "card/card.h"
#include "network/http.h"
#include "persons/find.h"
#include "sign_in/credentials.h"
#include "sign_in/kinds.h"

#include <dcadmin/card_key.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin {

namespace {

using namespace sign_in;  // the rest of this context

std::int64_t person_of(store::Db& db, NationalNumber number) {
    const auto person = persons::find_id(db, number);
    if (person) return *person;
    throw Error(Kind::not_allowed, "the holder of this card is not in the store",
                "an administrator adds him: dcadmin person add", "person");
}

// The first use of a card makes the key.
Credential used_card(const Env& env, std::int64_t person) {
    store::Db& db = env.store.db();
    if (auto there = credential_of(db, "eid", person)) return *std::move(there);
    store::write(env, [&](store::Tx& tx) {
        if (credential_of(tx.db(), "eid", person)) return;
        tx.allow();  // the card has proven who he is
        static_cast<void>(
            add_credential(tx, {.person = person, .kind = "eid", .identified_by = "itself"}));
    });
    return credential_of(db, "eid", person).value();
}

}  // namespace

Proof CardKey::prove(const AskPin& ask) {
    const Timestamp now = env_.clock.now();
    static_cast<void>(usable_kind(env_.store.db(), "eid", now.brussels_day()));
    const std::string challenge =
        card::new_challenge(fmt::format("dcadmin sign-in; {}; {}", env_.store.url(), now.iso()));
    const card::Answer answer =
        card::sign({.module = reader_.module, .token = reader_.token, .ask_pin = ask}, challenge);
    const auto http = network::open_http();
    const card::Holder holder = card::judge(answer, challenge,
                                            {.roots_file = reader_.roots_file,
                                             .intermediates_file = reader_.intermediates_file,
                                             .ocsp_url = reader_.ocsp_url,
                                             .crl_url = reader_.crl_url,
                                             .at = now.seconds()},
                                            *http);
    const std::int64_t person = person_of(env_.store.db(), holder.number);
    return Proofs::of(env_, used_card(env_, person));
}

}  // namespace dcadmin
