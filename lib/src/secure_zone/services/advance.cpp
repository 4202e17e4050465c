// SPDX-License-Identifier: Apache-2.0
#include "organisations/find.h"
#include "secure_zone/services/allocate.h"
#include "secure_zone/services/changes.h"
#include "secure_zone/services/open_sql.h"
#include "secure_zone/services/service_row_sql.h"

#include <dcadmin/error.h>
#include <dcadmin/secure_zone/service_decisions.h>

namespace dcadmin {

namespace secure_zone {

namespace {

// What time does to the services of one company.
class Advance {
   public:
    Advance(bulk::Work& work, std::int64_t organisation_id)
        : tx_(work.tx),
          organisation_id_(organisation_id),
          changes_(ServiceChanges::of(work, "advance")) {}

    Advanced run() {
        let_terms_run_out();
        allocate_what_waits();
        give_up_what_is_too_old();
        return done_;
    }

   private:
    void let_terms_run_out();
    void allocate_what_waits();
    void give_up_what_is_too_old();
    ServiceRow service(std::int64_t id) {
        auto found = find_service(tx_.db(), ServiceId::from_stored(id));
        if (!found) throw Error(Kind::integrity, "a service is gone");
        return std::move(*found);
    }

    store::Tx& tx_;
    std::int64_t organisation_id_;
    ServiceChanges& changes_;
    Advanced done_;
};

void Advance::let_terms_run_out() {
    for (const std::int64_t id : ids_run_out(tx_.db(), organisation_id_, tx_.today())) {
        const auto steps = ran_out(service(id), tx_.today(), changes_.due());
        for (const ServiceStep& step : steps) {
            changes_.change(step);
            const bool companys = step.event == ServiceEvent::validation_ran_out;
            ++(companys ? done_.validated : done_.confirmed);
        }
        if (steps.empty()) continue;
        const ServiceRow& now = steps.back().now;
        if (now.state == ServiceState::validated)
            changes_.tell(now.customer_id, "service.validated");
        if (now.state == ServiceState::confirmed && allocate(changes_, tx_, now) > 0) {
            ++done_.allocated;
        }
        changes_.end_row();
    }
}

void Advance::allocate_what_waits() {
    for (const std::int64_t id : ids_to_allocate(tx_.db(), organisation_id_, tx_.today())) {
        if (allocate(changes_, tx_, service(id)) > 0) ++done_.allocated;
        changes_.end_row();
    }
}

// No voucher is left that may pay it, and none that is issued from now on may.
void Advance::give_up_what_is_too_old() {
    for (const std::int64_t id : ids_waiting(tx_.db(), organisation_id_, tx_.today())) {
        const ServiceRow row = service(id);
        const auto last = changes_.due().last_issue_day(row);
        if (!last || *last >= tx_.today()) continue;
        changes_.change(step_of(row, ServiceEvent::grow_too_old, tx_.today(), changes_.due()));
        changes_.end_row();
        ++done_.outside;
    }
}

Advanced advance_company(const Env& env, std::int64_t organisation_id) {
    return bulk::run_one(env, "service.advance", [&](bulk::Work& work) {
        access::require(work.tx, access::Operation::advance_services,
                        {.organisation = organisation_id});
        return Advance(work, organisation_id).run();
    });
}

}  // namespace

}  // namespace secure_zone

Advanced ServiceDecisions::advance(std::optional<EnterpriseNumber> org) {
    access::enter(env_);
    std::vector<std::int64_t> companies;
    if (org) {
        companies.push_back(organisations::get_id(env_, *org));
    } else if (const auto own = access::own_organisation(env_)) {
        companies.push_back(*own);
    } else {
        companies = secure_zone::companies_with_open(env_.store.db());
    }
    Advanced all;
    for (const std::int64_t company : companies) {
        const Advanced one = secure_zone::advance_company(env_, company);
        all.validated += one.validated;
        all.confirmed += one.confirmed;
        all.allocated += one.allocated;
        all.outside += one.outside;
    }
    return all;
}

}  // namespace dcadmin
