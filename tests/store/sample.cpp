// SPDX-License-Identifier: Apache-2.0
#include "sample.h"

#include <dcadmin/demo.h>
#include <dcadmin/news.h>
#include <dcadmin/organisations.h>
#include <dcadmin/persons.h>
#include <dcadmin/rights.h>
#include <dcadmin/tasks.h>

#include "scratch.h"

namespace dcadmin::testing {

namespace {

const auto company = EnterpriseNumber::from_stored(777'999'980);
const auto daughter = EnterpriseNumber::from_stored(566'988'259);
const PersonRef anna = NationalNumber::from_stored(90'073'100'237);
const PersonRef arthur = NationalNumber::from_stored(92'110'400'145);
const PersonRef frank = NationalNumber::from_stored(82'010'800'331);
const PersonRef lucas = NationalNumber::from_stored(93'051'822'361);

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

}  // namespace

void fill_sample(Store& store) {
    FixedClock clock(test_moment());
    Env env{.store = store, .clock = clock, .actor = {"root", {}}, .command = "store init"};
    load_demo(env);
    env.command = "org add";
    add_organisation(env);
    env.command = "right add";
    add_right(env);
    env.command = "news add";
    add_news(env);
    env.command = "task done";
    settle_task(env);
    clock.set(Timestamp::parse("2026-11-23T12:40:00Z"));
    env.actor = {"jan", anna};
    env.command = "relation add";
    add_relations(env);
    env.command = "grant add";
    add_grants(env);
    clock.set(Timestamp::parse("2026-11-23T12:50:00Z"));
    env.command = "grant revoke";
    change_grants(env);
    env.command = "relation end";
    end_relations(env);
}

}  // namespace dcadmin::testing
