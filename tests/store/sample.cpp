// SPDX-License-Identifier: Apache-2.0
#include "sample.h"

#include "sample_parts.h"

#include "store/db.h"

#include <dcadmin/demo.h>
#include <dcadmin/designation.h>
#include <dcadmin/leavers.h>
#include <dcadmin/news.h>
#include <dcadmin/organisations.h>
#include <dcadmin/persons.h>
#include <dcadmin/policies.h>
#include <dcadmin/reviews.h>
#include <dcadmin/rights.h>
#include <dcadmin/tasks.h>

#include "scratch.h"
#include "store/db.h"

#include <string>
#include <utility>
#include <variant>

namespace dcadmin::testing {

namespace {

Date day(std::string_view text) {
    return Date::parse(text);
}

RightCode right(std::string_view code) {
    return RightCode::parse(code);
}

void add_organisation(const Env& env) {
    Organisations all(env);
    all.add({.number = daughter,
             .name = "Poetshulp Oost",
             .parent = company,
             .language = Language::fr});
    all.add_site({.org = daughter, .number = SiteNumber::parse("2147812701"), .name = "Gent"});
    all.add_site({.org = daughter, .number = SiteNumber::parse("2147812897"), .name = "Ninove"});
}

void add_right(const Env& env) {
    Rights all(env);
    all.add({.code = right("dov-externe-gebruiker"),
             .title_nl = "Databank Ondergrond Vlaanderen - externe gebruiker",
             .title_fr = {},
             .title_en = "Subsurface database",
             .audiences = {Audience::ea, Audience::lb},
             .context = ContextKind::role,
             .roles = {RoleCode::parse("lezer"), RoleCode::parse("invoerder")},
             .max_term = Term::parse("2y"),
             .default_term = Term::parse("6m"),
             .min_level = 400});
    RightChange change{.code = right("dah-gebruiker"),
                       .title_nl = {},
                       .title_fr = "Utilisateur DAH",
                       .title_en = {},
                       .audiences = std::vector{Audience::ea, Audience::ov},
                       .add_roles = {},
                       .max_term = {},
                       .default_term = Term::parse("1y"),
                       .min_level = {}};
    all.update(change);
}

void add_relations(const Env& env) {
    Persons all(env);
    for (const PersonRef& person : {anna, arthur}) {
        all.add_relation({.person = person,
                          .org = daughter,
                          .audience = Audience::ea,
                          .category = Category::external,
                          .email = EmailAddress::parse("oost@example.be"),
                          .phone = PhoneNumber::parse("0470123456"),
                          .from = day("2026-01-01"),
                          .until = day("2027-06-30"),
                          .reason = "helpt uit"});
    }
    all.extend_relation({.person = anna,
                         .org = daughter,
                         .audience = {},
                         .until = day("2027-12-31"),
                         .reason = "langer"});
    PersonChange change{.person = frank,
                        .first_name = {},
                        .last_name = {},
                        .email = {},
                        .phone = PhoneNumber::parse("0470654321"),
                        .language = Language::fr};
    all.update(change);
    all.record_reveal("person list --reveal");
}

void grant(const Env& env, const PersonRef& person, EnterpriseNumber org, std::string_view code,
           std::vector<ContextValue> contexts = {}) {
    Rights(env).grant({.person = person,
                       .org = org,
                       .right = right(code),
                       .contexts = std::move(contexts),
                       .from = day("2026-06-01"),
                       .until = day("2027-05-31"),
                       .reason = "nodig"});
}

void add_grants(const Env& env) {
    grant(env, arthur, company, "antwerps-gebruikersbeheer");
    grant(env, arthur, company, "dah-gebruiker");
    grant(env, arthur, company, "asbestinventaris-gebruiker");
    grant(env, lucas, company, "dov-externe-gebruiker",
          {RoleCode::parse("lezer"), RoleCode::parse("invoerder")});
    grant(env, frank, company, "digipolis-gent-poc-gebruiker");
    grant(env, frank, company, "dienstencheques-erkende-onderneming",
          {SiteNumber::parse("980000159357"), SiteNumber::parse("980000128745")});
    for (const PersonRef& person : {anna, arthur}) {
        grant(env, person, daughter, "dah-gebruiker");
        grant(env, person, daughter, "dienstencheques-erkende-onderneming",
              {SiteNumber::parse("2147812701")});
    }
}

void change_grants(const Env& env) {
    Rights all(env);
    all.extend({.person = arthur,
                .org = company,
                .right = right("antwerps-gebruikersbeheer"),
                .contexts = {},
                .until = day("2028-05-31"),
                .reason = "langer"});
    all.revoke({.person = arthur,
                .org = company,
                .right = right("dah-gebruiker"),
                .contexts = {},
                .on = {},
                .reason = "niet meer nodig"});
    all.revoke({.person = arthur,
                .org = company,
                .right = right("asbestinventaris-gebruiker"),
                .contexts = {},
                .on = day("2026-12-31"),
                .reason = "project eindigt"});
    grant(env, arthur, company, "dah-gebruiker");
}

// Somebody who came and went, so long ago that his data are gone.
void erase_person(const Env& env) {
    const auto gone = Persons(env).add({.number = NationalNumber::from_stored(85'073'003'328),
                                        .first_name = "Wies",
                                        .last_name = "Zwaluwenberg",
                                        .email = EmailAddress::parse("wies@example.be"),
                                        .phone = PhoneNumber::parse("0470111111"),
                                        .language = Language::fr});
    NewRelation relation{.person = gone.item.id,
                         .org = daughter,
                         .audience = {},
                         .category = Category::external,
                         .email = EmailAddress::parse("wies@example.be"),
                         .phone = PhoneNumber::parse("0470111111"),
                         .from = day("2026-01-01"),
                         .until = day("2026-11-01"),
                         .reason = "tijdelijk"};
    Persons(env).add_relation(relation);
    Policies(env).set({.name = "retention", .value = "12y", .reason = "raad van bestuur"});
    Leavers(env).erase({.person = gone.item.id, .reason = "gevraagd", .force = true});
}

void appoint(const Env& env, const PersonRef& person, EnterpriseNumber org) {
    Designation(env).appoint({.role = AdministratorRole::cochief,
                              .person = person,
                              .org = org,
                              .domains = {},
                              .sites = {},
                              .from = {},
                              .until = {},
                              .email = {},
                              .phone = {},
                              .reason = "vervangt"});
}

// One review that is closed, and one that is open, with answers of each kind and some without.
void review_grants(const Env& env) {
    Reviews all(env);
    appoint(env, anna, daughter);
    appoint(env, lucas, company);
    for (const EnterpriseNumber org : {daughter, company}) {
        const auto review = all.start({.org = org,
                                       .due = day("2027-01-31"),
                                       .right = {},
                                       .sites = {},
                                       .reason = "jaarlijks"});
        std::vector<GrantId> grants;
        all.items({.review = review.item.id}, [&](const ReviewItem& item) {
            grants.push_back(item.grant);
            return grants.size() < 4;
        });
        ReviewAnswer answer{.review = review.item.id,
                            .grant = grants.at(0),
                            .decision = Decision::revoke,
                            .until = {},
                            .reason = "niet meer nodig"};
        all.decide(answer);
        if (org == daughter) {
            all.close({.review = review.item.id, .reason = "klaar"});
            continue;
        }
        answer.decision = Decision::keep;
        answer.reason.clear();
        all.decide(answer);
        answer = {.review = review.item.id,
                  .grant = grants.at(1),
                  .decision = Decision::shorten,
                  .until = day("2026-12-01"),
                  .reason = "korter"};
        all.decide(answer);
    }
}

void add_news(const Env& env) {
    News(env).add({.title = "Onderhoud",
                   .body = "Zondag van 8 tot 12 uur niet bereikbaar",
                   .audience = Audience::ea,
                   .from = {},
                   .until = day("2026-12-06")});
}

void settle_task(const Env& env) {
    std::optional<GrantId> grant;
    GrantFilter filter;
    filter.person = anna;
    filter.state = GrantState::active;
    Rights(env).list_grants(filter, [&](const Grant& one) {
        grant = one.id;
        return false;
    });
    Tasks(env).done({.task = *grant, .reason = "mag eindigen"});
}

void end_relations(const Env& env) {
    Persons all(env);
    all.end_relation({.person = frank,
                      .org = company,
                      .audience = {},
                      .on = day("2026-12-31"),
                      .at_once = false,
                      .reason = "vertrekt"});
    all.end_relation({.person = arthur,
                      .org = daughter,
                      .audience = {},
                      .on = {},
                      .at_once = true,
                      .reason = "vertrokken"});
}

void register_function(Store& store, NationalNumber person) {
    const std::string sql =
        "INSERT INTO register_function (enterprise, person, function, represents, valid_from, "
        "valid_until) VALUES (777999980, " +
        std::to_string(person.value()) + ", 'zaakvoerder', 1, '2020-01-01', '9999-12-31')";
    store.db().prepare(sql)->run({});
}

void add_domain(const Env& env) {
    Domains(env).add({.code = DomainCode::parse("onderwijs"),
                      .name_nl = "Onderwijs",
                      .name_fr = "Enseignement",
                      .name_en = "Education",
                      .from = day("2026-01-01"),
                      .until = day("2030-12-31"),
                      .source = "brief"});
}

// A chief by exception, replaced by the standard procedure, with managers for review.
void designate(Env& env) {
    Designation all(env);
    all.request({.org = company,
                 .person = frank,
                 .email = EmailAddress::parse("directie@example.be"),
                 .phone = PhoneNumber::parse("0470123456"),
                 .reason = "geen eID",
                 .documents = {"brief-1", "brief-2"}});
    const auto acting = env.actor;
    env.actor = {"root", {}};
    all.approve({.id = ChiefRequestId::from_stored(1), .reason = "kaart gezien"});
    env.actor = acting;
    NewOffice office{.role = AdministratorRole::manager,
                     .person = arthur,
                     .org = company,
                     .domains = {DomainCode::parse("onderwijs")},
                     .sites = {SiteNumber::parse("980000159357")},
                     .from = {},
                     .until = day("2028-02-29"),
                     .email = EmailAddress::parse("beheer@example.be"),
                     .phone = PhoneNumber::parse("0470123457"),
                     .reason = "helpt"};
    all.appoint(office);
    all.designate({.org = company,
                   .self = true,
                   .person = {},
                   .email = EmailAddress::parse("directie@example.be"),
                   .phone = PhoneNumber::parse("0470123458"),
                   .from = {},
                   .confirm = company,
                   .reason = "eID gekregen"});
    office.role = AdministratorRole::cochief;
    office.person = frank;
    office.sites = {};
    all.appoint(office);
}

}  // namespace

namespace {

/// A row in each table of the registers: they are outside the log, and copied all the same.
void fill_registers(Store& store) {
    for (const std::string_view sql : {
             "INSERT INTO register_import (kind, imported_at, extract_type, extract_number, "
             "snapshot_date, digest) VALUES ('kbo', '2026-11-01T00:00:00Z', 'full', 1, "
             "'2026-11-01', 'x')",
             "INSERT INTO register_count (name, entries) VALUES ('enterprises', 1)",
             "INSERT INTO register_enterprise (number, status, situation, kind, form, form_cac, "
             "start_date) VALUES (403019261, 'AC', '000', '2', '610', '', '2020-02-29')",
             "INSERT INTO register_establishment (number, enterprise, start_date) VALUES "
             "(2000000042, 403019261, '')",
             "INSERT INTO register_branch (number, enterprise, start_date) VALUES (9000006626, "
             "403019261, '')",
             "INSERT INTO register_name (entity_row, language, kind, name) VALUES (1, '2', '001', "
             "'Käthe')",
             "INSERT INTO register_folded_name (folded, entity_row) VALUES ('kathe', 1)",
             "INSERT INTO register_address (entity_row, kind, country_nl, country_fr, zipcode, "
             "municipality_nl, municipality_fr, street_nl, street_fr, house_number, box, extra, "
             "struck_off_on) VALUES (1, 'REGO', '', '', '9300', 'Aalst', '', '', '', '', '', '', "
             "'')",
             "INSERT INTO register_activity (entity_row, activity_group, nace_version, nace_code, "
             "classification) VALUES (1, '001', '2008', '88109', 'MAIN')",
             "INSERT INTO register_contact (entity_row, holder, kind, value) VALUES (1, 'ENT', "
             "'TEL', '1')",
             "INSERT INTO register_code (category, code, language, description) VALUES ('Status', "
             "'AC', 'nl', 'Actief')",
             "INSERT INTO register_person (number, first_name, last_name, birth_date, sex, "
             "language, deceased_on, expires_at) VALUES (68042310084, 'Zoë', 'Maes', '', '', '', "
             "'', '')",
             "INSERT INTO register_key (name, value) VALUES ('consultations', 'x')",
             "INSERT INTO register_consultation (at, user_name, claimed, subject, purpose, "
             "source, answer) VALUES ('2026-11-01T00:00:00Z', 'x', NULL, 'x', 'x', 'file', "
             "'found')",
         }) {
        store.db().prepare(sql)->run({});
    }
}

}  // namespace

void fill_sample(Store& store) {
    fill_registers(store);
    FixedClock clock(test_moment());
    Env env{.store = store, .clock = clock, .actor = {"root", {}}, .command = "store init"};
    load_demo(env);
    env.command = "org add";
    add_organisation(env);
    env.command = "right add";
    add_right(env);
    add_domain(env);
    env.command = "news add";
    add_news(env);
    env.command = "app add";
    add_applications(env);
    env.command = "calendar close";
    add_zone(env);
    env.command = "auth login";
    add_keys(env);
    env.command = "task done";
    settle_task(env);
    env.command = "person erase";
    erase_person(env);
    clock.set(Timestamp::parse("2026-11-23T12:40:00Z"));
    env.actor = {"jan", anna};
    env.command = "relation add";
    add_relations(env);
    env.command = "grant add";
    add_grants(env);
    clock.set(Timestamp::parse("2026-11-23T12:50:00Z"));
    env.command = "grant revoke";
    change_grants(env);
    env.actor = {"root", {}};
    env.command = "review start";
    review_grants(env);
    env.actor = {"jan", anna};
    env.command = "chief designate";
    register_function(store, std::get<NationalNumber>(anna));
    designate(env);
    env.command = "relation end";
    end_relations(env);
}

}  // namespace dcadmin::testing
