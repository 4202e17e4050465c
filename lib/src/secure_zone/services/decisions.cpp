// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/secure_zone/service_decisions.h>

#include "organisations/find.h"
#include "secure_zone/services/changes.h"
#include "secure_zone/services/decide.h"
#include "secure_zone/services/open_sql.h"
#include "secure_zone/services/read_ahead.h"
#include "secure_zone/services/shown_sql.h"
#include "secure_zone/workers/find.h"

#include <dcadmin/error.h>

#include <utility>

namespace dcadmin {

namespace secure_zone {

namespace {

template <class Request>
using Decide = Decided (*)(bulk::Work&, const Request&);

// What the rows so far changed stands in the store.
void settle(bulk::Work& work) {
    work.end_row();
    if (work.gathered) static_cast<ServiceChanges&>(*work.gathered).settle();
}

template <class Request>
Written<Service> one(const Env& env, std::string_view kind, const Request& request,
                     Decide<Request> decide) {
    return bulk::run_one(env, kind, [&](bulk::Work& work) {
        Decided decided = decide(work, request);
        settle(work);
        return Written<Service>{.changed = decided.changed,
                                .item = shown_service(work.tx.db(), decided.id, work.tx.today()),
                                .remark = std::move(decided.remark)};
    });
}

bulk::Result result_of(const Decided& decided) {
    bulk::Result result;
    result.state = decided.changed ? bulk::State::applied : bulk::State::unchanged;
    result.message = decided.remark;
    result.id = ServiceId::from_stored(decided.id).text();
    return result;
}

template <class Request>
bulk::Summary many(const Env& env, std::string_view kind, const bulk::Source<Request>& rows,
                   const bulk::Options& options, const bulk::Sink& sink, Decide<Request> decide) {
    return bulk::run_rows(env, kind, rows, options, sink,
                          [decide](bulk::Work& work, const Request& request) {
                              return result_of(decide(work, request));
                          });
}

bulk::Summary validate_ahead(const Env& env, const bulk::Source<ServiceDecision>& rows,
                             const bulk::Options& options, const bulk::Sink& sink) {
    ReadAhead<ServiceDecision> ahead(rows);
    const bulk::Source<ServiceDecision> source{
        .next = [&](bulk::Row<ServiceDecision>& row) { return ahead.next(row); },
        .rewind = [&] { ahead.rewind(); },
        .expected_bytes = rows.expected_bytes};
    return bulk::run_rows(
        env, "service.validate", source, options, sink,
        [&](bulk::Work& work, const ServiceDecision& request) {
            access::enter(work.tx);
            if (auto ids = ahead.new_ids(); !ids.empty()) {
                ServiceChanges::of(work, "validate").services().expect(std::move(ids));
            }
            return result_of(decide_validate(work, request));
        });
}

OpenServices which_of(store::Tx& tx, const ServicesToValidate& request) {
    OpenServices which{.organisation_id = {}, .worker_id = {}, .until = request.until};
    if (request.org) which.organisation_id = organisations::get_id(tx, *request.org);
    if (request.worker) {
        const WorkerRow worker = require_worker(tx, *request.worker, access::Operation::services);
        which.worker_id = worker.id;
        which.organisation_id = worker.organisation_id;
    }
    if (!which.organisation_id) which.organisation_id = access::own_organisation(tx);
    return which;
}

ServiceTotal apply_validate_all(bulk::Work& work, const ServicesToValidate& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    const OpenServices which = which_of(tx, request);
    access::require(tx, access::Operation::services,
                    {.organisation = which.organisation_id.value_or(0)});
    const auto sight = access::sight_of(tx.env(), access::Operation::services);
    ServiceChanges& changes = ServiceChanges::of(work, "validate");
    changes.because(request.reason);
    ServiceTotal total;
    for (const ServicesAlike& those : services_to_validate(tx.db(), which, sight)) {
        const std::int64_t validated = validate_alike(changes, tx, those.ids);
        if (validated == 0) continue;
        for (const std::int64_t customer : those.customers) {
            changes.tell(customer, "service.validated");
        }
        changes.end_row();
        total.services += validated;
        total.hours += those.hours;
    }
    return total;
}

}  // namespace

}  // namespace secure_zone

Written<Service> ServiceDecisions::validate(const ServiceDecision& request) {
    return secure_zone::one(env_, "service.validate", request, secure_zone::decide_validate);
}

Written<std::vector<Service>> ServiceDecisions::validate(
    const std::vector<ServiceDecision>& requests) {
    return bulk::run_one(env_, "service.validate", [&](bulk::Work& work) {
        Written<std::vector<Service>> all;
        for (const ServiceDecision& request : requests) {
            const auto decided = secure_zone::decide_validate(work, request);
            secure_zone::settle(work);
            all.changed = all.changed || decided.changed;
            all.item.push_back(
                secure_zone::shown_service(work.tx.db(), decided.id, work.tx.today()));
        }
        return all;
    });
}

bulk::Summary ServiceDecisions::validate_rows(const bulk::Source<ServiceDecision>& rows,
                                              const bulk::Options& options,
                                              const bulk::Sink& sink) {
    if (options.joint != nullptr) {  // whoever watches wants to see a row while it is read
        return secure_zone::many(env_, "service.validate", rows, options, sink,
                                 secure_zone::decide_validate);
    }
    return secure_zone::validate_ahead(env_, rows, options, sink);
}

ServiceTotal ServiceDecisions::validate_all(const ServicesToValidate& request) {
    store::Db& db = env_.store.db();
    db.expect_bulk(true);
    const auto total = bulk::run_one(env_, "service.validate", [&](bulk::Work& work) {
        return secure_zone::apply_validate_all(work, request);
    });
    db.expect_bulk(false);
    return total;
}

Written<Service> ServiceDecisions::update(const ServiceUpdate& request) {
    return secure_zone::one(env_, "service.update", request, secure_zone::decide_update);
}
bulk::Summary ServiceDecisions::update_rows(const bulk::Source<ServiceUpdate>& rows,
                                            const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::many(env_, "service.update", rows, options, sink,
                             secure_zone::decide_update);
}

Written<Service> ServiceDecisions::cancel(const ServiceDecision& request) {
    return secure_zone::one(env_, "service.cancel", request, secure_zone::decide_cancel);
}
bulk::Summary ServiceDecisions::cancel_rows(const bulk::Source<ServiceDecision>& rows,
                                            const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::many(env_, "service.cancel", rows, options, sink,
                             secure_zone::decide_cancel);
}

Written<Service> ServiceDecisions::confirm(const ServiceDecision& request) {
    return secure_zone::one(env_, "service.confirm", request, secure_zone::decide_confirm);
}
bulk::Summary ServiceDecisions::confirm_rows(const bulk::Source<ServiceDecision>& rows,
                                             const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::many(env_, "service.confirm", rows, options, sink,
                             secure_zone::decide_confirm);
}

Written<Service> ServiceDecisions::dispute(const ServiceDecision& request) {
    return secure_zone::one(env_, "service.dispute", request, secure_zone::decide_dispute);
}
bulk::Summary ServiceDecisions::dispute_rows(const bulk::Source<ServiceDecision>& rows,
                                             const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::many(env_, "service.dispute", rows, options, sink,
                             secure_zone::decide_dispute);
}

Written<Service> ServiceDecisions::comment(const ServiceDecision& request) {
    return secure_zone::one(env_, "service.comment", request, secure_zone::decide_comment);
}
bulk::Summary ServiceDecisions::comment_rows(const bulk::Source<ServiceDecision>& rows,
                                             const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::many(env_, "service.comment", rows, options, sink,
                             secure_zone::decide_comment);
}

}  // namespace dcadmin
