// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "bulk/undo.h"
#include "rights/apply.h"
#include "rights/changed.h"
#include "rights/grants_sql.h"
#include "rights/named.h"

#include <dcadmin/base/say.h>
#include <dcadmin/rights.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin {

namespace {

using rights::Changed;
using rights::HeldGrant;
using rights::PersonFacts;
using rights::RelationFacts;
using rights::RightFacts;
using rights::StoredGrant;

// The grants that a request to change them is about, with all that is around them.
struct Target {
    PersonFacts person;
    RightFacts right;
    struct One {
        const RelationFacts* relation;
        StoredGrant stored;
    };
    std::vector<One> grants;  // of the named contexts; live or not
};

template <class Request>
Target find_target(store::Tx& tx, const Request& request, access::Operation operation) {
    store::Db& db = tx.db();
    const auto seen = rights::require_visible(tx, operation, request.person, request.org);
    if (seen) rights::require_allowed(tx, operation, *seen, request.right, std::nullopt);
    const NationalNumber number = rights::require_number(db, request.person);
    const std::string now = tx.now().iso();
    auto person = rights::find_person_facts(db, number, now);
    if (!person) throw rights::unknown_person(number);
    rights::require_organisation(db, request.org);
    Target target{std::move(*person), rights::require_right_facts(db, request.right.text()), {}};
    for (const RelationFacts& relation : target.person.relations) {
        if (relation.org != request.org) continue;
        std::vector<std::int64_t> wanted;
        for (const ContextValue& context : request.contexts) {
            wanted.push_back(rights::require_context(db, target.right, relation.organisation_id,
                                                     request.org, context));
        }
        for (StoredGrant& stored : rights::grants_of(db, relation.id, target.right.id)) {
            const bool named = wanted.empty() || std::find(wanted.begin(), wanted.end(),
                                                           stored.grant.context_id) != wanted.end();
            if (named) target.grants.push_back({&relation, std::move(stored)});
        }
    }
    if (target.grants.empty()) {
        throw Error(Kind::not_found,
                    say("p-{} never had right '{}' there", target.person.id, target.right.code),
                    say("see what he has: dcadmin grant list --person p-{}", target.person.id),
                    "right");
    }
    if (seen) {
        std::vector<std::int64_t> contexts;
        for (const Target::One& one : target.grants) {
            contexts.push_back(one.stored.grant.context_id);
        }
        rights::require_allowed(tx, operation, *seen, request.right, std::move(contexts));
    }
    return target;
}

// Whether the request means this one of the grants of its key.
template <class Request>
bool is_meant(const Request& request, const Target::One& one) {
    return !request.begins || one.stored.grant.from == *request.begins;
}

template <class Request>
void require_meant(const Target& target, const Request& request) {
    for (const Target::One& one : target.grants) {
        if (is_meant(request, one)) return;
    }
    throw Error(Kind::not_found,
                say("p-{} has no grant of right '{}' there that begins on {}", target.person.id,
                    target.right.code, request.begins->formatted()),
                say("see what he has: dcadmin grant list --person p-{}", target.person.id),
                "begins");
}

bulk::GrantKey key_of(bulk::Work& work, const Target& target, const Target::One& one) {
    return {target.person.id, one.relation->org, target.right.code,
            rights::context_code(work.tx.db(), one.stored.grant.context_id)};
}

bool is_live(const StoredGrant& stored, const store::Tx& tx) {
    return stored.revoked_at.empty() || stored.revoked_at > tx.now().iso();
}

void change_state(bulk::Work& work, const Target& target, const Target::One& one,
                  std::string_view verb, std::string_view until, std::string_view revoked_at,
                  std::string_view reason, Date told) {
    const HeldGrant& grant = one.stored.grant;
    rights::update_state(work.tx.db(), grant.id, until, revoked_at);
    audit::record(
        work.tx, {.chain = audit::chain_of(work.tx, one.relation->organisation_id),
                  .subject = "grant",
                  .verb = verb,
                  .subject_id = grant.id,
                  .before = audit::grant_state_image(one.stored.valid_until, one.stored.revoked_at),
                  .after = audit::grant_state_image(until, revoked_at),
                  .reason = reason});
    work.notices.add(target.person.id, rights::address_of(target.person, *one.relation),
                     fmt::format("g-{}@{}", grant.id, told.iso()));
}

void require_no_overlap(const Target& target, const Target::One& one, Date until,
                        const store::Tx& tx) {
    for (const Target::One& other : target.grants) {
        const HeldGrant& held = other.stored.grant;
        if (held.id == one.stored.grant.id || !is_live(other.stored, tx) ||
            held.relation_id != one.stored.grant.relation_id ||
            held.context_id != one.stored.grant.context_id) {
            continue;
        }
        if (held.from <= until && one.stored.grant.from <= held.until) {
            throw Error(
                Kind::conflict,
                say("until {} it would overlap grant g-{}, from {} to {}", until.formatted(),
                    held.id, held.from.formatted(), held.until.formatted()),
                say("extend to {} at most", held.from.plus_days(-1).iso()), "until");
        }
    }
}

Changed apply_extend(bulk::Work& work, const GrantExtension& request) {
    const Target target = find_target(work.tx, request, access::Operation::grant);
    require_meant(target, request);
    rights::require_other(work.tx, target.person.id);
    const Date today = work.tx.today();
    Changed result;
    for (const Target::One& one : target.grants) {
        const HeldGrant& grant = one.stored.grant;
        if (!is_meant(request, one)) continue;
        if (!is_live(one.stored, work.tx) || grant.until < today) continue;
        result.ids.push_back(grant.id);
        auto period = rights::extended(grant, request.until, *one.relation, target.right, today);
        if (auto* error = std::get_if<Error>(&period)) throw std::move(*error);
        const auto& extended = std::get<rights::GrantPeriod>(period);
        if (!extended.remark.empty()) result.remark = extended.remark;
        if (extended.until == grant.until && one.stored.revoked_at.empty()) continue;
        require_no_overlap(target, one, extended.until, work.tx);
        change_state(work, target, one, "extend", extended.until.iso(), "", request.reason,
                     extended.until);
        if (work.trace != nullptr) {
            bulk::undo_extension(*work.trace, key_of(work, target, one), grant.from, grant.until);
        }
        result.changed = true;
    }
    if (!result.ids.empty()) return result;
    const HeldGrant& last = target.grants.back().stored.grant;
    throw Error(Kind::rule,
                say("grant g-{} has ended or was revoked; what is over is not extended", last.id),
                say("grant it anew: dcadmin grant add --person p-{} --org {} --right {}",
                    target.person.id, request.org.digits(), target.right.code),
                "right");
}

// Through a day: the end moves there, and access stops with that day.
void end_on(bulk::Work& work, const Target& target, const Target::One& one, Date on,
            const std::string& reason) {
    change_state(work, target, one, "revoke", on.iso(), Timestamp::end_of(on).iso(), reason, on);
    if (work.trace == nullptr) return;
    const HeldGrant& grant = one.stored.grant;
    bulk::undo_shortening(*work.trace, key_of(work, target, one), grant.from, grant.until);
}

// The moment of a revocation is part of what tells grants apart: one that was granted and revoked
// twice within a second gets the second before.
Timestamp moment_for(const Target& target, const Target::One& one, Timestamp now) {
    const auto taken = [&](const Target::One& other) {
        const HeldGrant& a = one.stored.grant;
        const HeldGrant& b = other.stored.grant;
        return b.relation_id == a.relation_id && b.context_id == a.context_id && b.from == a.from &&
               other.stored.revoked_at == now.iso();
    };
    while (std::any_of(target.grants.begin(), target.grants.end(), taken)) {
        now = Timestamp::from_seconds(now.seconds() - 1);
    }
    return now;
}

void end_now(bulk::Work& work, const Target& target, const Target::One& one,
             const std::string& reason) {
    const Timestamp at = moment_for(target, one, work.tx.now());
    change_state(work, target, one, "revoke", one.stored.valid_until, at.iso(), reason,
                 work.tx.today());
    if (work.trace == nullptr) return;
    const HeldGrant& grant = one.stored.grant;
    bulk::undo_revocation(*work.trace, key_of(work, target, one),
                          DateRange::of(grant.from, grant.until), target.right.max_term, grant.from,
                          work.tx.today());
}

void keep_only(Target& target, GrantId grant) {
    std::erase_if(target.grants,
                  [&](const Target::One& one) { return one.stored.grant.id != grant.value(); });
    if (!target.grants.empty()) return;
    throw Error(Kind::not_found,
                say("{} is no grant of right '{}' to p-{} there", grant.text(), target.right.code,
                    target.person.id),
                say("see what it is: dcadmin grant show {}", grant.text()), "grant");
}

Changed apply_revoke(bulk::Work& work, const GrantRevocation& request) {
    const Date today = work.tx.today();
    if (request.on && *request.on < today) {
        throw Error(Kind::rule,
                    say("{} is past: access cannot be taken back in time", request.on->formatted()),
                    "leave --on out to revoke at once", "on");
    }
    Target target = find_target(work.tx, request, access::Operation::revoke);
    require_meant(target, request);
    if (request.grant) keep_only(target, *request.grant);
    Changed result;
    for (const Target::One& one : target.grants) {
        const HeldGrant& grant = one.stored.grant;
        if (!is_meant(request, one)) continue;
        result.ids.push_back(grant.id);
        const bool over = !is_live(one.stored, work.tx) || grant.until < today;
        if (over || (request.on && grant.until <= *request.on)) continue;
        if (request.on && grant.from <= *request.on) {
            end_on(work, target, one, *request.on, request.reason);
        } else {
            end_now(work, target, one, request.reason);
        }
        result.changed = true;
        ++work.grants_ended;
        work.organisations.insert(one.relation->organisation_id);
    }
    return result;
}

}  // namespace

Written<std::vector<Grant>> Rights::extend(const GrantExtension& request) {
    const auto changed = bulk::run_one(
        env_, "grant.extend", [&](bulk::Work& work) { return apply_extend(work, request); });
    return rights::written_of(env_, changed);
}

bulk::Summary Rights::extend_rows(const bulk::Source<GrantExtension>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "grant.extend", rows, options, sink,
                          [](bulk::Work& work, const GrantExtension& request) {
                              return rights::result_of(apply_extend(work, request));
                          });
}

Written<std::vector<Grant>> Rights::revoke(const GrantRevocation& request) {
    const auto changed = bulk::run_one(
        env_, "grant.revoke", [&](bulk::Work& work) { return apply_revoke(work, request); });
    return rights::written_of(env_, changed);
}

bulk::Summary Rights::revoke_rows(const bulk::Source<GrantRevocation>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "grant.revoke", rows, options, sink,
                          [](bulk::Work& work, const GrantRevocation& request) {
                              return rights::result_of(apply_revoke(work, request));
                          });
}

}  // namespace dcadmin
