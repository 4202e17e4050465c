// SPDX-License-Identifier: Apache-2.0
#include "sample.h"

#include "store/db.h"

#include <dcadmin/demo.h>
#include <dcadmin/organisations.h>
#include <dcadmin/persons.h>
#include <dcadmin/rights.h>

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
