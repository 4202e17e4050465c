// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/changes.h"

#include "audit/service_images.h"
#include "secure_zone/record_change.h"
#include "secure_zone/services/changes_sql.h"
#include "secure_zone/services/service_row_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::secure_zone {

struct ServiceChanges::Line {
    std::int64_t organisation_id;
    std::int64_t service_id;
    std::string_view event;
    std::string_view state_before;
    std::string_view state_after;
    std::string day;
    std::string due_on;
    std::string fields_before;
    std::string fields_after;
};

struct ServiceChanges::Set {
    std::int64_t id = 0;
    audit::ChangeSetImage image = {};
};

class ServiceChanges::Tables : public ChangeTables {
   public:
    using ChangeTables::ChangeTables;
};

namespace {

constexpr std::size_t most_held = 131072;

std::string fields_of(const ServiceRow& row) {
    const std::string day = row.day.iso();
    return audit::image_of(audit::ServiceFields{.work_id = row.work_id,
                                                .worker_id = row.worker_id,
                                                .context_id = row.context_id,
                                                .customer_id = row.customer_id,
                                                .region = name_of(row.region),
                                                .day = day,
                                                .hours = row.hours,
                                                .activity = name_of(row.activity),
                                                .entered_by = name_of(row.entered_by),
                                                .channel = name_of(row.channel)});
}

bool set_for(store::Db& db, const ServiceRow& now, ServiceState before, ServiceEvent event) {
    switch (event) {
        case ServiceEvent::modify: return set_fields(db, now, before);
        case ServiceEvent::allocate_some:
        case ServiceEvent::allocate_all: return set_allocated(db, now, before);
        case ServiceEvent::validate:
        case ServiceEvent::validation_ran_out:
        case ServiceEvent::cancel:
        case ServiceEvent::confirm:
        case ServiceEvent::confirmation_ran_out:
        case ServiceEvent::dispute:
        case ServiceEvent::find_no_voucher:
        case ServiceEvent::grow_too_old:
        case ServiceEvent::issue:
        case ServiceEvent::refund: break;
    }
    return set_state(db, now, before);
}

}  // namespace

ServiceChanges& ServiceChanges::of(bulk::Work& work, std::string_view verb) {
    if (!work.gathered) {
        work.gathered = std::make_unique<ServiceChanges>(work.tx, verb, work.notices.tells());
    }
    return static_cast<ServiceChanges&>(*work.gathered);
}

ServiceChanges::ServiceChanges(store::Tx& tx, std::string_view verb, bool tells)
    : tx_(tx),
      verb_(verb),
      tells_(tells),
      tables_(std::make_unique<Tables>(tx.db())),
      services_(tx.db()),
      due_(tx.db()),
      wallet_(tx) {}

ServiceChanges::~ServiceChanges() = default;

void ServiceChanges::add(ServiceRow& row) {
    const bool own = row.work_id.empty();
    if (own) row.work_id = fmt::format("new {}", tx_.operation());  // until its id is known
    row.id = insert_service(tx_.db(), row, tx_.operation());
    if (own) {
        row.work_id = fmt::format("D{}", row.id);
        set_work_id(tx_.db(), row.id, row.work_id);
    }
    lines_.push_back({.organisation_id = row.organisation_id,
                      .service_id = row.id,
                      .event = "register",
                      .state_before = {},
                      .state_after = name_of(row.state),
                      .day = row.registered_on.iso(),
                      .due_on = row.due_on ? row.due_on->iso() : std::string(),
                      .fields_before = {},
                      .fields_after = fields_of(row)});
}

void ServiceChanges::change(const ServiceStep& step) {
    const auto& [before, now, event, day] = step;
    services_.forget(now.id);
    if (!set_for(tx_.db(), now, before.state, event)) {
        throw Error(Kind::conflict,
                    say("{} was changed meanwhile", ServiceId::from_stored(now.id).text()),
                    "look at it again: dcadmin service show", "id");
    }
    Line line{.organisation_id = now.organisation_id,
              .service_id = now.id,
              .event = name_of(event),
              .state_before = name_of(before.state),
              .state_after = name_of(now.state),
              .day = day.iso(),
              .due_on = now.due_on ? now.due_on->iso() : std::string(),
              .fields_before = {},
              .fields_after = {}};
    if (event == ServiceEvent::modify) {
        line.fields_before = fields_of(before);
        line.fields_after = fields_of(now);
    }
    lines_.push_back(std::move(line));
}

void ServiceChanges::change_later(const ServiceStep& step) {
    later_.push_back(step);
}

void ServiceChanges::change_later(const ServiceStep& step,
                                  const std::vector<std::int64_t>& services) {
    alike_.add(step, services);
    settle();
}

bool ServiceChanges::changes_later(std::int64_t service_id) const {
    return alike_.has(service_id);
}

void ServiceChanges::allocate(std::int64_t organisation_id, const Allocation& allocation) {
    allocations_.emplace_back(organisation_id, allocation);
}

void ServiceChanges::tell(std::int64_t customer_id, std::string_view kind) {
    if (tells_) told_.emplace_back(customer_id, kind);
}

void ServiceChanges::because(const std::string& reason) {
    reason_ = reason;
}

ServiceChanges::Set& ServiceChanges::set_of(std::int64_t organisation_id) {
    auto& set = sets_[organisation_id];
    if (!set) {
        set = std::make_unique<Set>();
        set->id = insert_change_set(tx_.db(), organisation_id, verb_, tx_.operation());
    }
    return *set;
}

void ServiceChanges::write(const Line& line) {
    Set& set = set_of(line.organisation_id);
    const audit::ServiceLineFields fields{.service_id = line.service_id,
                                          .event = line.event,
                                          .state_before = line.state_before,
                                          .state_after = line.state_after,
                                          .day = line.day,
                                          .due_on = line.due_on,
                                          .fields_before = line.fields_before,
                                          .fields_after = line.fields_after};
    tables_->add(set.id, fields);
    set.image.add(fields);
}

void ServiceChanges::write(std::int64_t organisation_id, const Allocation& allocation) {
    Set& set = set_of(organisation_id);
    const std::string allocated_on = allocation.allocated_on.iso();
    const audit::AllocationFields fields{.service_id = allocation.service_id,
                                         .order_id = allocation.order_id,
                                         .first_number = allocation.first_number,
                                         .vouchers = allocation.vouchers,
                                         .allocated_on = allocated_on,
                                         .hand_in_until = allocation.hand_in_until};
    tables_->add(set.id, fields);
    set.image.add(fields);
}

void ServiceChanges::write(const AlikeStep& step, const std::vector<std::int64_t>& services) {
    Set& set = set_of(step.organisation_id);
    if (!change_alike(tx_.db(), set.id, step, services)) {
        throw Error(Kind::busy, "some of the services were changed meanwhile",
                    "try again in a moment");
    }
    const std::string day = step.day.iso();
    const std::string due_on = step.due_on ? step.due_on->iso() : std::string();
    audit::ServiceLineFields line{.service_id = 0,
                                  .event = name_of(step.event),
                                  .state_before = name_of(step.before),
                                  .state_after = name_of(step.after),
                                  .day = day,
                                  .due_on = due_on,
                                  .fields_before = {},
                                  .fields_after = {}};
    for (const std::int64_t service : services) {
        line.service_id = service;
        set.image.add(line);
    }
}

void ServiceChanges::settle() {
    tables_->flush();  // lines have their ids in the order in which the image has them
    for (const auto& [step, services] : alike_.take()) write(step, services);
}

void ServiceChanges::end_row() {
    for (const Line& line : lines_) write(line);
    for (const auto& [organisation, allocation] : allocations_) write(organisation, allocation);
    for (const auto& [customer, kind] : told_) customers_[kind].insert(customer);
    for (const ServiceStep& step : later_) alike_.add(step);
    clear_row();
    if (alike_.size() >= most_held) settle();
}

void ServiceChanges::drop_row() {
    clear_row();
    wallet_.forget();
}

void ServiceChanges::clear_row() {
    lines_.clear();
    allocations_.clear();
    told_.clear();
    later_.clear();
}

void ServiceChanges::finish() {
    settle();
    for (auto& [organisation, set] : sets_) {
        const std::string after = set->image.text(organisation, verb_);
        record_change(tx_, {.organisation_id = organisation,
                            .subject = "change_set",
                            .verb = verb_,
                            .subject_id = set->id,
                            .before = {},
                            .after = after,
                            .reason = reason_});
    }
    const std::string now = tx_.now().iso();
    for (const auto& [kind, told] : customers_) {
        std::vector<std::int64_t> customers(told.begin(), told.end());
        std::ranges::sort(customers);
        insert_customer_notices(tx_.db(), customers, kind, tx_.operation(), now);
    }
    sets_.clear();
    customers_.clear();
}

}  // namespace dcadmin::secure_zone
