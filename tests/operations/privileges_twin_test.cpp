// SPDX-License-Identifier: Apache-2.0
// Two organisations that have the same of everything. Who may do all that there is for the one asks
// for what the other has, thing by thing: he is told just what he would be told had it never been
// there, and nothing changes.
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/designation.h>
#include <dcadmin/leavers.h>
#include <dcadmin/outbox.h>
#include <dcadmin/registers.h>
#include <dcadmin/reviews.h>
#include <dcadmin/sign_in.h>
#include <dcadmin/tasks.h>

#include <doctest/doctest.h>

#include <functional>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

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
                 {notice.text(), "NOTICE"}};
        for (const auto& [what, word] : words) {
            for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) {
                text.replace(at, what.size(), word);
            }
        }
        return text;
    }
};

const RightCode at_sites = RightCode::parse("dienstencheques");
const EmailAddress mail = EmailAddress::parse("an@example.be");
const PhoneNumber phone = PhoneNumber::parse("+3212345678");

struct Twins : Fixture {
    Designation designation{env};
    Tasks tasks{env};
    Reviews reviews{env};
    Leavers leavers{env};
    Notices mails{env};
    Keys keys{env};
    Registers registers{env};
    Audit audit{env};

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
        static_cast<void>(open_session(*this, {.person = worker.id.value(), .org = org}));
        return {.org = org,
                .site = site,
                .person = worker.id,
                .grant = granted.item.at(0).id,
                .relation = RelationId::from_stored(relation),
                .review = review.item.id,
                .task = std::get<TaskId>(asked.item.at(0).id),
                .request = request.item.id,
                .key = KeyId::from_stored(last("credential")),
                .notice = NoticeId::from_stored(last("notice"))};
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
                .notice = NoticeId::from_stored(7777)};
    }
};

using Operation = std::function<void(Twins&, const Things&)>;
struct Named {
    std::string_view name;
    Operation does;
};

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
    };
    return all;
}

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
    };
    return all;
}

struct Answer {
    std::string kind = "accepted";
    std::string words;
};

Answer answer(Twins& f, const Named& one, const Things& things) {
    try {
        one.does(f, things);
    } catch (const Error& error) {
        return {std::string(name_of(error.kind())),
                things.anonymous(error.message() + "; " + error.hint())};
    }
    return {};
}

struct Ground : Twins {
    Things own = furnish(1);
    Things twin = furnish(2);
    Things none = nothing();
    std::string token = open_session(*this, {.person = 1, .org = own.org});

    /// Own things but for one that is the twin's, and the same with one that nobody has.
    std::vector<std::pair<Things, Things>> pairs() const {
        std::vector<std::pair<Things, Things>> all{{twin, none}};
        Things person = own;
        Things nobody = own;
        person.person = twin.person;
        nobody.person = none.person;
        all.emplace_back(person, nobody);
        Things org = own;
        Things nowhere = own;
        org.org = twin.org;
        nowhere.org = none.org;
        all.emplace_back(org, nowhere);
        Things site = own;
        Things no_site = own;
        site.site = twin.site;
        no_site.site = none.site;
        all.emplace_back(site, no_site);
        return all;
    }
};

void compare(Ground& f, const std::vector<Named>& operations) {
    for (const Named& one : operations) {
        CAPTURE(one.name);
        CHECK(answer(f, one, f.twin).kind == "not_found");
        for (const auto& [others, nobodys] : f.pairs()) {
            const std::string before = f.trace();
            const Answer is = answer(f, one, others);
            if (is.kind == "accepted") continue;  // this one names nothing of the twin's
            const Answer should = answer(f, one, nobodys);
            CHECK(is.kind == should.kind);
            CHECK(is.words == should.words);
            CHECK(f.trace() == before);
        }
    }
}

}  // namespace

TEST_CASE("what another organisation has reads like what is not there, whatever one asks") {
    Ground f;
    const ActingAs acting(f, f.token);
    compare(f, reading());
}

TEST_CASE("nobody changes what another organisation has, nor learns that it is there") {
    Ground f;
    const ActingAs acting(f, f.token);
    compare(f, writing());
}

TEST_CASE("of his own organisation the same person reads everything") {
    Ground f;
    const ActingAs acting(f, f.token);
    for (const Named& one : reading()) {
        if (one.name == "key show" || one.name == "key list" || one.name.starts_with("notice") ||
            one.name == "org list --parent" || one.name == "task show by grant") {
            continue;  // his own alone, or nothing there
        }
        const Answer is = answer(f, one, f.own);
        CHECK_MESSAGE(is.kind == "accepted", one.name << ": " << is.words);
    }
}
