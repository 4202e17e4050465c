// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/entry.h"

#include "secure_zone/company/find.h"
#include "secure_zone/services/risk_days.h"
#include "secure_zone/services/service_row_sql.h"
#include "secure_zone/services/shown_sql.h"
#include "secure_zone/subsidiaries/acting.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::secure_zone {

namespace {

FoundCustomer customer_of(store::Tx& tx, std::int64_t organisation_id, CustomerNumber number) {
    if (auto found = find_customer_of(tx, organisation_id, number)) return std::move(*found);
    throw Error(Kind::not_found, say("{} is no customer of the worker's company", number.digits()),
                "look for him: dcadmin customer list; add him: dcadmin customer add", "customer");
}

WorkerRow worker_of(store::Tx& tx, AffiliationNumber login, access::Operation operation) {
    try {
        return require_worker(tx, login, operation);
    } catch (const Error& error) {
        if (error.kind() != Kind::not_found) throw;
        throw Error(error.kind(), error.message(), error.hint(), "worker");
    }
}

bool is_own_work_id(std::string_view id) {
    return id.size() > 1 && id.front() == 'D' &&
           std::ranges::all_of(id.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Parties parties_of(store::Tx& tx, AffiliationNumber worker, CustomerNumber customer,
                   access::Operation operation) {
    WorkerRow found = worker_of(tx, worker, operation);
    const std::int64_t organisation = found.organisation_id;
    return {.worker = std::move(found), .customer = customer_of(tx, organisation, customer)};
}

ServiceRow row_of(const Parties& parties) {
    ServiceRow row;
    row.organisation_id = parties.worker.organisation_id;
    row.worker_id = parties.worker.id;
    row.context_id = parties.worker.context_id;
    row.customer_id = parties.customer.id;
    row.region = parties.customer.region;
    row.channel = parties.customer.channel;
    return row;
}

int checked_hours(int hours) {
    constexpr int most = 9;
    if (hours >= 1 && hours <= most) return hours;
    throw Error(Kind::usage, say("a service is of 1 to {} whole hours, not {}", most, hours),
                "enter more hours as several services", "hours");
}

std::string checked_work_id(std::string_view given) {
    constexpr std::size_t most_bytes = 64;
    return text::clean(given, "work_id", most_bytes);
}

void require_may_come_in(store::Tx& tx, const Parties& parties, CustomerNumber customer,
                         const ServiceRow& row) {
    const WorkerRow& worker = parties.worker;
    require_acting(tx, row.organisation_id);
    if (!worker.inactive_since.empty()) {
        throw Error(Kind::rule, say("worker {} is not active", worker.login.digits()),
                    fmt::format("dcadmin worker activate {}", worker.login.digits()), "worker");
    }
    require_active(parties.customer, customer);
    if (row.day > tx.today()) {
        throw Error(Kind::rule, say("{} is yet to come", row.day.formatted()),
                    "a service is registered once it was done", "date");
    }
    require_accredited(tx.db(), row.organisation_id, row.region, row.activity, row.day);
    if (is_own_work_id(row.work_id)) {
        throw Error(Kind::usage, say("work ids such as '{}' are given by the store", row.work_id),
                    "leave it out", "work_id");
    }
}

Written<Service> written_of(store::Tx& tx, const Entered& entered) {
    RiskDays risk(tx.db(), tx.today());
    Service service = shown_service(tx.db(), entered.id, tx.today());
    if (service.hand_in_until) {
        const auto row = find_service(tx.db(), service.id);
        service.at_risk =
            *service.hand_in_until <= risk.until(row->organisation_id, service.region);
    }
    return {.changed = entered.changed, .item = std::move(service), .remark = entered.remark};
}

bulk::Result result_of(const Entered& entered) {
    bulk::Result result;
    result.state = entered.changed ? bulk::State::applied : bulk::State::unchanged;
    result.message = entered.remark;
    result.id = ServiceId::from_stored(entered.id).text();
    return result;
}

}  // namespace dcadmin::secure_zone
