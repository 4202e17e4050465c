// SPDX-License-Identifier: Apache-2.0
#include "privileges_twins.h"

#include <dcadmin/secure_zone/pickup_series.h>
#include <dcadmin/secure_zone/subsidiaries.h>
#include <dcadmin/secure_zone/issuance_schedules.h>
#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/refunds.h>

namespace dcadmin::test {

const std::vector<Named>& writing() {
    static const std::vector<Named> all{
        {"person update",
         [](Twins& f, const Things& t) {
             f.persons.update({.person = t.person,
                               .first_name = "Iemand",
                               .last_name = {},
                               .email = {},
                               .phone = {},
                               .language = {}});
         }},
        {"site add",
         [](Twins& f, const Things& t) { f.add_site(t.org, 55, "Nieuw"); }},
        {"paper receive",
         [](Twins& f, const Things& t) {
             f.papers.receive({.org = t.org,
                               .site = t.site,
                               .region = Region::flanders,
                               .number = PaperNumber::parse("99999999"),
                               .reason = "r"});
         }},
        {"paper announce",
         [](Twins& f, const Things& t) {
             f.papers.announce({.vouchers = {{.id = t.paper}}, .fields = {}, .reason = "r"});
         }},
        {"paper correct",
         [](Twins& f, const Things& t) {
             f.papers.correct({.voucher = {.id = t.paper}, .fields = {}, .reason = "r"});
         }},
        {"paper withdraw",
         [](Twins& f, const Things& t) {
             f.papers.withdraw({.voucher = {.id = t.paper}, .reason = "r"});
         }},
        {"paper claim",
         [](Twins& f, const Things& t) {
             f.papers.claim({.voucher = {.id = t.paper}, .outcome = "", .reason = "r"});
         }},
        {"paper advance",
         [](Twins& f, const Things& t) { f.papers.advance(t.org); }},
        {"issuance create",
         [](Twins& f, const Things& t) {
             Issuances(f.env).create({.org = t.org,
                                      .region = Region::flanders,
                                      .services = {},
                                      .at_risk = false,
                                      .draft = false,
                                      .reason = "r"});
         }},
        {"issuance create --paper",
         [](Twins& f, const Things& t) {
             Issuances(f.env).create({.org = t.org,
                                      .region = Region::flanders,
                                      .services = {},
                                      .month = Month::parse("2026-11"),
                                      .reason = "r"});
         }},
        {"issuance auto set",
         [](Twins& f, const Things& t) {
             IssuanceSchedules(f.env).set({.org = t.org,
                                           .region = Region::flanders,
                                           .every = Every::month,
                                           .on = {},
                                           .reason = "r"});
         }},
        {"issuance auto off",
         [](Twins& f, const Things& t) {
             IssuanceSchedules(f.env).off({.org = t.org, .region = {}, .reason = "r"});
         }},
        {"refund block",
         [](Twins& f, const Things& t) {
             Refunds(f.env).block({.org = t.org,
                                   .region = Region::flanders,
                                   .issuance = {},
                                   .cause = BlockCause::control,
                                   .reason = "r"});
         }},
        {"refund release",
         [](Twins& f, const Things& t) {
             Refunds(f.env).release({.org = t.org,
                                     .region = Region::flanders,
                                     .issuance = {},
                                     .cause = BlockCause::control,
                                     .reason = "r"});
         }},
        {"issuance run --org",
         [](Twins& f, const Things& t) {
             IssuanceSchedules(f.env).run({.org = t.org, .period = {}, .catch_up = false});
         }},
        {"relation add",
         [](Twins& f, const Things& t) { f.persons.add_relation(new_relation(t.person, t.org)); }},
        {"relation extend",
         [](Twins& f, const Things& t) {
             f.persons.extend_relation({.person = t.person,
                                        .org = t.org,
                                        .audience = {},
                                        .until = day("2031-12-31"),
                                        .reason = "r"});
         }},
        {"relation update",
         [](Twins& f, const Things& t) {
             f.persons.update_relation({.person = t.person,
                                        .org = t.org,
                                        .audience = {},
                                        .email = mail,
                                        .phone = {},
                                        .reason = "r"});
         }},
        {"relation end",
         [](Twins& f, const Things& t) {
             f.persons.end_relation({.person = t.person,
                                     .org = t.org,
                                     .audience = {},
                                     .on = {},
                                     .at_once = true,
                                     .reason = "r"});
         }},
        {"grant add",
         [](Twins& f, const Things& t) {
             f.rights.grant({.person = t.person,
                             .org = t.org,
                             .right = at_sites,
                             .contexts = {t.site},
                             .from = {},
                             .until = {},
                             .reason = "r"});
         }},
        {"grant extend",
         [](Twins& f, const Things& t) {
             f.rights.extend({.person = t.person,
                              .org = t.org,
                              .right = at_sites,
                              .contexts = {},
                              .until = day("2027-02-01"),
                              .reason = "r"});
         }},
        {"grant revoke",
         [](Twins& f, const Things& t) {
             f.rights.revoke({.person = t.person,
                              .org = t.org,
                              .right = at_sites,
                              .contexts = {},
                              .on = {},
                              .reason = "r"});
         }},
        {"grant revoke --grant",
         [](Twins& f, const Things& t) {
             f.rights.revoke({.person = t.person,
                              .org = t.org,
                              .right = at_sites,
                              .contexts = {},
                              .on = {},
                              .reason = "r",
                              .begins = {},
                              .grant = t.grant});
         }},
        {"right request",
         [](Twins& f, const Things& t) {
             f.tasks.request_right({.person = t.person,
                                    .org = t.org,
                                    .right = at_sites,
                                    .contexts = {},
                                    .from = {},
                                    .until = {},
                                    .reason = "r"});
         }},
        {"task accept",
         [](Twins& f, const Things& t) {
             f.tasks.accept({.task = t.task, .until = {}, .reason = "r"});
         }},
        {"task refuse",
         [](Twins& f, const Things& t) {
             f.tasks.refuse({.task = t.task, .until = {}, .reason = "r"});
         }},
        {"task done",
         [](Twins& f, const Things& t) {
             f.tasks.done({.task = t.grant, .until = {}, .reason = "r"});
         }},
        {"chief designate",
         [](Twins& f, const Things& t) {
             f.designation.designate({.org = t.org,
                                      .self = false,
                                      .person = t.person,
                                      .email = mail,
                                      .phone = phone,
                                      .from = {},
                                      .confirm = t.org,
                                      .reason = "r"});
         }},
        {"chief end",
         [](Twins& f, const Things& t) {
             f.designation.end_chief(
                 {.org = t.org, .on = {}, .confirm = t.org, .force = true, .reason = "r"});
         }},
        {"chief request",
         [](Twins& f, const Things& t) {
             f.designation.request({.org = t.org,
                                    .person = t.person,
                                    .email = mail,
                                    .phone = phone,
                                    .reason = "r",
                                    .documents = {"d"}});
         }},
        {"cochief add",
         [](Twins& f, const Things& t) {
             f.designation.appoint({.role = AdministratorRole::cochief,
                                    .person = t.person,
                                    .org = t.org,
                                    .domains = {},
                                    .sites = {},
                                    .from = {},
                                    .until = {},
                                    .email = mail,
                                    .phone = {},
                                    .reason = "r"});
         }},
        {"manager add --site",
         [](Twins& f, const Things& t) {
             f.designation.appoint({.role = AdministratorRole::manager,
                                    .person = t.person,
                                    .org = t.org,
                                    .domains = {DomainCode::all()},
                                    .sites = {t.site},
                                    .from = {},
                                    .until = {},
                                    .email = mail,
                                    .phone = {},
                                    .reason = "r"});
         }},
        {"manager remove",
         [](Twins& f, const Things& t) {
             f.designation.dismiss({.role = AdministratorRole::manager,
                                    .person = t.person,
                                    .org = t.org,
                                    .domains = {},
                                    .sites = {},
                                    .on = {},
                                    .force = false,
                                    .reason = "r"});
         }},
        {"review start",
         [](Twins& f, const Things& t) {
             f.reviews.start({.org = t.org,
                              .due = day("2026-12-21"),
                              .right = {},
                              .sites = {},
                              .reason = "r"});
         }},
        {"review import",
         [](Twins& f, const Things& t) {
             f.reviews.decide({.review = t.review,
                               .grant = t.grant,
                               .decision = Decision::keep,
                               .until = {},
                               .reason = "r"});
         }},
        {"review close",
         [](Twins& f, const Things& t) {
             f.reviews.close({.review = t.review, .reason = "r"});
         }},
        {"person leave",
         [](Twins& f, const Things& t) {
             f.leavers.leave({.person = t.person,
                              .org = {},
                              .on = {},
                              .reason = "r",
                              .force = false});
         }},
        {"person erase",
         [](Twins& f, const Things& t) {
             f.leavers.erase({.person = t.person, .reason = "r", .force = true});
         }},
        {"pickup request",
         [](Twins& f, const Things& t) {
             Pickups(f.env).request({.org = t.org,
                                     .site = t.site,
                                     .day = day("2026-12-01"),
                                     .contact = t.person,
                                     .phone = phone,
                                     .region = Region::flanders,
                                     .bags = 1,
                                     .next_when_late = false,
                                     .reason = "r"});
         }},
        {"pickup recur set",
         [](Twins& f, const Things& t) {
             RecurringPickups(f.env).set({.org = t.org,
                                          .site = t.site,
                                          .region = Region::flanders,
                                          .every = PickupRhythm::week,
                                          .on = 1,
                                          .from = {},
                                          .until = {},
                                          .contact = t.person,
                                          .phone = phone,
                                          .bags = {},
                                          .on_holiday = {},
                                          .reason = "r"});
         }},
        {"pickup recur off",
         [](Twins& f, const Things& t) {
             RecurringPickups(f.env).off({.org = t.org,
                                          .site = t.site,
                                          .region = Region::flanders,
                                          .reason = "r"});
         }},
        {"subsidiary deactivate",
         [](Twins& f, const Things& t) {
             Subsidiaries(f.env).deactivate({.org = {},
                                             .number = t.org,
                                             .confirm = t.org,
                                             .force = false,
                                             .reason = "r"});
         }},
        {"key retire",
         [](Twins& f, const Things& t) { f.keys.retire(t.key, "r"); }},
        {"key activate password",
         [](Twins& f, const Things& t) {
             f.keys.activate_password({.person = t.person,
                                       .user = "iemand",
                                       .password = "een lang wachtwoord 12",
                                       .reason = "r"});
         }},
        {"key activate app",
         [](Twins& f, const Things& t) { static_cast<void>(f.keys.enrol_app(t.person)); }},
        {"customer add",
         [](Twins& f, const Things& t) {
             f.customers.add({.org = t.org,
                              .number = t.customer,
                              .name = "Bert",
                              .region = Region::flanders});
         }},
        {"customer update",
         [](Twins& f, const Things& t) {
             f.customers.update({.org = t.org, .number = t.customer, .name = "Bert"});
         }},
        {"customer deactivate",
         [](Twins& f, const Things& t) {
             f.customers.deactivate({.org = t.org, .number = t.customer});
         }},
        {"customer activate",
         [](Twins& f, const Things& t) {
             f.customers.activate({.org = t.org, .number = t.customer});
         }},
        {"customer erase",
         [](Twins& f, const Things& t) {
             f.customers.erase({.org = t.org, .number = t.customer, .reason = "r"});
         }},
        {"voucher order",
         [](Twins& f, const Things& t) {
             f.vouchers.order({.org = t.org, .customer = t.customer, .count = 5});
         }},
        {"service validate",
         [](Twins& f, const Things& t) {
             f.decisions.validate(ServiceDecision{.service = {.id = t.service, .work_id = {}, .org = {}}, .comment = "c", .reason = "r"});
         }},
        {"service cancel",
         [](Twins& f, const Things& t) {
             f.decisions.cancel({.service = {.id = t.service, .work_id = {}, .org = {}}, .comment = "c", .reason = "r"});
         }},
        {"service confirm",
         [](Twins& f, const Things& t) {
             f.decisions.confirm({.service = {.id = t.service, .work_id = {}, .org = {}}, .comment = "c", .reason = "r"});
         }},
        {"service dispute",
         [](Twins& f, const Things& t) {
             f.decisions.dispute({.service = {.id = t.service, .work_id = {}, .org = {}}, .comment = "c", .reason = "r"});
         }},
        {"service comment",
         [](Twins& f, const Things& t) {
             f.decisions.comment({.service = {.id = t.service, .work_id = {}, .org = {}}, .comment = "c", .reason = "r"});
         }},
        {"service update",
         [](Twins& f, const Things& t) {
             f.decisions.update({.service = {.id = t.service, .work_id = {}, .org = {}},
                                 .day = {},
                                 .hours = 2,
                                 .activity = {},
                                 .comment = {},
                                 .reason = "r"});
         }},
        {"service register",
         [](Twins& f, const Things& t) {
             f.services.register_service(
                 {.worker = t.login, .customer = t.customer, .day = day("2026-11-20")});
         }},
        {"service register --org",
         [](Twins& f, const Things& t) {
             f.services.register_service({.org = t.org,
                                          .worker = t.login,
                                          .customer = t.customer,
                                          .day = day("2026-11-20")});
         }},
        {"service import",
         [](Twins& f, const Things& t) {
             f.services.import({.work_id = "w",
                                .worker = t.login,
                                .customer = t.customer,
                                .day = day("2026-11-20")});
         }},
    };
    return all;
}

}  // namespace dcadmin::test
