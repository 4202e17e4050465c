// SPDX-License-Identifier: Apache-2.0
// A company of the secure zone with what its services need: accredited for Flanders and Brussels, a
// site, a worker; customers with vouchers; services to which vouchers are allocated, put into the
// store without the operations that are not what a test is about.
#pragma once

#include "audit/customer_images.h"
#include "secure_zone/record_change.h"
#include "secure_zone/services/changes.h"
#include "secure_zone/services/machine.h"
#include "secure_zone/services/service_row_sql.h"
#include "secure_zone/vouchers/vouchers_sql.h"

#include "support/fixture.h"

#include <dcadmin/secure_zone/company.h>
#include <dcadmin/secure_zone/customers.h>
#include <dcadmin/secure_zone/workers.h>

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::test {

struct ServiceOf {
    Region region = Region::flanders;
    std::string day = "2026-11-02";
    int hours = 3;
    int allocated = -1;  // as many as hours
    std::string allocated_on = "2026-11-16";
    std::string issued_on = "2026-06-15";  // the vouchers
    std::string hand_in_until = "2027-07-31";
};

struct ZoneFixture : Fixture {
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    SiteNumber aalst = add_site(org, 1);
    AffiliationNumber worker = add_worker(org, aalst, 1);

    ZoneFixture() {
        accredit(org, "V12345");
        accredit(org, "B54321");
    }

    void accredit(EnterpriseNumber company, std::string_view number,
                  std::string_view until = "9999-12-31") {
        Companies(env).update({.org = company,
                               .number = AccreditationNumber::parse(number),
                               .activities = {},
                               .from = day("2020-01-01"),
                               .until = day(until),
                               .reason = "besluit"});
    }
    AffiliationNumber add_worker(EnterpriseNumber company, std::optional<SiteNumber> site,
                                 std::uint64_t n) {
        return Workers(env)
            .add({.login = {},
                  .number = person_number(900 + n),
                  .first_name = "Zoë",
                  .last_name = "Werkt",
                  .org = company,
                  .site = site,
                  .region = Region::flanders,
                  .email = {},
                  .phone = {},
                  .reason = "in dienst"})
            .item.login;
    }
    [[nodiscard]] std::int64_t id_of(EnterpriseNumber company) {
        return number_in(fmt::format("SELECT id FROM organisation WHERE number = {}",
                                     static_cast<std::int64_t>(company.value())));
    }
    [[nodiscard]] std::int64_t number_in(std::string_view sql) {
        return std::stoll(column(sql).at(0));
    }

    /// With vouchers allocated as it says; none: it waits for them. Its history is in the log.
    ServiceId add_service(const ServiceOf& service, std::optional<EnterpriseNumber> company = {}) {
        secure_zone::ServiceRow row{.organisation_id = id_of(company.value_or(org)),
                                    .worker_id = number_in("SELECT max(id) FROM worker"),
                                    .context_id = 0,
                                    .customer_id = 0,
                                    .region = service.region,
                                    .day = test::day(service.day),
                                    .hours = service.hours,
                                    .state = ServiceState::confirmed,
                                    .registered_on = test::day(service.day)};
        row.customer_id = add_customer(company.value_or(org), service.region);
        change([&](secure_zone::ServiceChanges& changes) { changes.add(row); });
        const int vouchers = service.allocated < 0 ? service.hours : service.allocated;
        add_vouchers(row.id, service, vouchers);
        return ServiceId::from_stored(row.id);
    }
    /// More vouchers for a service; for none it is seen that there are none.
    void add_vouchers(std::int64_t service, const ServiceOf& of, int vouchers) {
        const auto before = *secure_zone::find_service(store.db(), ServiceId::from_stored(service));
        secure_zone::ServiceRow now = before;
        now.allocated += vouchers;
        auto event = ServiceEvent::find_no_voucher;
        if (vouchers > 0) {
            event = now.missing() == 0 ? ServiceEvent::allocate_all : ServiceEvent::allocate_some;
            const std::string& until = of.hand_in_until;
            if (now.hand_in_until.empty() || until < now.hand_in_until) now.hand_in_until = until;
        }
        now.state = *secure_zone::after(before.state, event);
        const std::int64_t first = 1'000'000 + 1'000 * ++orders_;
        const std::int64_t order = vouchers > 0 ? add_order(before, first, of, vouchers) : 0;
        change([&](secure_zone::ServiceChanges& changes) {
            changes.change({before, now, event, test::day(of.allocated_on)});
            if (vouchers == 0) return;
            changes.allocate(before.organisation_id, {.service_id = service,
                                                      .order_id = order,
                                                      .first_number = first,
                                                      .vouchers = vouchers,
                                                      .allocated_on = test::day(of.allocated_on),
                                                      .hand_in_until = of.hand_in_until});
        });
    }
    /// "allocated 3/3/0 2027-07-31": its state, vouchers allocated, issued, paid, and until when.
    [[nodiscard]] std::string service(ServiceId id) {
        return column(
                   fmt::format(
                       "SELECT state || ' ' || allocated || '/' || issued || '/' || paid || ' ' || "
                       "hand_in_until FROM service WHERE id = {}",
                       id.value()))
            .at(0);
    }

   private:
    std::int64_t add_customer(EnterpriseNumber company, Region region) {
        return Customers(env)
            .add({.org = company,
                  .number = CustomerNumber::from_stored(500'000'000'000 + ++customers_),
                  .name = "Klant",
                  .region = region,
                  .reason = "nieuw"})
            .item.id.value();
    }
    std::int64_t add_order(const secure_zone::ServiceRow& service, std::int64_t first,
                           const ServiceOf& of, int vouchers) {
        const std::int64_t id = store::write_result(env, [&](store::Tx& tx) {
            tx.allow();
            const std::int64_t made =
                secure_zone::insert_order(tx.db(),
                                          {.id = 0,
                                           .customer_id = service.customer_id,
                                           .first_number = first,
                                           .vouchers = vouchers,
                                           .issued_on = test::day(of.issued_on),
                                           .usable_until = test::day(of.hand_in_until),
                                           .hand_in_until = test::day(of.hand_in_until)},
                                          tx.operation());
            const std::string image =
                audit::image_of(audit::VoucherOrderFields{.customer_id = service.customer_id,
                                                          .first_number = first,
                                                          .vouchers = vouchers,
                                                          .issued_on = of.issued_on,
                                                          .usable_until = of.hand_in_until,
                                                          .hand_in_until = of.hand_in_until});
            secure_zone::record_change(tx, {.organisation_id = service.organisation_id,
                                            .subject = "voucher_order",
                                            .verb = "order",
                                            .subject_id = made,
                                            .before = {},
                                            .after = image,
                                            .reason = "test"});
            return made;
        });
        run(fmt::format("UPDATE voucher_order SET used = vouchers WHERE id = {}", id));
        return id;
    }
    template <class Body>
    void change(Body body) {
        store::write(env, [&](store::Tx& tx) {
            tx.allow();
            secure_zone::ServiceChanges changes(tx, "test", false);
            body(changes);
            changes.end_row();
            changes.finish();
        });
    }

    std::uint64_t customers_ = 0;
    std::int64_t orders_ = 0;
};

}  // namespace dcadmin::test
