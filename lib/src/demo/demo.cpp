// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/demo.h>

#include <dcadmin/organisations.h>
#include <dcadmin/persons.h>
#include <dcadmin/rights.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin {

namespace {

constexpr auto company = EnterpriseNumber::from_stored(777'999'980);
constexpr std::string_view vouchers = "dienstencheques-erkende-onderneming";

struct DemoSite {
    std::string_view number;
    std::string_view name;
};

// The branches as the deck lists them; most of their check digits do not fit, and they are kept so.
constexpr std::array sites{
    DemoSite{"980000611888", "Aalst"},     DemoSite{"980000159357", "Antwerpen"},
    DemoSite{"980000128745", "Brugge"},    DemoSite{"980000321951", "Hasselt"},
    DemoSite{"980000854967", "Mechelen"},  DemoSite{"980000258456", "Leuven"},
    DemoSite{"980000236874", "Roeselare"}, DemoSite{"980000123456", "Een vestiging"},
};

struct DemoPerson {
    std::uint64_t number;
    std::string_view first_name;
    std::string_view last_name;
    std::string_view email;
};

// The deck has no numbers for them; these fit their dates of birth and are nobody's.
constexpr DemoPerson anna{90'073'100'237, "Anna", "Peeters", "anna.peeters@example.be"};
constexpr DemoPerson arthur{92'110'400'145, "Arthur", "Janssens", "arthur.janssens@example.be"};
constexpr DemoPerson frank{82'010'800'331, "Frank", "Vandevelde", "frank.vandevelde@example.be"};
constexpr DemoPerson lucas{93'051'822'361, "Lucas", "Maes", "lucas.maes@example.be"};
constexpr std::array persons{anna, arthur, frank, lucas};

struct DemoRight {
    std::string_view code;
    std::string_view title;
};

// The rights in the deck's list, with its spelling.
constexpr std::array rights{
    DemoRight{"anb-eloket-fauna-en-flora-gebruiker", "ANB eLoket Fauna en Flora Gebruiker"},
    DemoRight{"anb-eloket-kapmachtiging-gebruiker", "ANB eLoket Kapmachtiging Gebruiker"},
    DemoRight{"anb-eloket-openbaar-onderzoek-gebruiker", "ANB eloket Openbaar Onderzoek gebruiker"},
    DemoRight{"anb-eloket-subsidies-gebruiker", "ANB eLoket Subsidies Gebruiker"},
    DemoRight{"anb-eloket-verkenningnota-gebruiker", "ANB eLoket Verkenningnota Gebruiker"},
    DemoRight{"anb-passende-beoordeling-gebruiker", "ANB Passende Beoordeling Gebruiker"},
    DemoRight{"antwerps-gebruikersbeheer", "Antwerps Gebruikersbeheer"},
    DemoRight{"asbestinventaris-gebruiker", "Asbestinventaris Gebruiker"},
    DemoRight{"burgerprofiel-gastwebsite-gebruiker", "Burgerprofiel Gastwebsite Gebruiker"},
    DemoRight{"cjm-kavo-vereniging-gebruiker", "CJM KAVO Vereniging Gebruiker"},
    DemoRight{"cultuur-jeugd-media-aanvrager", "Cultuur, Jeugd, Media - aanvrager"},
    DemoRight{"dah-gebruiker", "DAH Gebruiker"},
    DemoRight{vouchers, "Dienstencheques voor Erkende Ondernemingen"},
    DemoRight{"digipolis-gent-poc-gebruiker", "Digipolis Gent POC Gebruiker"},
};

PersonRef ref(const DemoPerson& person) {
    return NationalNumber::from_stored(person.number);
}

Date first_day() {
    return Date::of(2020, 10, 2);
}

Date last_day() {
    return Date::of(2030, 10, 2);
}

void add_company(const Env& env) {
    Organisations organisations(env);
    organisations.add(
        {.number = company, .name = "Mijn Bedrijf", .parent = {}, .language = Language::nl});
    for (const DemoSite& site : sites) {
        organisations.add_site({.org = company,
                                .number = SiteNumber::parse(site.number),
                                .name = std::string(site.name)});
    }
}

void add_rights(const Env& env) {
    Rights catalogue(env);
    for (const DemoRight& right : rights) {
        const bool has_sites = right.code == vouchers;
        catalogue.add({.code = RightCode::parse(right.code),
                       .title_nl = std::string(right.title),
                       .title_fr = {},
                       .title_en = {},
                       .audiences = {Audience::ea},
                       .context = has_sites ? ContextKind::site : ContextKind::none,
                       .roles = {},
                       .max_term = Term::of(4, Term::Unit::year),
                       .default_term = {},
                       .min_level = {}});
    }
}

void add_person(const Env& env, const DemoPerson& person) {
    const auto email = EmailAddress::parse(person.email);
    const auto phone = PhoneNumber::parse("+3212345678");
    Persons all(env);
    all.add({.number = NationalNumber::from_stored(person.number),
             .first_name = std::string(person.first_name),
             .last_name = std::string(person.last_name),
             .email = email,
             .phone = phone,
             .language = Language::nl});
    all.add_relation({.person = ref(person),
                      .org = company,
                      .audience = Audience::ea,
                      .category = Category::permanent,
                      .email = email,
                      .phone = phone,
                      .from = first_day(),
                      .until = last_day(),
                      .reason = "Nieuwe medewerker"});
}

void add_grants(const Env& env) {
    Rights all(env);
    const auto right = RightCode::parse(vouchers);
    all.grant({.person = ref(lucas),
               .org = company,
               .right = right,
               .contexts = {SiteNumber::parse("980000123456")},
               .from = first_day(),
               .until = Date::of(2024, 10, 2),
               .reason = "Beheerder dienstencheques"});
    // Without dates, so that a live grant answers for it whenever the example is loaded again.
    if (env.clock.today() > last_day()) return;
    all.grant({.person = ref(anna),
               .org = company,
               .right = right,
               .contexts = {SiteNumber::parse("980000611888")},
               .from = {},
               .until = {},
               .reason = "Beheerder dienstencheques"});
}

}  // namespace

void load_demo(const Env& env) {
    add_company(env);
    add_rights(env);
    for (const DemoPerson& person : persons) add_person(env, person);
    add_grants(env);
}

}  // namespace dcadmin
