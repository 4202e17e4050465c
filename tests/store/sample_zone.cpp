// SPDX-License-Identifier: Apache-2.0
#include "sample_parts.h"

#include <dcadmin/organisations.h>
#include <dcadmin/secure_zone/calendar.h>
#include <dcadmin/secure_zone/company.h>
#include <dcadmin/secure_zone/contacts.h>
#include <dcadmin/secure_zone/contracts.h>
#include <dcadmin/secure_zone/customers.h>
#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/paper.h>
#include <dcadmin/secure_zone/pickup_series.h>
#include <dcadmin/secure_zone/pickups.h>
#include <dcadmin/secure_zone/subsidiaries.h>
#include <dcadmin/secure_zone/tariffs.h>
#include <dcadmin/secure_zone/terms.h>
#include <dcadmin/secure_zone/vouchers.h>
#include <dcadmin/secure_zone/workers.h>

namespace dcadmin::testing {

namespace {

// One with a site, a contract that ended and a password; one who was let out.
void add_workers(const Env& env) {
    Workers workers(env);
    NewWorker worker{.login = {},
                     .number = NationalNumber::parse("93051822361", env.clock.today()),
                     .first_name = "Lucas",
                     .last_name = "Maes",
                     .org = daughter,
                     .site = SiteNumber::parse("2147812701"),
                     .region = Region::brussels,
                     .email = EmailAddress::parse("lucas@example.be"),
                     .phone = PhoneNumber::parse("0470123456"),
                     .reason = "in dienst"};
    const auto login = workers.add(worker).item.login;
    worker.org = company;
    worker.site.reset();
    const auto former = workers.add(worker).item.login;
    workers.deactivate({.login = former, .reason = "uit dienst"});
    (void)workers.reset_password({.login = login, .to_phone = false, .reason = "nieuw"});
    Contracts(env).add({.worker = login,
                        .site = EstablishmentNumber::parse("2147812701"),
                        .from = Date::parse("2026-01-01"),
                        .until = {},
                        .hours = WeeklyHours::parse("19.5"),
                        .reason = "getekend"});
    Contracts(env).end(
        {.worker = login, .site = {}, .on = Date::parse("2026-06-30"), .reason = "gedaan"});
}

// One that comes, one that was taken back.
void add_pickups(const Env& env) {
    NewPickup pickup{.org = company,
                     .site = SiteNumber::parse("980000159357"),
                     .day = Date::parse("2026-12-01"),
                     .contact = lucas,
                     .phone = PhoneNumber::parse("0470123456"),
                     .region = Region::flanders,
                     .bags = 2,
                     .next_when_late = true,
                     .reason = "maand vol"};
    Pickups(env).request(pickup);
    pickup.region = Region::brussels;
    const auto taken_back = Pickups(env).request(pickup).item.id;
    Pickups(env).cancel({.id = taken_back, .reason = "niets"});
}

// One in a slip that is a draft, one that was entered by mistake.
void add_paper(const Env& env) {
    const NewPaperVoucher voucher{.org = company,
                                  .site = SiteNumber::parse("980000159357"),
                                  .region = Region::flanders,
                                  .number = PaperNumber::parse("0012345678"),
                                  .customer = CustomerNumber::parse("123456789002"),
                                  .usable_until = Date::parse("2027-03-31"),
                                  .day = Date::parse("2026-10-20"),
                                  .worker = {},
                                  .activity = Activity::household,
                                  .reason = "zak 1"};
    Paper(env).receive(voucher);
    NewPaperVoucher mistaken = voucher;
    mistaken.number = PaperNumber::parse("0012345679");
    mistaken.site.reset();
    Paper(env).withdraw(
        {.voucher = {.id = Paper(env).receive(mistaken).item.id, .region = {}, .number = {}},
         .reason = "verkeerd nummer"});
    Issuances(env).create({.org = company,
                           .region = Region::flanders,
                           .services = {},
                           .draft = true,
                           .month = Month::parse("2026-10"),
                           .reason = "maand vol"});
}

// One who signs in, with vouchers; one who was let out; one who was erased.
void add_customers(const Env& env) {
    Customers customers(env);
    NewCustomer customer{.org = company,
                         .number = CustomerNumber::parse("123456700170"),
                         .name = "Familie Claes",
                         .region = Region::flanders,
                         .email = EmailAddress::parse("claes@example.be"),
                         .phone = PhoneNumber::parse("0470123456"),
                         .person = arthur,
                         .reason = "nieuw"};
    customers.add(customer);
    for (const char* const on : {"2026-01-05", "2026-11-02"}) {
        Vouchers(env).order({.org = company,
                             .customer = customer.number,
                             .count = 20,
                             .on = Date::parse(on),
                             .reason = "besteld"});
    }
    customer.person.reset();
    customer.number = CustomerNumber::parse("123456700271");
    customers.add(customer);
    customers.deactivate({.org = company, .number = customer.number, .reason = "verhuisd"});
    customer.number = CustomerNumber::parse("123456700372");
    customers.add(customer);
    customers.erase({.org = company, .number = customer.number, .reason = "gevraagd"});
}

// One series that runs, with a day taken out and a day that is asked for; one that ended.
void add_series(const Env& env) {
    RecurringPickups recurring(env);
    NewPickupSeries series{.org = company,
                           .site = SiteNumber::parse("980000159357"),
                           .region = Region::wallonia,
                           .every = PickupRhythm::two_weeks,
                           .on = 4,
                           .from = {},
                           .until = Date::parse("2027-06-30"),
                           .contact = lucas,
                           .phone = PhoneNumber::parse("0470123456"),
                           .bags = 3,
                           .on_holiday = OnHoliday::next,
                           .reason = "vast"};
    const auto id = recurring.set(series).item.id;
    recurring.skip(
        {.pickup = {}, .series = id, .day = Date::parse("2026-12-10"), .reason = "gesloten"});
    (void)recurring.run({.org = company, .ahead = 20});
    series.region = Region::brussels;
    recurring.set(series);
    recurring.off({.org = company,
                   .site = series.site,
                   .region = Region::brussels,
                   .reason = "niet meer nodig"});
}

// One that acts no more, and had a worker.
void add_closed_subsidiary(const Env& env) {
    const auto closed = EnterpriseNumber::parse("0403170701");
    Organisations(env).add(
        {.number = closed, .name = "Zusterhulp", .parent = company, .language = {}});
    Workers(env).add({.login = {},
                      .number = NationalNumber::parse("93051822361", env.clock.today()),
                      .first_name = "Lucas",
                      .last_name = "Maes",
                      .org = closed,
                      .site = {},
                      .region = Region::flanders,
                      .email = {},
                      .phone = {},
                      .reason = "in dienst"});
    Subsidiaries(env).deactivate({.org = company,
                                  .number = closed,
                                  .confirm = closed,
                                  .force = true,
                                  .reason = "overgenomen"});
}

}  // namespace

void add_zone(const Env& env) {
    add_workers(env);
    Calendar calendar(env);
    calendar.close({.day = Date::parse("2026-12-24"), .org = {}, .reason = "brugdag"});
    calendar.close({.day = Date::parse("2026-12-28"), .org = company, .reason = "kerstverlof"});
    calendar.close({.day = Date::parse("2026-12-29"), .org = company, .reason = "kerstverlof"});
    calendar.open({.day = Date::parse("2026-12-29"), .org = company, .reason = "toch open"});
    for (const char* const number : {"V12345", "B54321"}) {
        Companies(env).update({.org = company,
                               .number = AccreditationNumber::parse(number),
                               .activities = std::vector{Activity::household, Activity::ironing},
                               .from = Date::parse("2020-01-01"),
                               .until = {},
                               .reason = "besluit"});
    }
    const NewContact contact{.org = company,
                             .person = lucas,
                             .purpose = ContactPurpose::pickups,
                             .consent_on = Date::parse("2026-11-02"),
                             .reason = "gevraagd"};
    Contacts(env).add(contact);
    add_pickups(env);
    add_paper(env);
    add_customers(env);
    add_services(env);
    add_issuances(env);
    add_series(env);
    add_closed_subsidiary(env);
    NewContact earlier = contact;
    earlier.purpose = ContactPurpose::privacy;
    Contacts(env).add(earlier);
    Contacts(env).remove(earlier);
    Terms(env).add({.kind = TermKind::confirm,
                    .region = Region::wallonia,
                    .entered_by = EnteredBy::worker,
                    .channel = Channel::online,
                    .length = {5, TermUnit::working_days},
                    .from = Date::parse("2027-01-01"),
                    .until = Date::parse("2027-12-31"),
                    .source = "decreet"});
    Tariffs(env).add({.kind = TariffKind::supplement,
                      .region = Region::brussels,
                      .basis = TariffBasis::issue,
                      .amount = Money::parse("0.13"),
                      .from = Date::parse("2027-01-01"),
                      .until = Date::parse("2027-12-31"),
                      .hand_in_until = Date::parse("2028-01-31"),
                      .source = "besluit"});
}

}  // namespace dcadmin::testing
