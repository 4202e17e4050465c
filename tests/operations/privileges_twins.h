// SPDX-License-Identifier: Apache-2.0
// Organisations that have the same of everything, and every operation that names something of one:
// what reads in privileges_reading.cpp, what writes in privileges_writing.cpp.
#pragma once

#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/designation.h>
#include <dcadmin/leavers.h>
#include <dcadmin/outbox.h>
#include <dcadmin/reviews.h>
#include <dcadmin/secure_zone/paper.h>
#include <dcadmin/secure_zone/customers.h>
#include <dcadmin/secure_zone/service_decisions.h>
#include <dcadmin/secure_zone/services.h>
#include <dcadmin/secure_zone/vouchers.h>
#include <dcadmin/secure_zone/workers.h>
#include <dcadmin/sign_in.h>
#include <dcadmin/tasks.h>

#include <functional>

namespace dcadmin::test {

/// What one of them has; or what nobody has.
struct Things {
    EnterpriseNumber org;
    SiteNumber site;
    PersonRef person;
    GrantId grant;
    RelationId relation;
    ReviewId review;
    TaskId task;
    ChiefRequestId request;
    KeyId key;
    NoticeId notice;
    PaperVoucherId paper;
    CustomerNumber customer;
    AffiliationNumber login;
    ServiceId service;

    /// A message about them, with the same words for all of them.
    [[nodiscard]] std::string anonymous(std::string text) const {
        const std::vector<std::pair<std::string, std::string>> words{
                 {org.formatted(), "ORG"},
                 {org.digits(), "ORG"},
                 {site.formatted(), "SITE"},
                 {site.digits(), "SITE"},
                 {shown(person), "PERSON"},
                 {grant.text(), "GRANT"},
                 {relation.text(), "RELATION"},
                 {review.text(), "REVIEW"},
                 {task.text(), "TASK"},
                 {request.text(), "REQUEST"},
                 {key.text(), "KEY"},
                 {notice.text(), "NOTICE"},
                 {paper.text(), "PAPER"},
                 {customer.digits(), "CUSTOMER"},
                 {login.digits(), "LOGIN"},
                 {service.text(), "SERVICE"}};
        for (const auto& [what, word] : words) {
            for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) {
                text.replace(at, what.size(), word);
            }
        }
        return text;
    }
};

inline const RightCode at_sites = RightCode::parse("dienstencheques");
inline const EmailAddress mail = EmailAddress::parse("an@example.be");
inline const PhoneNumber phone = PhoneNumber::parse("+3212345678");

struct Twins : Fixture {
    Designation designation{env};
    Tasks tasks{env};
    Reviews reviews{env};
    Leavers leavers{env};
    Notices mails{env};
    Keys keys{env};
    Audit audit{env};
    Paper papers{env};
    Customers customers{env};
    Vouchers vouchers{env};
    Services services{env};
    ServiceDecisions decisions{env};

    Twins() {
        add_right(at_sites.text());
        run("UPDATE right_definition SET context = 'site'");
    }

    std::int64_t last(std::string_view table) {
        return std::stoll(column(fmt::format("SELECT max(id) FROM {}", table)).front());
    }

    Things furnish(std::uint64_t n) {
        const EnterpriseNumber org = add_org(n);
        const SiteNumber site = add_site(org, n);
        const Person chief = add_person(n * 10, "An", "Chief");
        const Person worker = add_person(n * 10 + 1);
        add_relation(chief.id, org);
        add_relation(worker.id, org);
        run(fmt::format("INSERT INTO register_function (enterprise, person, function, represents, "
                        "valid_from, valid_until) VALUES ({}, {}, 'zaakvoerder', 1, '2020-01-01', "
                        "'9999-12-31')",
                        org.value(), chief.number.value()));
        run(fmt::format("INSERT INTO administrator (organisation_id, person_id, role, domain_id, "
                        "context_id, email, phone, valid_from, valid_until, ended_at, reason, "
                        "operation_id) VALUES ((SELECT max(id) FROM organisation), {}, 'chief', "
                        "NULL, 0, 'an@example.be', '', '2026-01-01', '9999-12-31', '', '', 1)",
                        chief.id.value()));
        const auto granted = rights.grant({.person = worker.id,
                                           .org = org,
                                           .right = at_sites,
                                           .contexts = {site},
                                           .from = {},
                                           .until = {},
                                           .reason = "r"});
        const std::int64_t relation = last("working_relation");
        const auto asked = tasks.request_right({.person = chief.id,
                                                .org = org,
                                                .right = at_sites,
                                                .contexts = {site},
                                                .from = {},
                                                .until = {},
                                                .reason = "r"});
        const auto review = reviews.start(
            {.org = org, .due = day("2026-12-20"), .right = {}, .sites = {}, .reason = "yearly"});
        const auto request = designation.request({.org = org,
                                                  .person = worker.id,
                                                  .email = mail,
                                                  .phone = phone,
                                                  .reason = "no eID",
                                                  .documents = {"letter"}});
        run(fmt::format("INSERT INTO paper_voucher (organisation_id, context_id, region, number, "
                        "customer, usable_until, hand_in_until, day, worker_id, activity, state, "
                        "received_on, announced_on, read_on, due_on, lacks, cause, issuance_id, "
                        "operation_id) VALUES ((SELECT max(id) FROM organisation), 0, 'flanders', "
                        "'{:010}', 0, '', '', '', 0, '', 'received', '2026-11-23', '', '', '', '', "
                        "'', 0, 1)",
                        n));
        static_cast<void>(open_session(*this, {.person = worker.id.value(), .org = org}));
        const auto customer = CustomerNumber::from_stored(123'456'700'000 + n);
        customers.add({.org = org, .number = customer, .name = "An", .region = Region::flanders});
        const auto login = Workers(env)
                               .add({.login = {},
                                     .number = worker.number,
                                     .first_name = "Lucas",
                                     .last_name = "Maes",
                                     .org = org,
                                     .site = {},
                                     .region = Region::flanders,
                                     .email = {},
                                     .phone = {},
                                     .reason = "r"})
                               .item.login;
        run("INSERT INTO service (organisation_id, work_id, worker_id, context_id, customer_id, "
            "region, day, hours, activity, entered_by, channel, state, registered_on, "
            "validated_on, confirmed_on, due_on, allocated, issued, paid, hand_in_until, "
            "operation_id) VALUES ((SELECT max(id) FROM organisation), 'w', (SELECT max(id) FROM "
            "worker), 0, (SELECT max(id) FROM customer), 'flanders', '2026-11-20', 3, "
            "'household', 'worker', 'online', 'registered', '2026-11-20', '', '', '2026-11-27', "
            "0, 0, 0, '', 1)");
        return {.org = org,
                .site = site,
                .person = worker.id,
                .grant = granted.item.at(0).id,
                .relation = RelationId::from_stored(relation),
                .review = review.item.id,
                .task = std::get<TaskId>(asked.item.at(0).id),
                .request = request.item.id,
                .key = KeyId::from_stored(last("credential")),
                .notice = NoticeId::from_stored(last("notice")),
                .paper = PaperVoucherId::from_stored(last("paper_voucher")),
                .customer = customer,
                .login = login,
                .service = ServiceId::from_stored(last("service"))};
    }
    static Things nothing() {
        return {.org = org_number(77),
                .site = site_number(77),
                .person = PersonId::from_stored(7777),
                .grant = GrantId::from_stored(7777),
                .relation = RelationId::from_stored(7777),
                .review = ReviewId::from_stored(7777),
                .task = TaskId::from_stored(7777),
                .request = ChiefRequestId::from_stored(7777),
                .key = KeyId::from_stored(7777),
                .notice = NoticeId::from_stored(7777),
                .paper = PaperVoucherId::from_stored(7777),
                .customer = CustomerNumber::from_stored(777'777'777'777),
                .login = AffiliationNumber::from_stored(980'777'777'777),
                .service = ServiceId::from_stored(7777)};
    }
};

using Operation = std::function<void(Twins&, const Things&)>;
struct Named {
    std::string_view name;
    Operation does;
};

[[nodiscard]] const std::vector<Named>& reading();
[[nodiscard]] const std::vector<Named>& writing();

}  // namespace dcadmin::test
