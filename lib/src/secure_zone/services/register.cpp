// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "secure_zone/services/changes.h"
#include "secure_zone/services/comments.h"
#include "secure_zone/services/entry.h"
#include "secure_zone/services/entry_sql.h"
#include "secure_zone/services/risk_days.h"
#include "secure_zone/services/service_row_sql.h"
#include "secure_zone/services/shown_sql.h"
#include "secure_zone/workers/hours.h"

#include <dcadmin/base/month.h>
#include <dcadmin/base/say.h>
#include <dcadmin/error.h>
#include <dcadmin/secure_zone/services.h>

#include <fmt/format.h>

namespace dcadmin {

namespace secure_zone {

namespace {

bool same(const ServiceRow& there, const ServiceRow& asked) {
    return there.worker_id == asked.worker_id && there.customer_id == asked.customer_id &&
           there.region == asked.region && there.day == asked.day && there.hours == asked.hours &&
           there.activity == asked.activity;
}

// By its work id, or else as it is.
std::optional<Entered> found_there(store::Db& db, const ServiceRow& row) {
    if (row.work_id.empty()) {
        const auto id = find_same_service(db, row);
        if (!id) return std::nullopt;
        return Entered{.id = *id,
                       .remark =
                           "it is registered already; another one of that day wants a work "
                           "id of its own"};
    }
    const auto there = find_service(db, row.organisation_id, row.work_id);
    if (!there) return std::nullopt;
    if (same(*there, row)) return Entered{.id = there->id};
    throw Error(Kind::conflict,
                say("the work id {} is that of {}, which is another service", row.work_id,
                    ServiceId::from_stored(there->id).text()),
                say("see it: dcadmin service show {}", ServiceId::from_stored(there->id).text()),
                "work_id");
}

std::string warning(store::Db& db, const ServiceRow& row) {
    constexpr std::int64_t most_a_day = 12;
    std::string text;
    const std::int64_t hours = hours_of_day(db, row.worker_id, row.day);
    if (hours > most_a_day) {
        text = say("the worker has {} hours on {}", hours, row.day.formatted());
    }
    if (const auto month = month_hours_warning(db, row.worker_id, Month::of(row.day))) {
        text += fmt::format("{}{}", text.empty() ? "" : "; ", *month);
    }
    return text;
}

// The worker's company is the one that is named, if one is.
void require_company(store::Tx& tx, const NewService& request, const Parties& parties) {
    if (!request.org) return;
    if (organisations::get_id(tx, *request.org) == parties.worker.organisation_id) return;
    throw Error(Kind::not_found, say("{} is no worker of that company", request.worker.digits()),
                "look for him: dcadmin worker list --org NUMBER", "worker");
}

Entered apply_register(bulk::Work& work, const NewService& request) {
    store::Tx& tx = work.tx;
    ServiceChanges& changes = ServiceChanges::of(work, "register");
    const Parties parties =
        parties_of(tx, request.worker, request.customer, access::Operation::register_service);
    require_company(tx, request, parties);
    ServiceRow row = row_of(parties);
    if (request.region) row.region = *request.region;
    row.work_id = checked_work_id(request.work_id);
    row.day = request.day;
    row.hours = checked_hours(request.hours);
    row.activity = request.activity;
    const bool himself = tx.acting() == parties.worker.person_id;
    row.entered_by = himself ? EnteredBy::worker : EnteredBy::company;
    row.registered_on = tx.today();
    if (auto there = found_there(tx.db(), row)) return std::move(*there);
    require_may_come_in(tx, parties, request.customer, row);
    row.due_on = changes.due().to_validate(row);
    changes.because(request.reason);
    changes.add(row);
    if (!request.comment.empty()) {
        write_comment(tx, row.organisation_id, row.id, Party::company,
                      cleaned_comment(request.comment, "a service wants a comment"));
    }
    return {.changed = true, .id = row.id, .remark = warning(tx.db(), row)};
}

}  // namespace

}  // namespace secure_zone

Written<Service> Services::register_service(const NewService& request) {
    return bulk::run_one(env_, "service.register", [&](bulk::Work& work) {
        const auto entered = secure_zone::apply_register(work, request);
        return secure_zone::written_of(work.tx, entered);
    });
}

bulk::Summary Services::register_rows(const bulk::Source<NewService>& rows,
                                      const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(
        env_, "service.register", rows, options, sink,
        [](bulk::Work& work, const NewService& request) {
            return secure_zone::result_of(secure_zone::apply_register(work, request));
        });
}

}  // namespace dcadmin
