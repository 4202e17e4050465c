// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/workers.h>

#include "audit/zone_images.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "registers/consult.h"
#include "secure_zone/record_change.h"
#include "secure_zone/subsidiaries/acting.h"
#include "secure_zone/workers/find.h"
#include "secure_zone/workers/hours.h"
#include "secure_zone/workers/worker_add.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <array>

namespace dcadmin {

namespace secure_zone {

namespace {

Error unknown_worker(AffiliationNumber login) {
    return {Kind::not_found, say("{} is the login of no worker", login.digits()),
            "look for him: dcadmin worker list", "login"};
}

template <class Where>
WorkerRow seen_worker(store::Db& db, Where& where, AffiliationNumber login) {
    auto row = find_worker(db, login);
    const bool seen = row && access::sees(where, row->organisation_id, row->person_id);
    if (!seen) throw unknown_worker(login);
    return std::move(*row);
}

}  // namespace

access::Subject subject_of(const WorkerRow& row) {
    access::Subject subject{.organisation = row.organisation_id};
    if (row.context_id != 0) subject.contexts = {row.context_id};
    if (row.person_id != 0) subject.person = row.person_id;
    return subject;
}

WorkerRow require_worker(store::Tx& tx, AffiliationNumber login, access::Operation operation) {
    access::enter(tx);
    WorkerRow row = seen_worker(tx.db(), tx, login);
    access::require(tx, operation, subject_of(row));
    return row;
}

WorkerRow require_worker(const Env& env, AffiliationNumber login) {
    access::enter(env);
    WorkerRow row = seen_worker(env.store.db(), env, login);
    access::require(env, access::Operation::read_zone, subject_of(row));
    return row;
}

std::int64_t require_site(store::Db& db, std::int64_t organisation_id, SiteNumber site) {
    if (const auto id = find_site(db, organisation_id, site); id != 0) return id;
    throw Error(Kind::not_found, say("{} is no site of that company", site.formatted()),
                "see which it has: dcadmin site list --org NUMBER; add one: dcadmin site add",
                "site");
}

std::string image_of(const WorkerRow& row) {
    return audit::image_of(
        audit::WorkerFields{.key = row.key,
                            .login = static_cast<std::int64_t>(row.login.value()),
                            .organisation_id = row.organisation_id,
                            .person_id = row.person_id,
                            .context_id = row.context_id,
                            .region = name_of(row.region),
                            .email = row.email,
                            .phone = row.phone,
                            .password_hash = row.password_hash,
                            .inactive_since = row.inactive_since});
}

void record_worker(store::Tx& tx, std::string_view verb, const WorkerRow& row,
                   const std::string& before, const std::string& given) {
    const std::string after = image_of(row);
    record_change(tx, {.organisation_id = row.organisation_id,
                       .subject = "worker",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = given});
}

namespace {

// Writes what became of a row, unless nothing did.
Written<Worker> settle(store::Tx& tx, std::string_view verb, const WorkerRow& row,
                       const std::string& before, const std::string& reason) {
    const bool changed = image_of(row) != before;
    if (changed) {
        change_worker(tx.db(), row);
        record_worker(tx, verb, row, before, reason);
    }
    return {.changed = changed, .item = shown_worker(tx.db(), row.id, tx.today()), .remark = {}};
}

Written<Worker> apply_update(bulk::Work& work, const WorkerChange& request) {
    store::Tx& tx = work.tx;
    const bool contact_only = !request.site && !request.region;
    WorkerRow row = require_worker(
        tx, request.login,
        contact_only ? access::Operation::worker_contact : access::Operation::workers);
    const std::string before = image_of(row);
    if (request.site) {
        row.context_id = require_site(tx.db(), row.organisation_id, *request.site);
        access::require(tx, access::Operation::workers, subject_of(row));
    }
    if (request.region) row.region = *request.region;
    if (request.email) row.email = request.email->text();
    if (request.phone) row.phone = request.phone->text();
    return settle(tx, "update", row, before, request.reason);
}

Written<Worker> apply_activate(bulk::Work& work, const WorkerRef& request) {
    WorkerRow row = require_worker(work.tx, request.login, access::Operation::workers);
    require_acting(work.tx, row.organisation_id);
    const std::string before = image_of(row);
    row.inactive_since.clear();
    return settle(work.tx, "activate", row, before, request.reason);
}

Written<Worker> apply_deactivate(bulk::Work& work, const WorkerRef& request) {
    WorkerRow row = require_worker(work.tx, request.login, access::Operation::workers);
    const std::string before = image_of(row);
    if (row.inactive_since.empty()) row.inactive_since = work.tx.now().iso();
    return settle(work.tx, "deactivate", row, before, request.reason);
}

template <class Request, class Apply>
bulk::Summary run(const Env& env, std::string_view command, const bulk::Source<Request>& rows,
                  const bulk::Options& options, const bulk::Sink& sink, Apply apply) {
    return bulk::run_rows(env, std::string(command), rows, options, sink,
                          [apply](bulk::Work& work, const Request& request) {
                              const auto written = apply(work, request);
                              return bulk::result_of(written, written.item.login.digits());
                          });
}

void require_state(const std::string& state) {
    constexpr std::array<std::string_view, 3> states{"active", "inactive", "all"};
    if (std::ranges::find(states, state) != states.end()) return;
    throw Error(Kind::usage, say("{} is not a state of workers", text::quoted(state)),
                "one of: active, inactive, all", "state");
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Workers::list(const WorkerFilter& filter, const Each<Worker>& each) {
    secure_zone::require_state(filter.state);
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_workers(env_.store.db(), filter, organisation, sight,
                                     filter.at.value_or(env_.clock.today()), each);
}

std::uint64_t Workers::without_contract(std::optional<EnterpriseNumber> org) {
    WorkerFilter filter;
    filter.org = org;
    filter.no_contract = true;
    filter.page.limit = 1;
    return list(filter, [](const Worker&) { return false; });
}

Worker Workers::get(AffiliationNumber login) {
    const auto row = secure_zone::require_worker(env_, login);
    return secure_zone::shown_worker(env_.store.db(), row.id, env_.clock.today());
}

WorkerHours Workers::hours(AffiliationNumber login, std::optional<Month> month) {
    const Worker worker = get(login);
    const auto row = secure_zone::require_worker(env_, login);
    store::Db& db = env_.store.db();
    const Month of = month.value_or(Month::of(env_.clock.today()));
    return {.login = login,
            .name = worker.name,
            .org = worker.org,
            .month = of,
            .hours = secure_zone::month_hours(db, row.id, of),
            .limit = secure_zone::month_hours_limit(db)};
}

std::vector<WorkerHours> Workers::many_hours(std::optional<EnterpriseNumber> org,
                                             std::optional<Month> month) {
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    secure_zone::HoursWanted wanted{.month = month.value_or(Month::of(env_.clock.today()))};
    if (sight.organisation != 0) wanted.organisation_id = sight.organisation;
    if (org) wanted.organisation_id = organisations::get_id(env_, *org);
    if (!wanted.organisation_id && !month) return {};
    return secure_zone::many_hours(env_.store.db(), wanted, sight);
}

Written<Worker> Workers::add(const NewWorker& request) {
    registers::Questions questions(env_);
    questions.add(request.number);
    questions.finish();
    return bulk::run_one(env_, "worker.add", [&](bulk::Work& work) {
        return secure_zone::apply_add(work, request, questions.in_use());
    });
}

bulk::Summary Workers::add_rows(const bulk::Source<NewWorker>& rows, const bulk::Options& options,
                                const bulk::Sink& sink) {
    const bool in_use = registers::ask_all(env_, rows, options);
    return secure_zone::run(env_, "worker.add", rows, options, sink,
                            [in_use](bulk::Work& work, const NewWorker& request) {
                                return secure_zone::apply_add(work, request, in_use);
                            });
}

Written<Worker> Workers::update(const WorkerChange& request) {
    return bulk::run_one(env_, "worker.update", [&](bulk::Work& work) {
        return secure_zone::apply_update(work, request);
    });
}

bulk::Summary Workers::update_rows(const bulk::Source<WorkerChange>& rows,
                                   const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "worker.update", rows, options, sink, secure_zone::apply_update);
}

Written<Worker> Workers::activate(const WorkerRef& request) {
    return bulk::run_one(env_, "worker.activate", [&](bulk::Work& work) {
        return secure_zone::apply_activate(work, request);
    });
}

bulk::Summary Workers::activate_rows(const bulk::Source<WorkerRef>& rows,
                                     const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "worker.activate", rows, options, sink,
                            secure_zone::apply_activate);
}

Written<Worker> Workers::deactivate(const WorkerRef& request) {
    return bulk::run_one(env_, "worker.deactivate", [&](bulk::Work& work) {
        return secure_zone::apply_deactivate(work, request);
    });
}

bulk::Summary Workers::deactivate_rows(const bulk::Source<WorkerRef>& rows,
                                       const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "worker.deactivate", rows, options, sink,
                            secure_zone::apply_deactivate);
}

}  // namespace dcadmin
