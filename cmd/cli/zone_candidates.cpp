// SPDX-License-Identifier: Apache-2.0
// What is offered of the secure zone: workers, customers, services by what the command may do with
// them, issuances, paper, pickups.
#include "cli/store_candidates.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/secure_zone/customers.h>
#include <dcadmin/secure_zone/issuance_schedules.h>
#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/paper.h>
#include <dcadmin/secure_zone/pickup_series.h>
#include <dcadmin/secure_zone/pickups.h>
#include <dcadmin/secure_zone/services.h>
#include <dcadmin/secure_zone/workers.h>

#include <fmt/format.h>

#include <map>
#include <set>

namespace dcadmin::cli {
namespace {

// A list in which only some can fit what was typed is looked through so far.
constexpr std::size_t looked_at = 500;

std::string with_state(const std::string& name, const std::string& state) {
    return state == "active" ? name : fmt::format("{} ({})", name, state);
}

std::string about(const Service& service) {
    return say("{}, {} h, {} for {}, {}", service.day.iso(), service.hours, service.worker_name,
               service.customer_name, name_of(service.state));
}

std::string about(const Pickup& pickup) {
    return fmt::format("{}, {}, {}, {}", pickup.day.iso(), pickup.site_name, name_of(pickup.region),
                       pickup.name);
}

std::string about(const Issuance& issuance) {
    return fmt::format("{}, {}, {}, {}, {}", issuance.made_on.iso(), issuance.org_name,
                       name_of(issuance.region), issuance.kind, name_of(issuance.state));
}

std::string about(const PaperVoucher& paper) {
    auto words =
        fmt::format("{}, {}, {}", paper.number.text(), name_of(paper.region), name_of(paper.state));
    if (paper.due_on) words += say(", to correct until {}", paper.due_on->formatted());
    return words;
}

}  // namespace

void FromStore::zone_side(Complete kind) {
    if (kind == Complete::worker) workers();
    if (kind == Complete::customer) customers();
    if (kind == Complete::service) services({});
    if (kind == Complete::service_to_validate) services(states_before(ServiceEvent::validate));
    if (kind == Complete::service_to_update) services(states_before(ServiceEvent::modify));
    if (kind == Complete::service_to_cancel) services(states_before(ServiceEvent::cancel));
    if (kind == Complete::service_to_confirm) services(states_before(ServiceEvent::confirm));
    if (kind == Complete::service_to_dispute) services(states_before(ServiceEvent::dispute));
    if (kind == Complete::service_to_issue) {
        services({ServiceState::partially_allocated, ServiceState::allocated});
    }
    if (kind == Complete::issuance || kind == Complete::issuance_draft ||
        kind == Complete::issuance_sent) {
        issuances(kind);
    }
    if (kind == Complete::missing_month) missing_months();
    if (kind == Complete::paper) papers(false);
    if (kind == Complete::paper_to_correct) papers(true);
    if (kind == Complete::pickup) pickups();
    if (kind == Complete::pickup_series) pickup_series();
}

void FromStore::workers() {
    WorkerFilter filter;
    filter.org = org();
    filter.text = begun_;
    filter.state = "all";
    filter.page = page();
    Workers(env_).list(filter, [this](const Worker& worker) {
        return add(worker.login.digits(), with_state(worker.name, worker.state));
    });
}

void FromStore::customers() {
    CustomerFilter filter;
    filter.org = org();
    filter.text = begun_;
    filter.state = "all";
    filter.page = page();
    Customers(env_).list(filter, [this](const Customer& customer) {
        if (customer.state == "erased") return true;
        return add(customer.number.digits(), with_state(customer.name, customer.state));
    });
}

void FromStore::services(std::vector<ServiceState> states) {
    if (const auto id = whole_id('d')) {
        const auto card = Services(env_).show(ServiceId::from_stored(*id));
        add(card.service.id.text(), about(card.service));
        return;
    }
    ServiceFilter filter;
    filter.org = org();
    filter.states = std::move(states);
    filter.limit = begun_.empty() ? most_ : looked_at;
    filter.counted = false;
    if (const auto login = one("worker")) filter.worker = AffiliationNumber::parse(*login);
    if (const auto number = one("customer")) filter.customer = CustomerNumber::parse(*number);
    Services(env_).list(filter, [this](const Service& service) {
        return add_fitting(service.id.text(), about(service));
    });
}

void FromStore::issuances(Complete kind) {
    IssuanceFilter filter;
    filter.org = org();
    filter.page = page();
    filter.page.limit = looked_at;
    filter.page.reverse = true;
    if (kind == Complete::issuance_draft) filter.state = IssuanceState::draft;
    if (kind == Complete::issuance_sent) {
        filter.state = IssuanceState::submitted;
        filter.kind = "paper";
    }
    Issuances(env_).list(filter, [this](const Issuance& issuance) {
        return add_fitting(issuance.id.text(), about(issuance));
    });
}

void FromStore::missing_months() {
    std::map<std::string, std::set<std::string>> missing;
    StatusFilter filter;
    filter.org = org();
    filter.missing = true;
    IssuanceSchedules(env_).status(filter, [&](const PeriodStatus& period) {
        missing[Month::of(period.until).text()].insert(
            fmt::format("{} {}", period.org_name, name_of(period.region)));
        return true;
    });
    for (const auto& [month, which] : missing) {
        add_fitting(month, fmt::format("missing: {}", fmt::join(which, ", ")));
    }
}

void FromStore::papers(bool to_correct) {
    PaperFilter filter;
    filter.org = org();
    filter.to_correct = to_correct;
    filter.page = page();
    filter.page.limit = looked_at;
    if (const auto region = one("region")) filter.region = parse_region(*region);
    Paper(env_).list(filter, [this](const PaperVoucher& paper) {
        return add_fitting(paper.id.text(), about(paper));
    });
}

void FromStore::pickups() {
    PickupFilter filter;
    filter.org = org();
    filter.page = page();
    filter.page.limit = looked_at;
    Pickups(env_).list(filter, [this](const Pickup& pickup) {
        return add_fitting(pickup.id.text(), about(pickup));
    });
}

void FromStore::pickup_series() {
    std::set<PickupSeriesId> seen;
    RecurringPickups(env_).occurrences(
        {.org = org(), .site = {}, .region = {}, .until = {}}, [&](const PickupOccurrence& one) {
            const PickupSeries& series = one.series;
            return !seen.insert(series.id).second ||
                   add_fitting(series.id.text(),
                               say("{}, {}, every {}, next {}", series.site_name,
                                   name_of(series.region), name_of(series.every), one.day.iso()));
        });
}

}  // namespace dcadmin::cli
