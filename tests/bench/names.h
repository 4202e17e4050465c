// SPDX-License-Identifier: Apache-2.0
// The words that sample registers are made of: common Belgian names, with the accents that make
// sorting and searching worth testing, and invented companies.
#pragma once

namespace sample::words {

inline constexpr const char* first_names_nl[] = {
    "Marie", "Jan",   "Lotte", "Pieter",   "Sofie",   "Emma",  "Noah",   "Zoë",  "Arthur", "Käthe",
    "Lucas", "Mila",  "Thijs", "Anaïs",    "Joris",   "Femke", "Jürgen", "Inès", "Wouter", "Griet",
    "Bart",  "Hilde", "Koen",  "Liesbeth", "Maarten", "Nele",  "Stijn",  "Tine", "Ruben",  "Aïsha"};
inline constexpr const char* first_names_fr[] = {
    "Chloé", "Jérôme", "Hélène",  "Benoît",  "Élise",    "François", "Amélie",
    "Loïc",  "Océane", "Mathieu", "Gaëlle",  "Rémy",     "Noémie",   "Thérèse",
    "André", "Célia",  "Hugo",    "Aurélie", "Jean-Luc", "Marie-Ève"};
inline constexpr const char* last_names[] = {
    "Peeters",  "Janssens",  "Maes",      "Jacobs",   "Mertens",   "Willems",
    "Claes",    "Goossens",  "Wouters",   "De Smet",  "Dubois",    "Lambert",
    "Dupont",   "Martin",    "Lefèvre",   "Müller",   "Weber",     "Van den Berg",
    "D'Hondt",  "Gérard",    "Noël",      "Desmet",   "Hermans",   "Aerts",
    "Michiels", "Verhaegen", "François",  "Bogaerts", "El Amrani", "Yılmaz",
    "Nowak",    "Delvaux",   "Van Damme", "Stevens",  "Léonard",   "Vandevelde"};

inline constexpr const char* trades_nl[] = {"Poetshulp", "Strijkatelier", "Huishoudhulp",
                                            "Netjes Thuis", "Schoon & Fris"};
inline constexpr const char* trades_fr[] = {"Aide-ménagère", "Titres-services",
                                            "Atelier de repassage", "Maison nette"};
inline constexpr const char* forms_nl[] = {" BV", " NV", " VZW", " CV"};
inline constexpr const char* forms_fr[] = {" SRL", " SA", " ASBL"};
inline constexpr const char* places[] = {
    "Aalst",    "Antwerpen", "Brugge", "Hasselt",  "Mechelen",  "Leuven", "Roeselare", "Gent",
    "Kortrijk", "Liège",     "Namur",  "Mons",     "Charleroi", "Wavre",  "Tournai",   "Eupen",
    "Genk",     "Oostende",  "Geel",   "Turnhout", "Ixelles",   "Halle",  "Durbuy",    "Ath"};

struct Phrase {
    const char* code;
    const char* nl;
    const char* fr;
    const char* en;
};
inline constexpr Phrase services[] = {
    {"dienstencheques", "Dienstencheques", "Titres-services", "Service vouchers"},
    {"afgiften", "Afgiften", "Remises", "Issuances"},
    {"prestaties", "Prestaties", "Prestations", "Services"},
    {"werknemers", "Werknemers", "Travailleurs", "Workers"},
    {"ophalingen", "Ophalingen", "Enlèvements", "Pickups"},
    {"terugbetalingen", "Terugbetalingen", "Remboursements", "Refunds"},
    {"opleidingen", "Opleidingen", "Formations", "Training"},
    {"subsidies", "Subsidies", "Subventions", "Subsidies"},
    {"erkenning", "Erkenning", "Agrément", "Recognition"},
    {"statistiek", "Statistiek", "Statistiques", "Statistics"}};
inline constexpr Phrase tasks[] = {{"raadplegen", "raadplegen", "consulter", "view"},
                                   {"beheren", "beheren", "gérer", "manage"},
                                   {"indienen", "indienen", "introduire", "submit"},
                                   {"ondertekenen", "ondertekenen", "signer", "sign"}};

/// Cells as they stand in a file: what needs quotes has them.
inline constexpr const char* reasons[] = {"new colleague",
                                          "replacement during leave",
                                          "yearly review",
                                          "\"merger of branches, see minutes\"",
                                          "\"asked for by the \"\"zaakvoerder\"\"\"",
                                          "payroll desk",
                                          "vervanging bij ziekte",
                                          "nouvelle collègue",
                                          "desk move",
                                          "promoted"};

}  // namespace sample::words
