// SPDX-License-Identifier: Apache-2.0
#include "privileges_twins.h"

#include <dcadmin/secure_zone/pickup_invoice.h>
#include <dcadmin/secure_zone/pickup_series.h>
#include <dcadmin/secure_zone/pickup_tips.h>
#include <dcadmin/secure_zone/subsidiaries.h>
#include <dcadmin/secure_zone/workers.h>
#include <dcadmin/secure_zone/issuance_schedules.h>
#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/refunds.h>

namespace dcadmin::test {

namespace {

constexpr auto every = [](const auto&) { return true; };

template <class Listing>
void require_rows(Listing listing) {
    std::uint64_t seen = 0;
    listing([&](const auto&) {
        ++seen;
        return true;
    });
    // A list that is not cut to one thing is empty where the thing is not there.
    if (seen == 0) throw Error(Kind::not_found, "an empty list", "");
}

}  // namespace

const std::vector<Named>& reading() {
    static const std::vector<Named> all{
        {"org show", [](Twins& f, const Things& t) { static_cast<void>(f.organisations.get(t.org)); }},
        {"org list --parent",
         [](Twins& f, const Things& t) {
             f.organisations.list({.text = {}, .parent = t.org, .page = {}}, every);
         }},
        {"org list TEXT",
         [](Twins& f, const Things& t) {
             require_rows([&](auto each) {
                 f.organisations.list({.text = t.org.digits(), .parent = {}, .page = {}}, each);
             });
         }},
        {"site list",
         [](Twins& f, const Things& t) {
             f.organisations.list_sites({.org = t.org, .text = {}, .page = {}}, every);
         }},
        {"site show",
         [](Twins& f, const Things& t) {
             static_cast<void>(f.organisations.get_site(t.site, {}));
         }},
        {"person show",
         [](Twins& f, const Things& t) { static_cast<void>(f.persons.get(t.person)); }},
        {"person list --org",
         [](Twins& f, const Things& t) {
             f.persons.list({.text = {}, .org = t.org, .at = {}, .page = {}}, every);
         }},
        {"relation list --person",
         [](Twins& f, const Things& t) {
             RelationFilter filter;
             filter.person = t.person;
             f.persons.list_relations(filter, every);
         }},
        {"relation list --org",
         [](Twins& f, const Things& t) {
             RelationFilter filter;
             filter.org = t.org;
             f.persons.list_relations(filter, every);
         }},
        {"relation show",
         [](Twins& f, const Things& t) {
             static_cast<void>(f.persons.get_relation(t.relation));
         }},
        {"grant list --person",
         [](Twins& f, const Things& t) {
             GrantFilter filter;
             filter.person = t.person;
             require_rows([&](auto each) { f.rights.list_grants(filter, each); });
         }},
        {"grant list --org",
         [](Twins& f, const Things& t) {
             GrantFilter filter;
             filter.org = t.org;
             require_rows([&](auto each) { f.rights.list_grants(filter, each); });
         }},
        {"grant show",
         [](Twins& f, const Things& t) { static_cast<void>(f.rights.get_grant(t.grant)); }},
        {"grant orphans",
         [](Twins& f, const Things& t) {
             f.rights.list_orphans({.org = t.org, .at = {}, .page = {}}, every);
         }},
        {"access list",
         [](Twins& f, const Things& t) {
             if (f.rights
                     .access({.person = t.person,
                              .right = at_sites,
                              .org = {},
                              .context = {},
                              .at = {}})
                     .empty()) {
                 throw Error(Kind::not_found, "no access", "");
             }
         }},
        {"person compare",
         [](Twins& f, const Things& t) {
             static_cast<void>(f.rights.compare(
                 {.persons = {PersonId::from_stored(1), t.person}, .org = {}, .at = {}}));
         }},
        {"chief show",
         [](Twins& f, const Things& t) { static_cast<void>(f.designation.chief(t.org)); }},
        {"chief requests",
         [](Twins& f, const Things& t) {
             f.designation.list_requests({.org = t.org, .state = {}, .page = {}}, every);
         }},
        {"manager list",
         [](Twins& f, const Things& t) {
             AdministratorFilter filter;
             filter.org = t.org;
             f.designation.list(filter, every);
         }},
        {"activation",
         [](Twins& f, const Things& t) { static_cast<void>(f.designation.activation(t.org)); }},
        {"paper list",
         [](Twins& f, const Things& t) {
             PaperFilter filter;
             filter.org = t.org;
             f.papers.list(filter, every);
         }},
        {"paper list, what waits",
         [](Twins& f, const Things& t) { static_cast<void>(f.papers.waiting(t.org)); }},
        {"task list",
         [](Twins& f, const Things& t) {
             TaskFilter filter;
             filter.org = t.org;
             f.tasks.list(filter, every);
         }},
        {"task show",
         [](Twins& f, const Things& t) { static_cast<void>(f.tasks.get(t.task)); }},
        {"task show by grant",
         [](Twins& f, const Things& t) { static_cast<void>(f.tasks.get(t.grant)); }},
        {"expiring",
         [](Twins& f, const Things& t) {
             ExpiringFilter filter;
             filter.org = t.org;
             f.tasks.expiring(filter, every);
         }},
        {"review show",
         [](Twins& f, const Things& t) { static_cast<void>(f.reviews.get(t.review)); }},
        {"review list",
         [](Twins& f, const Things& t) {
             f.reviews.list({.org = t.org, .state = {}, .page = {}}, every);
         }},
        {"issuance list --org",
         [](Twins& f, const Things& t) {
             IssuanceFilter filter;
             filter.org = t.org;
             Issuances(f.env).list(filter, every);
         }},
        {"issuance expired --org",
         [](Twins& f, const Things& t) {
             Issuances(f.env).expired({.org = t.org, .region = {}, .page = {}}, every);
         }},
        {"refund list --org",
         [](Twins& f, const Things& t) {
             RefundFilter filter;
             filter.org = t.org;
             Refunds(f.env).list(filter, every);
         }},
        {"refund blocked --org",
         [](Twins& f, const Things& t) {
             BlockFilter filter;
             filter.org = t.org;
             Refunds(f.env).blocks(filter, every);
         }},
        {"refund blocked --org --issuances",
         [](Twins& f, const Things& t) {
             BlockFilter filter;
             filter.org = t.org;
             Refunds(f.env).blocked(filter, every);
         }},
        {"issuance auto show --org",
         [](Twins& f, const Things& t) {
             IssuanceSchedules(f.env).list({.org = t.org, .region = {}}, every);
         }},
        {"issuance status --org",
         [](Twins& f, const Things& t) {
             StatusFilter filter;
             filter.org = t.org;
             IssuanceSchedules(f.env).status(filter, every);
         }},
        {"review status",
         [](Twins& f, const Things& t) { static_cast<void>(f.reviews.status(t.review)); }},
        {"review export",
         [](Twins& f, const Things& t) { f.reviews.items({.review = t.review}, every); }},
        {"review revocations",
         [](Twins& f, const Things& t) { f.reviews.revocations(t.review, every); }},
        {"person leave, shown",
         [](Twins& f, const Things& t) {
             static_cast<void>(f.leavers.preview(
                 {.person = t.person, .org = {}, .on = {}, .reason = {}, .force = false}));
         }},
        {"notice show",
         [](Twins& f, const Things& t) { static_cast<void>(f.mails.get(t.notice)); }},
        {"notice list",
         [](Twins& f, const Things& t) {
             require_rows([&](auto each) {
                 f.mails.list({.person = t.person, .state = {}, .kind = {}, .page = {}}, each);
             });
         }},
        {"key show", [](Twins& f, const Things& t) { static_cast<void>(f.keys.get(t.key)); }},
        {"key list",
         [](Twins& f, const Things& t) {
             KeyFilter filter;
             filter.person = t.person;
             f.keys.list(filter, every);
         }},
        {"customer list --org",
         [](Twins& f, const Things& t) {
             f.customers.list({.org = t.org, .state = "all"}, every);
         }},
        {"customer show",
         [](Twins& f, const Things& t) {
             static_cast<void>(f.customers.show({.org = t.org, .number = t.customer}));
         }},
        {"voucher list --org",
         [](Twins& f, const Things& t) {
             f.vouchers.list({.org = t.org, .state = "all"}, every);
         }},
        {"voucher wallet",
         [](Twins& f, const Things& t) {
             static_cast<void>(f.vouchers.wallet({.org = t.org, .customer = t.customer}));
         }},
        {"pickup list --org",
         [](Twins& f, const Things& t) {
             PickupFilter filter;
             filter.org = t.org;
             Pickups(f.env).list(filter, every);
         }},
        {"pickup recur show --org",
         [](Twins& f, const Things& t) {
             RecurringPickups(f.env).occurrences(
                 {.org = t.org, .site = {}, .region = {}, .until = {}}, every);
         }},
        {"pickup invoice --org",
         [](Twins& f, const Things& t) {
             static_cast<void>(
                 PickupInvoices(f.env).of({.month = Month::parse("2026-10"), .org = t.org}));
         }},
        {"pickup tips --org",
         [](Twins& f, const Things& t) {
             static_cast<void>(PickupTips(f.env).of({.org = t.org, .site = {}}));
         }},
        {"pickup tips --site",
         [](Twins& f, const Things& t) {
             static_cast<void>(PickupTips(f.env).of({.org = t.org, .site = t.site}));
         }},
        {"worker list --org, hours",
         [](Twins& f, const Things& t) {
             static_cast<void>(Workers(f.env).many_hours(t.org, {}));
         }},
        {"subsidiary list --org",
         [](Twins& f, const Things& t) {
             Subsidiaries(f.env).list({.org = t.org, .page = {}}, every);
         }},
        {"audit list --org",
         [](Twins& f, const Things& t) {
             AuditFilter filter;
             filter.org = t.org;
             require_rows([&](auto each) { f.audit.list(filter, each); });
         }},
        {"audit list --subject",
         [](Twins& f, const Things& t) {
             AuditFilter filter;
             filter.subject = t.grant.text();
             require_rows([&](auto each) { f.audit.list(filter, each); });
         }},
        {"service list --org",
         [](Twins& f, const Things& t) { f.services.list({.org = t.org}, every); }},
        {"service list --worker",
         [](Twins& f, const Things& t) {
             require_rows([&](auto each) { f.services.list({.worker = t.login}, each); });
         }},
        {"service list --customer",
         [](Twins& f, const Things& t) {
             require_rows([&](auto each) { f.services.list({.customer = t.customer}, each); });
         }},
        {"service list --after",
         [](Twins& f, const Things& t) { f.services.list({.after = t.service}, every); }},
        {"service show",
         [](Twins& f, const Things& t) { static_cast<void>(f.services.show(t.service)); }},
        {"service history",
         [](Twins& f, const Things& t) { f.services.history(t.service, every); }},
    };
    return all;
}

}  // namespace dcadmin::test
