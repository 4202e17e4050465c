// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "bulk/run.h"
#include "secure_zone/services/allocate.h"
#include "secure_zone/services/changes.h"
#include "secure_zone/services/comments.h"
#include "secure_zone/services/entry.h"
#include "secure_zone/services/entry_sql.h"
#include "secure_zone/services/service_row_sql.h"
#include "secure_zone/services/steps.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>
#include <dcadmin/secure_zone/services.h>

namespace dcadmin {

namespace secure_zone {

namespace {

// A service on its way to what a row of a file says.
class Import {
   public:
    Import(bulk::Work& work, const ImportedService& request)
        : tx_(work.tx),
          changes_(ServiceChanges::of(work, "import")),
          request_(request),
          parties_(
              parties_of(work.tx, request.worker, request.customer, access::Operation::services)) {}

    Entered run() {
        changes_.because(request_.reason);
        find_or_add();
        take_fields();
        take_state();
        take_comment();
        return {.changed = changed_, .id = row_.id};
    }

   private:
    void find_or_add();
    void require_same_parties() const;
    void take_fields();
    void take_state();
    void take_comment();
    void fire(ServiceEvent event);
    void reach(ServiceEvent event) {
        if (!already(row_.state, event)) fire(event);
    }
    void validate();
    void confirm();

    store::Tx& tx_;
    ServiceChanges& changes_;
    const ImportedService& request_;
    Parties parties_;
    ServiceRow row_;
    bool changed_ = false;
};

void Import::find_or_add() {
    const std::string work_id = checked_work_id(request_.work_id);
    if (work_id.empty()) {
        throw Error(Kind::usage, "a service is imported by its work id", "", "work_id");
    }
    if (auto there = find_service(tx_.db(), parties_.worker.organisation_id, work_id)) {
        row_ = std::move(*there);
        require_same_parties();
        return;
    }
    row_ = row_of(parties_);
    row_.work_id = work_id;
    row_.region = request_.region;
    row_.day = request_.day;
    row_.hours = checked_hours(request_.hours);
    row_.activity = request_.activity;
    row_.entered_by = EnteredBy::worker;
    row_.registered_on = request_.day;
    require_may_come_in(tx_, parties_, request_.customer, row_);
    row_.due_on = changes_.due().to_validate(row_);
    changes_.add(row_);
    changed_ = true;
}

void Import::require_same_parties() const {
    const std::string_view other = row_.worker_id != parties_.worker.id       ? "worker"
                                   : row_.customer_id != parties_.customer.id ? "customer"
                                   : row_.region != request_.region           ? "region"
                                                                              : "";
    if (other.empty()) return;
    const std::string id = ServiceId::from_stored(row_.id).text();
    throw Error(Kind::conflict,
                say("{} has the work id {}, and another {}", id, row_.work_id, other),
                say("see it: dcadmin service show {}", id), std::string(other));
}

void Import::fire(ServiceEvent event) {
    ServiceStep step = step_of(row_, event, tx_.today(), changes_.due());
    changes_.change(step);
    row_ = std::move(step.now);
    if (row_.state == ServiceState::confirmed) allocate(changes_, tx_, row_);
    changed_ = true;
}

void Import::take_fields() {
    const bool same = row_.day == request_.day && row_.hours == request_.hours &&
                      row_.activity == request_.activity;
    if (same) return;
    ServiceStep step = step_of(row_, ServiceEvent::modify, tx_.today(), changes_.due());
    step.now.day = request_.day;
    step.now.hours = checked_hours(request_.hours);
    step.now.activity = request_.activity;
    require_may_come_in(tx_, parties_, request_.customer, step.now);
    changes_.change(step);
    row_ = std::move(step.now);
    changed_ = true;
}

// Who signed in confirms for himself alone, in a file too.
void Import::confirm() {
    if (already(row_.state, ServiceEvent::confirm) && row_.state != ServiceState::confirmed_first) {
        return;
    }
    if (row_.state != ServiceState::confirmed_first) {
        access::require(tx_, access::Operation::answer_service, subject_of(parties_.customer));
    }
    validate();
    reach(ServiceEvent::confirm);
}

void Import::validate() {
    if (row_.state == ServiceState::disputed) {
        static_cast<void>(
            cleaned_comment(request_.comment, "the answer to a dispute wants a comment"));
    }
    reach(ServiceEvent::validate);
}

void Import::take_state() {
    if (!request_.state) return;
    switch (*request_.state) {
        case ServiceState::registered: return;
        case ServiceState::validated: return validate();
        case ServiceState::confirmed: return confirm();
        case ServiceState::cancelled:
            static_cast<void>(
                cleaned_comment(request_.comment, "a cancelled service wants a comment"));
            return reach(ServiceEvent::cancel);
        case ServiceState::confirmed_first:
        case ServiceState::disputed:
        case ServiceState::waiting:
        case ServiceState::partially_allocated:
        case ServiceState::allocated:
        case ServiceState::issued:
        case ServiceState::refunded:
        case ServiceState::outside: break;
    }
    throw Error(Kind::usage, say("no file makes a service {}", name_of(*request_.state)),
                "one of: registered, validated, confirmed, cancelled", "status");
}

void Import::take_comment() {
    if (request_.comment.empty()) return;
    const std::string body = cleaned_comment(request_.comment, "a service wants a comment");
    if (has_comment(tx_.db(), row_.id, name_of(Party::company), body)) return;
    write_comment(tx_, row_.organisation_id, row_.id, Party::company, body);
    changed_ = true;
}

}  // namespace

}  // namespace secure_zone

Written<Service> Services::import(const ImportedService& request) {
    return bulk::run_one(env_, "service.import", [&](bulk::Work& work) {
        const auto entered = secure_zone::Import(work, request).run();
        return secure_zone::written_of(work.tx, entered);
    });
}

bulk::Summary Services::import_rows(const bulk::Source<ImportedService>& rows,
                                    const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(
        env_, "service.import", rows, options, sink,
        [](bulk::Work& work, const ImportedService& request) {
            return secure_zone::result_of(secure_zone::Import(work, request).run());
        });
}

}  // namespace dcadmin
