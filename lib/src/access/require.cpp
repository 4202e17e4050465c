// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"

#include "access/standing.h"
#include "store/tx.h"

#include <dcadmin/access.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace dcadmin {

namespace access {

namespace {

Error sign_in_wanted() {
    return {Kind::sign_in, "this store wants that you sign in", "sign in: dcadmin auth login"};
}

void let_in(store::Db& db, Timestamp now) {
    if (wants_sign_in(db, now)) throw sign_in_wanted();
}

std::string who_may(const Row& row) {
    std::string all;
    for (std::size_t i = 0; i < role_count; ++i) {
        const auto role = static_cast<Role>(i);
        if (may(row, role) == May::no || may(row, role) == May::self) continue;
        all += fmt::format("{}{}", all.empty() ? "" : ", ", translated(name_of(role)));
    }
    return all.empty() ? say("everybody does that for himself") : say("that is for: {}", all);
}

Error refused(const Actor& actor, const Row& row) {
    const std::string who = PersonId::from_stored(actor.acting.person.value_or(0)).text();
    return {Kind::not_allowed,
            actor.acting.organisation ? say("{} may not {} for this organisation", who, row.what)
                                      : say("{} may not {} here", who, row.what),
            who_may(row)};
}

bool at_least(const store::Acting& acting, std::int64_t level) {
    return acting.level >= level;
}

Error too_low(const store::Acting& acting, std::int64_t level) {
    const bool high = level == high_level;
    return {Kind::not_allowed,
            say("this wants a key of level {} or higher ({}); you signed in with {} ({})", level,
                high ? "eid, itsme" : "sms, app, itsme, eid", acting.key, acting.level),
            high ? "dcadmin auth login --key eid" : "dcadmin auth login --key app"};
}

void require_key(const Actor& actor, Key key) {
    const store::Acting& acting = actor.acting;
    switch (key) {
        case Key::any: return;
        case Key::two_factor:
        case Key::step_up:
            if (!at_least(acting, two_factor_level)) throw too_low(acting, two_factor_level);
            break;
        case Key::high:
            if (!at_least(acting, high_level)) throw too_low(acting, high_level);
            break;
    }
    if (key != Key::step_up) return;
    const auto proved = acting.proved_at ? acting.proved_at->seconds() : 0;
    if (actor.now.seconds() - proved <= step_up_seconds) return;
    throw Error(Kind::sign_in, "this wants a key that was used within the last 5 minutes",
                "dcadmin auth login --step-up");
}

bool in_scope(const Actor& actor, const Row& row) {
    auto& operations = actor.known.account_operations;
    if (!operations) operations = operations_of_account(actor.db, actor.acting.account);
    if (*operations == "*") return true;
    const auto all = text::split(*operations, '|');
    return std::ranges::find(all, row.name) != all.end();
}

void require_account(const Actor& actor, const Row& row) {
    if (row.by_account && (for_everybody(row) || in_scope(actor, row))) return;
    throw Error(Kind::not_allowed, say("the service account may not {}", row.what),
                row.by_account ? say("its scope lacks '{}': dcadmin account list", row.name)
                               : say("no service account may: a person does that"));
}

bool sees_organisation(const Actor& actor, std::int64_t organisation,
                       std::optional<std::int64_t> asked) {
    const store::Acting& acting = actor.acting;
    if (acting.account != 0) return account_reaches(actor.db, acting.account, organisation);
    if (acting.organisation) return *acting.organisation == organisation;
    return is_staff(actor) || (asked && asked == acting.person) ||
           belongs_to(actor.db, acting.person.value_or(0), organisation);
}

bool sees_this_person(const Actor& actor, std::int64_t person) {
    const store::Acting& acting = actor.acting;
    if (acting.person == person) return true;
    if (!acting.organisation && acting.account == 0) return is_staff(actor);
    const auto [at, is_new] = actor.known.belongs.try_emplace(person, false);
    if (!is_new && at->second) return true;
    at->second = acting.account != 0 ? belongs_to_account(actor.db, person, acting.account)
                                     : belongs_to(actor.db, person, *acting.organisation);
    return at->second;
}

void check(const Actor& actor, Operation operation, const Subject& subject) {
    const Row& row = row_of(operation);
    const bool reaches = subject.organisation == 0 || operation == Operation::request ||
                         sees_organisation(actor, subject.organisation, subject.person);
    if (!reaches) {
        throw Error(Kind::not_found, "no such record in the store", "look for it with a list");
    }
    if (actor.acting.account != 0) {
        require_account(actor, row);
        return;
    }
    if (!person_may(actor, row, subject)) throw refused(actor, row);
    require_key(actor, row.key);
}

Known& known_of(store::Tx& tx) {
    auto& kept = tx.kept_by_access();
    if (!kept) kept = std::make_shared<Known>();
    return *static_cast<Known*>(kept.get());
}

template <class Body>
auto with_actor(const Env& env, Body body) {
    store::Db& db = env.store.db();
    const Timestamp now = env.clock.now();
    const store::Acting acting = store::who_acts(db, env.actor, now);
    Known known;
    return body(Actor{db, acting, now, known});
}

template <class Body>
auto with_actor(store::Tx& tx, Body body) {
    return body(Actor{tx.db(), tx.actor(), tx.now(), known_of(tx)});
}

Sight own_only(const Actor& actor) {
    return {.all = false,
            .organisation = actor.acting.organisation.value_or(0),
            .person = actor.acting.person.value_or(0)};
}

Sight see(const Actor& actor, Operation operation) {
    const Row& row = row_of(operation);
    if (actor.acting.account != 0) {
        require_account(actor, row);
        return {.all = false, .account = actor.acting.account};
    }
    const std::int64_t organisation = actor.acting.organisation.value_or(0);
    if (!person_may(actor, row, {.organisation = organisation})) return own_only(actor);
    require_key(actor, row.key);
    if (organisation == 0) return {};
    Sight sight{.all = false, .organisation = organisation};
    const Standing& standing = standing_of(actor, organisation);
    const auto whole = [&](Role role) {
        return may(row, role) != May::in_sites && may(row, role) != May::in_zone &&
               role_may(row, role, standing, {.organisation = organisation});
    };
    bool all = for_everybody(row);
    for (std::size_t i = 0; i < role_count; ++i) all = all || whole(static_cast<Role>(i));
    if (!all) {
        const bool zone = may(row, Role::user) == May::in_zone;
        (zone ? sight.zone_of : sight.sites_of) = actor.acting.person.value_or(0);
    }
    sight.day = actor.now.brussels_day().iso();
    sight.moment = actor.now.iso();
    return sight;
}

}  // namespace

bool signed_in(const Env& env) {
    return !env.actor.token.empty();
}

std::optional<std::int64_t> own_organisation(store::Tx& tx) {
    if (!signed_in(tx.env())) return std::nullopt;
    return tx.actor().organisation;
}

std::optional<std::int64_t> own_organisation(const Env& env) {
    if (!signed_in(env)) return std::nullopt;
    return store::who_acts(env.store.db(), env.actor, env.clock.now()).organisation;
}

bool for_himself(store::Tx& tx) {
    return signed_in(tx.env()) && tx.actor().session != 0 && !tx.actor().organisation;
}

namespace {

void ask(store::Tx& tx, Operation operation, const Subject& subject) {
    if (!signed_in(tx.env())) {
        Known& known = known_of(tx);
        if (!known.let_in) let_in(tx.db(), tx.now());
        known.let_in = true;
        return;
    }
    with_actor(tx, [&](const Actor& actor) { check(actor, operation, subject); });
}

}  // namespace

void require(store::Tx& tx, Operation operation, const Subject& subject) {
    tx.allow();
    ask(tx, operation, subject);
}

void require(const Env& env, Operation operation, const Subject& subject) {
    if (!signed_in(env)) {
        let_in(env.store.db(), env.clock.now());
        return;
    }
    with_actor(env, [&](const Actor& actor) { check(actor, operation, subject); });
}

void enter(const Env& env) {
    require(env, Operation::read_catalogue);
}

void enter(store::Tx& tx) {
    ask(tx, Operation::read_catalogue, {});
}

void require_reading(const Env& env, const Subject& subject) {
    if (!signed_in(env)) {
        let_in(env.store.db(), env.clock.now());
        return;
    }
    with_actor(env, [&](const Actor& actor) {
        const bool own = subject.person && subject.person == actor.acting.person;
        check(actor, own ? Operation::read_own : Operation::read_persons, subject);
    });
}

bool sees(store::Tx& tx, std::int64_t organisation, std::optional<std::int64_t> asked) {
    if (!signed_in(tx.env())) return true;
    return with_actor(
        tx, [&](const Actor& actor) { return sees_organisation(actor, organisation, asked); });
}

bool sees(const Env& env, std::int64_t organisation, std::optional<std::int64_t> asked) {
    if (!signed_in(env)) return true;
    return with_actor(
        env, [&](const Actor& actor) { return sees_organisation(actor, organisation, asked); });
}

bool sees_person(store::Tx& tx, std::int64_t person) {
    if (!signed_in(tx.env())) return true;
    return with_actor(tx, [&](const Actor& actor) { return sees_this_person(actor, person); });
}

bool sees_person(const Env& env, std::int64_t person) {
    if (!signed_in(env)) return true;
    return with_actor(env, [&](const Actor& actor) { return sees_this_person(actor, person); });
}

Sight sight_of(const Env& env, Operation operation) {
    if (!signed_in(env)) {
        let_in(env.store.db(), env.clock.now());
        return {};
    }
    return with_actor(env, [&](const Actor& actor) { return see(actor, operation); });
}

}  // namespace access

void require_sign_in(const Env& env) {
    if (env.actor.token.empty()) {
        access::let_in(env.store.db(), env.clock.now());
    } else {
        static_cast<void>(store::who_acts(env.store.db(), env.actor, env.clock.now()));
    }
}

std::vector<std::string_view> account_operations() {
    std::vector<std::string_view> names;
    for (const access::Row& row : access::matrix()) {
        if (row.by_account) names.push_back(row.name);
    }
    return names;
}

}  // namespace dcadmin
