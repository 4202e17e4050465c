// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "audit/recorder.h"
#include "organisations/find.h"
#include "persons/find.h"
#include "policies/values.h"
#include "sign_in/secrets.h"
#include "sign_in/sessions_sql.h"
#include "store/tx.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>
#include <dcadmin/sign_in.h>

#include <algorithm>

namespace dcadmin {

namespace {

using namespace sign_in;  // the rest of this context

// A clock that runs behind the log by more than this was set back.
constexpr std::int64_t clock_slack = 5;

Timestamp later(Timestamp at, std::int64_t seconds) {
    return Timestamp::from_seconds(at.seconds() + seconds);
}

void require_sound_clock(store::Tx& tx) {
    const std::string last = last_change(tx.db());
    if (last.empty() || tx.now().seconds() + clock_slack >= Timestamp::parse(last).seconds())
        return;
    throw Error(Kind::failed,
                say("the clock says {}, and the log has a change of {}", tx.now().formatted(),
                    Timestamp::parse(last).formatted()),
                "set the clock of this machine right");
}

void record_session(store::Tx& tx, std::string_view verb, const SessionRow& row) {
    tx.allow();  // his key, or this very session, is the permission
    audit::record(tx, {.chain = row.organisation ? audit::chain_of(tx, *row.organisation)
                                                 : audit::system_chain,
                       .subject = "session",
                       .verb = verb,
                       .subject_id = row.session.id.value(),
                       .before = {},
                       .after = {},
                       .reason = {}});
}

struct Beginning {
    std::int64_t person;
    std::int64_t credential;
    std::string key;
    int level;
    Timestamp proved_at;
    Timestamp expires_at;
    std::optional<std::int64_t> organisation;
};

// The new session is who acts: so its beginning is recorded as its own deed.
StartedSession begin(store::Tx& tx, const Beginning& of) {
    store::Db& db = tx.db();
    const std::string token = new_token("dcs");
    const std::int64_t id = next_session_id(db);
    tx.act_as({.person = of.person,
               .key = of.key,
               .level = of.level,
               .organisation = of.organisation,
               .session = id,
               .account = 0,
               .proved_at = of.proved_at});
    const std::string hash = store::token_hash(token);
    const std::string now = tx.now().iso();
    const std::string proved = of.proved_at.iso();
    const std::string open_until = later(tx.now(), policies::session_idle(db)).iso();
    const std::string expires = of.expires_at.iso();
    insert_session(tx, id,
                   {.token_hash = hash,
                    .person = of.person,
                    .credential = of.credential,
                    .key = of.key,
                    .level = of.level,
                    .organisation = of.organisation,
                    .started_at = now,
                    .proved_at = proved,
                    .open_until = open_until,
                    .expires_at = expires});
    auto row = find_session(db, id, tx.now());
    record_session(tx, "begin", *row);
    return {.token = token, .session = row->session};
}

// An organisation that he may not act for is answered as one that is not there.
std::optional<std::int64_t> chosen(store::Tx& tx, PersonId person,
                                   const std::optional<EnterpriseNumber>& org) {
    if (!org) return std::nullopt;
    const auto choices = read_choices(tx.db(), person.value(), tx.today(), tx.now());
    const auto found = std::ranges::find(choices, *org, &Choice::org);
    if (found != choices.end()) return organisations::get_id(tx.db(), *org);
    throw Error(Kind::not_allowed,
                say("you hold no right, office or mandate for {} today", org->formatted()),
                "see for whom you may act: dcadmin auth login without --for", "for");
}

Error nobody() {
    return {Kind::sign_in, "nobody is signed in", "sign in: dcadmin auth login"};
}

SessionRow current_row(store::Db& db, const store::Acting& who, Timestamp now) {
    if (who.session == 0) throw nobody();
    auto row = find_session(db, who.session, now);
    if (!row) throw nobody();
    return *std::move(row);
}

}  // namespace

std::vector<Choice> Sessions::choices(PersonId person) {
    return read_choices(env_.store.db(), person.value(), env_.clock.today(), env_.clock.now());
}

StartedSession Sessions::start(const Proof& proof, std::optional<EnterpriseNumber> org) {
    return store::write_result(env_, [&](store::Tx& tx) {
        require_sound_clock(tx);
        static_cast<void>(persons::get(tx.db(), proof.person()));
        return begin(tx, {.person = proof.person().value(),
                          .credential = proof.key().value(),
                          .key = proof.kind(),
                          .level = proof.level(),
                          .proved_at = proof.at(),
                          .expires_at = later(tx.now(), policies::session_absolute(tx.db())),
                          .organisation = chosen(tx, proof.person(), org)});
    });
}

Session Sessions::current() {
    const Timestamp now = env_.clock.now();
    store::Db& db = env_.store.db();
    return current_row(db, store::who_acts(db, env_.actor, now), now).session;
}

StartedSession Sessions::switch_to(std::optional<EnterpriseNumber> org) {
    return store::write_result(env_, [&](store::Tx& tx) {
        const SessionRow old = current_row(tx.db(), tx.actor(), tx.now());
        const auto organisation = chosen(tx, old.session.person, org);
        static_cast<void>(end_session(tx.db(), old.session.id.value(), tx.now().iso()));
        auto started = begin(tx, {.person = old.session.person.value(),
                                  .credential = old.credential,
                                  .key = old.session.key,
                                  .level = old.session.level,
                                  .proved_at = old.session.proved_at,
                                  .expires_at = old.session.expires_at,
                                  .organisation = organisation});
        record_session(tx, "end", old);
        return started;
    });
}

Session Sessions::confirm(const Proof& proof) {
    return store::write_result(env_, [&](store::Tx& tx) {
        const SessionRow row = current_row(tx.db(), tx.actor(), tx.now());
        if (row.session.person != proof.person()) {
            throw Error(Kind::not_allowed, "this key is of another person than the session",
                        "use your own, or sign in anew: dcadmin auth login");
        }
        prove_session(tx.db(), row.session.id.value(), proof);
        record_session(tx, "prove", row);
        return find_session(tx.db(), row.session.id.value(), tx.now())->session;
    });
}

void Sessions::use() {
    const Timestamp now = env_.clock.now();
    store::Db& db = env_.store.db();
    const auto who = store::who_acts(db, env_.actor, now);
    if (who.session == 0) return;
    constexpr std::int64_t grain = 60;
    const std::int64_t idle = policies::session_idle(db);
    const auto row = current_row(db, who, now);
    const Timestamp unless_after = later(now, idle - std::min(grain, idle / 2));
    if (row.session.open_until >= unless_after) return;
    const std::string until = later(now, idle).iso();
    const std::string unless = unless_after.iso();
    store::keep_work(env_, [&](store::Db& work) { keep_open(work, who.session, until, unless); });
}

std::uint64_t Sessions::end(bool all) {
    return store::write_result(env_, [&](store::Tx& tx) {
        const SessionRow own = current_row(tx.db(), tx.actor(), tx.now());
        const std::string now = tx.now().iso();
        std::uint64_t ended = 0;
        const auto end_one = [&](const SessionRow& row) {
            if (!end_session(tx.db(), row.session.id.value(), now)) return;
            record_session(tx, "end", row);
            ++ended;
        };
        if (all) {
            for (const Session& one :
                 open_sessions(tx.db(), own.session.person.value(), tx.now())) {
                if (const auto row = find_session(tx.db(), one.id.value(), tx.now())) end_one(*row);
            }
        } else {
            end_one(own);
        }
        return ended;
    });
}

std::vector<Session> Sessions::list(const PersonRef& person) {
    store::Db& db = env_.store.db();
    const std::int64_t id = persons::get_id(env_, person);
    access::require(env_, access::Operation::read_keys, {.person = id});
    return open_sessions(db, id, env_.clock.now());
}

}  // namespace dcadmin
