// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/policies.h>

#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "policies/policies_sql.h"
#include "policies/rules.h"
#include "policies/values.h"

#include <dcadmin/base/text.h>

#include <stdexcept>
#include <string>

namespace dcadmin {

namespace policies {

namespace {

Policy shown(const Known& known, std::string value) {
    return {.name = std::string(known.name),
            .value = std::move(value),
            .usual = std::string(known.usual),
            .what = std::string(translated(known.what))};
}

std::string held_value(store::Db& db, const Known& known) {
    const auto stored = find_policy(db, known.name);
    return stored ? stored->value : std::string(known.usual);
}

Written<Policy> set_value(bulk::Work& work, const PolicyChange& request) {
    store::Db& db = work.tx.db();
    const Known& known = get_known(request.name);
    const std::string value = checked(known, request.value);
    const std::string reason = text::clean(request.reason, "reason");
    const auto there = find_policy(db, known.name);
    const std::string holds = there ? there->value : std::string(known.usual);
    if (holds == value) return {.changed = false, .item = shown(known, value), .remark = {}};
    const std::string before = audit::image_of(audit::PolicyFields{known.name, holds});
    const std::string after = audit::image_of(audit::PolicyFields{known.name, value});
    const std::int64_t id = there ? there->id : insert_policy(db, known.name, value);
    if (there) update_policy(db, id, value);
    std::optional<std::string_view> why;
    if (!reason.empty()) why = reason;
    audit::record(work.tx, {.chain = audit::system_chain,
                            .subject = "policy",
                            .verb = "set",
                            .subject_id = id,
                            .before = before,
                            .after = after,
                            .reason = why});
    return {.changed = true, .item = shown(known, value), .remark = {}};
}

Written<Policy> apply_set(bulk::Work& work, const PolicyChange& request) {
    access::require(work.tx, access::Operation::policies);
    return set_value(work, request);
}

// The host's own act (security.md, section 2.3): not of a person, but of who keeps the store.
Written<Policy> apply_reopen(bulk::Work& work, const std::string& reason) {
    if (text::trimmed(reason).empty()) {
        throw Error(Kind::usage, "opening a store again needs a reason", "give --reason", "reason");
    }
    if (!owns_store(work.tx.db())) {
        throw Error(Kind::not_allowed, "this role does not own the store",
                    "the role that made the store opens it again");
    }
    work.tx.allow();
    return set_value(work, {.name = "sign_in", .value = "optional", .reason = reason});
}

}  // namespace

std::string value_of(store::Db& db, std::string_view name) {
    for (const Known& known : known_policies()) {
        if (known.name == name) return held_value(db, known);
    }
    throw std::logic_error("no such policy: " + std::string(name));
}

Term retention(store::Db& db) {
    return Term::parse(value_of(db, "retention"));
}

std::int64_t session_idle(store::Db& db) {
    constexpr std::int64_t minute = 60;
    return std::stoll(value_of(db, "session_idle")) * minute;
}

std::int32_t risk_days(store::Db& db) {
    return std::stoi(value_of(db, "zone.risk_days"));
}

std::int64_t session_absolute(store::Db& db) {
    constexpr std::int64_t hour = 3600;
    return std::stoll(value_of(db, "session_absolute")) * hour;
}

}  // namespace policies

Policy Policies::get(const std::string& name) {
    access::enter(env_);
    const policies::Known& known = policies::get_known(name);
    return policies::shown(known, policies::held_value(env_.store.db(), known));
}

std::vector<Policy> Policies::list() {
    access::enter(env_);
    std::vector<Policy> all;
    for (const policies::Known& known : policies::known_policies()) {
        all.push_back(policies::shown(known, policies::held_value(env_.store.db(), known)));
    }
    return all;
}

Written<Policy> Policies::set(const PolicyChange& request) {
    return bulk::run_one(env_, "policy.set",
                         [&](bulk::Work& work) { return policies::apply_set(work, request); });
}

bulk::Summary Policies::set_rows(const bulk::Source<PolicyChange>& rows,
                                 const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "policy.set", rows, options, sink,
                          [](bulk::Work& work, const PolicyChange& request) {
                              const auto written = policies::apply_set(work, request);
                              return bulk::result_of(written, written.item.name);
                          });
}

Written<Policy> Policies::reopen(const std::string& reason) {
    return bulk::run_one(env_, "policy.set",
                         [&](bulk::Work& work) { return policies::apply_reopen(work, reason); });
}

std::vector<std::string_view> policy_names() {
    std::vector<std::string_view> names;
    for (const policies::Known& known : policies::known_policies()) names.push_back(known.name);
    return names;
}

}  // namespace dcadmin
