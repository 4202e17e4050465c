// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/services.h>

#include "access/require.h"
#include "organisations/find.h"
#include "secure_zone/services/find.h"
#include "secure_zone/services/find_sql.h"
#include "secure_zone/services/history_sql.h"
#include "secure_zone/services/page_sql.h"
#include "secure_zone/services/selection.h"
#include "secure_zone/services/service_row_sql.h"
#include "secure_zone/services/shown_sql.h"
#include "secure_zone/services/totals_sql.h"
#include "secure_zone/workers/find.h"
#include "store/tx.h"

#include <algorithm>
#include <utility>

namespace dcadmin {

namespace secure_zone {

namespace {

// More companies than that are listed without an index of each.
constexpr std::size_t most_companies = 8;
// Who sees more sites sees a good part of the company.
constexpr std::size_t most_sites = 40;

Error unknown_service(ServiceId id, std::string_view field) {
    return {Kind::not_found, say("there is no service {}", id.text()),
            "see which there are: dcadmin service list", std::string(field)};
}

// Whose service it is for who acts: his as a customer, or else the worker's.
std::optional<std::int64_t> person_about(const Env& env, const ServiceRow& row) {
    store::Db& db = env.store.db();
    const auto customer = person_of_customer(db, row.customer_id);
    const auto acting = store::acting_person(env);
    if (customer && customer == acting) return customer;
    return person_of_worker(db, row.worker_id);
}

ServiceRow seen_service(const Env& env, ServiceId id, std::string_view field) {
    access::enter(env);
    auto row = find_service(env.store.db(), id);
    if (!row) throw unknown_service(id, field);
    access::Subject subject{.organisation = row->organisation_id};
    if (row->context_id != 0) subject.contexts = {row->context_id};
    if (access::signed_in(env)) subject.person = person_about(env, *row);
    if (!access::sees(env, row->organisation_id, subject.person)) throw unknown_service(id, field);
    access::require(env, access::Operation::read_zone, subject);
    return std::move(*row);
}

// The place in the list of the service that a page follows.
void follow(const Env& env, ServiceId after, ServicesWanted& wanted) {
    const ServiceRow row = seen_service(env, after, "after");
    wanted.after_id = row.id;
    switch (wanted.order) {
        case ServicesWanted::Order::day: wanted.after_key = row.day.iso(); break;
        case ServicesWanted::Order::hand_in: wanted.after_key = row.hand_in_until; break;
        case ServicesWanted::Order::id: break;
    }
}

void take_parties(const Env& env, const ServiceFilter& filter, const access::Sight& sight,
                  ServicesWanted& wanted) {
    store::Db& db = env.store.db();
    if (filter.org) {
        wanted.organisations = {organisations::get_id(env, *filter.org)};
    } else if (sight.organisation != 0) {
        wanted.organisations = {sight.organisation};
    } else if (sight.person != 0) {
        wanted.organisations = companies_of_person(db, sight.person);
    } else {
        wanted.organisations = companies_with_services(db, most_companies);
    }
    if (filter.worker) {
        wanted.worker = worker_with_login(db, *filter.worker);
        wanted.nothing = !wanted.worker;
    }
    if (filter.customer) {
        wanted.customers = customers_numbered(db, *filter.customer, wanted.organisations);
    }
    if (sight.zone_of != 0) {
        wanted.sites = sites_seen(db, sight.organisation, sight, most_sites);
    }
    if (sight.person != 0) {
        wanted.own = true;
        wanted.own_as_worker = workers_of_person(db, sight.person);
        wanted.own_as_customer = customers_of_person(db, sight.person);
    }
}

ServicesWanted wanted_of(const Env& env, const ServiceFilter& filter, const access::Sight& sight) {
    constexpr std::uint64_t deepest = 10'000;
    if (filter.offset > deepest) {
        throw Error(Kind::usage, say("an offset of {} is too deep", filter.offset),
                    "ask for the page that follows a service: --after d-…", "offset");
    }
    constexpr auto most_rows = std::uint64_t{1} << 40;
    ServicesWanted wanted{.states = filter.states,
                          .regions = {all_regions.begin(), all_regions.end()},
                          .from = filter.from,
                          .until = filter.until,
                          .reverse = filter.reverse,
                          .offset = filter.offset,
                          .counted = filter.counted};
    if (filter.limit) wanted.limit = std::min(*filter.limit, most_rows);
    if (filter.region) wanted.regions = {*filter.region};
    std::ranges::sort(wanted.states);
    wanted.states.erase(std::unique(wanted.states.begin(), wanted.states.end()),
                        wanted.states.end());
    take_parties(env, filter, sight, wanted);
    if (filter.selection) select(wanted, *filter.selection);
    if (wanted.at_risk && wanted.organisations.empty() && !wanted.nothing) {
        throw Error(Kind::usage, "what is at risk is told of one company", "name it: --org", "org");
    }
    if (filter.after) follow(env, *filter.after, wanted);
    return wanted;
}

// One moment of the store for all stretches of a list.
class Moment {
   public:
    explicit Moment(store::Db& db) : db_(db) { db_.begin_read(); }
    ~Moment() { db_.rollback(); }
    Moment(const Moment&) = delete;
    Moment& operator=(const Moment&) = delete;

   private:
    store::Db& db_;
};

}  // namespace

ServiceRow require_seen(const Env& env, ServiceId id) {
    return seen_service(env, id, "id");
}

}  // namespace secure_zone

ServiceCount Services::list(const ServiceFilter& filter, const Each<Service>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    const auto wanted = secure_zone::wanted_of(env_, filter, sight);
    store::Db& db = env_.store.db();
    const secure_zone::Moment moment(db);
    secure_zone::RiskDays risk(db, env_.clock.today());
    return secure_zone::page_of_services(db, wanted, sight, risk, each);
}

std::vector<OpenServices> Services::open_totals(EnterpriseNumber org) {
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    return secure_zone::open_totals(env_.store.db(), organisations::get_id(env_, org), sight);
}

ServiceCard Services::show(ServiceId id) {
    const auto row = secure_zone::require_seen(env_, id);
    store::Db& db = env_.store.db();
    secure_zone::RiskDays risk(db, env_.clock.today());
    return {.service =
                secure_zone::shown_service(db, row.id, risk.until(row.organisation_id, row.region)),
            .comments = secure_zone::comments_of(db, row.id),
            .history = secure_zone::history_of(db, row.id)};
}

void Services::history(ServiceId id, const Each<ServiceHistoryLine>& each) {
    const auto row = secure_zone::require_seen(env_, id);
    for (const ServiceHistoryLine& line : secure_zone::history_of(env_.store.db(), row.id)) {
        if (!each(line)) return;
    }
}

}  // namespace dcadmin
