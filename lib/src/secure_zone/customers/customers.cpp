// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/customers.h>

#include "audit/customer_images.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "persons/find.h"
#include "secure_zone/customers/customer_add.h"
#include "secure_zone/customers/customer_record.h"
#include "secure_zone/customers/find.h"
#include "secure_zone/record_change.h"
#include "secure_zone/vouchers/wallet.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <array>

namespace dcadmin {

namespace secure_zone {

std::string image_of(const CustomerRow& row) {
    return audit::image_of(
        audit::CustomerFields{.key = row.key,
                              .organisation_id = row.organisation_id,
                              .number = static_cast<std::int64_t>(row.number.value()),
                              .name = row.name,
                              .region = name_of(row.region),
                              .language = name_of(row.language),
                              .channel = name_of(row.channel),
                              .email = row.email,
                              .phone = row.phone,
                              .person_id = row.person_id.value_or(0),
                              .inactive_since = row.inactive_since});
}

void record_customer(store::Tx& tx, std::string_view verb, const CustomerRow& row,
                     const std::string& before, const std::string& given) {
    const std::string after = image_of(row);
    record_change(tx, {.organisation_id = row.organisation_id,
                       .subject = "customer",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = given});
}

std::string name_from(std::string_view given) {
    std::string name = text::clean(given, "name");
    if (!name.empty()) return name;
    throw Error(Kind::usage, "a customer has a name", "give one with --name", "name");
}

std::int64_t person_from(store::Tx& tx, const PersonRef& person) {
    // As for workers: who knows the whole number has it from him.
    if (std::holds_alternative<NationalNumber>(person)) return persons::get_id(tx.db(), person);
    return persons::get_id(tx, person);
}

namespace {

CustomerRow require_customer(store::Tx& tx, EnterpriseNumber org, CustomerNumber number) {
    access::enter(tx);
    const auto found = get_customer(tx, org, number);
    access::require(tx, access::Operation::customers, subject_of(found));
    auto row = find_customer(tx.db(), found.organisation_id, number);
    if (!row) throw Error(Kind::integrity, "a customer is gone");
    return std::move(*row);
}

CustomerRow require_whole(store::Tx& tx, EnterpriseNumber org, CustomerNumber number) {
    CustomerRow row = require_customer(tx, org, number);
    if (!row.erased()) return row;
    throw Error(Kind::conflict, say("the data of customer {} were erased", number.digits()),
                "nothing of him is kept any more", "number");
}

// Writes what became of a row, unless nothing did.
Written<Customer> settle(store::Tx& tx, std::string_view verb, const CustomerRow& row,
                         const std::string& before, const std::string& reason) {
    const bool changed = image_of(row) != before;
    if (changed) {
        change_customer(tx.db(), row);
        record_customer(tx, verb, row, before, reason);
    }
    return {.changed = changed, .item = shown_customer(tx.db(), row.id), .remark = {}};
}

Written<Customer> apply_update(bulk::Work& work, const CustomerChange& request) {
    store::Tx& tx = work.tx;
    CustomerRow row = require_whole(tx, request.org, request.number);
    const std::string before = image_of(row);
    if (request.name) row.name = name_from(*request.name);
    if (request.region) row.region = *request.region;
    if (request.language) row.language = *request.language;
    if (request.channel) row.channel = *request.channel;
    if (request.email) row.email = request.email->text();
    if (request.phone) row.phone = request.phone->text();
    if (request.person) row.person_id = person_from(tx, *request.person);
    return settle(tx, "update", row, before, request.reason);
}

Written<Customer> apply_activate(bulk::Work& work, const CustomerRef& request) {
    CustomerRow row = require_whole(work.tx, request.org, request.number);
    const std::string before = image_of(row);
    row.inactive_since.clear();
    return settle(work.tx, "activate", row, before, request.reason);
}

Written<Customer> apply_deactivate(bulk::Work& work, const CustomerRef& request) {
    CustomerRow row = require_whole(work.tx, request.org, request.number);
    const std::string before = image_of(row);
    if (row.active()) row.inactive_since = work.tx.now().iso();
    return settle(work.tx, "deactivate", row, before, request.reason);
}

void require_nothing_open(store::Db& db, const CustomerRow& row) {
    std::int64_t count = 0;
    for (const auto& [state, services] : open_services(db, row.id)) count += services;
    if (count == 0) return;
    throw Error(Kind::rule,
                count == 1 ? say("1 service of customer {} is open", row.number.digits())
                           : say("{} services of customer {} are open", count, row.number.digits()),
                say("see which: dcadmin service list --customer {}", row.number.digits()),
                "number");
}

Written<Customer> apply_erase(bulk::Work& work, const CustomerRef& request) {
    store::Tx& tx = work.tx;
    if (text::clean(request.reason, "reason").empty()) {
        throw Error(Kind::usage, "erasing a customer wants a reason", "give it with --reason",
                    "reason");
    }
    CustomerRow row = require_customer(tx, request.org, request.number);
    if (row.erased()) {
        return {.changed = false, .item = shown_customer(tx.db(), row.id), .remark = {}};
    }
    require_nothing_open(tx.db(), row);
    row.name.clear();
    row.email.clear();
    row.phone.clear();
    row.person_id.reset();
    row.key.clear();
    if (row.active()) row.inactive_since = tx.now().iso();
    change_customer(tx.db(), row);
    forget_notices(tx.db(), row.id, tx.now().iso());
    record_customer(tx, "erase", row, {}, request.reason);
    return {.changed = true, .item = shown_customer(tx.db(), row.id), .remark = {}};
}

template <class Request, class Apply>
bulk::Summary run(const Env& env, std::string_view command, const bulk::Source<Request>& rows,
                  const bulk::Options& options, const bulk::Sink& sink, Apply apply) {
    return bulk::run_rows(env, std::string(command), rows, options, sink,
                          [apply](bulk::Work& work, const Request& request) {
                              const auto written = apply(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

template <class Request, class Apply>
Written<Customer> run_one(const Env& env, std::string_view command, const Request& request,
                          Apply apply) {
    return bulk::run_one(env, command, [&](bulk::Work& work) { return apply(work, request); });
}

void require_state(const std::string& state) {
    constexpr std::array<std::string_view, 3> states{"active", "inactive", "all"};
    if (std::ranges::find(states, state) != states.end()) return;
    throw Error(Kind::usage, say("{} is not a state of customers", text::quoted(state)),
                "one of: active, inactive, all", "state");
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Customers::list(const CustomerFilter& filter, const Each<Customer>& each) {
    secure_zone::require_state(filter.state);
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_customers(env_.store.db(), filter, organisation, sight, each);
}

CustomerCard Customers::show(const CustomerRef& which) {
    access::enter(env_);
    const auto found = secure_zone::get_customer(env_, which.org, which.number);
    access::require(env_, access::Operation::read_zone, secure_zone::subject_of(found));
    store::Db& db = env_.store.db();
    return {.customer = secure_zone::shown_customer(db, found.id),
            .wallet = secure_zone::usable_of(secure_zone::wallet_of(env_, found.id)),
            .open_services = secure_zone::open_services(db, found.id)};
}

Written<Customer> Customers::add(const NewCustomer& request) {
    return secure_zone::run_one(env_, "customer.add", request, secure_zone::apply_add);
}

bulk::Summary Customers::add_rows(const bulk::Source<NewCustomer>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "customer.add", rows, options, sink, secure_zone::apply_add);
}

Written<Customer> Customers::update(const CustomerChange& request) {
    return secure_zone::run_one(env_, "customer.update", request, secure_zone::apply_update);
}

bulk::Summary Customers::update_rows(const bulk::Source<CustomerChange>& rows,
                                     const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "customer.update", rows, options, sink,
                            secure_zone::apply_update);
}

Written<Customer> Customers::activate(const CustomerRef& request) {
    return secure_zone::run_one(env_, "customer.activate", request, secure_zone::apply_activate);
}

bulk::Summary Customers::activate_rows(const bulk::Source<CustomerRef>& rows,
                                       const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "customer.activate", rows, options, sink,
                            secure_zone::apply_activate);
}

Written<Customer> Customers::deactivate(const CustomerRef& request) {
    return secure_zone::run_one(env_, "customer.deactivate", request,
                                secure_zone::apply_deactivate);
}

bulk::Summary Customers::deactivate_rows(const bulk::Source<CustomerRef>& rows,
                                         const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "customer.deactivate", rows, options, sink,
                            secure_zone::apply_deactivate);
}

Written<Customer> Customers::erase(const CustomerRef& request) {
    return secure_zone::run_one(env_, "customer.erase", request, secure_zone::apply_erase);
}

bulk::Summary Customers::erase_rows(const bulk::Source<CustomerRef>& rows,
                                    const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "customer.erase", rows, options, sink, secure_zone::apply_erase);
}

}  // namespace dcadmin
