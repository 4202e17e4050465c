// SPDX-License-Identifier: Apache-2.0
#include "outbox/customer_phrases.h"

namespace dcadmin::outbox {

namespace {

const CustomerPhrases nl{
    .validated = {{"Een prestatie wacht op uw antwoord",
                   "{count} prestaties wachten op uw antwoord"},
                  {"{organisation} heeft deze prestatie gevalideerd:",
                   "{organisation} heeft deze prestaties gevalideerd:"}},
    .modified = {{"Een prestatie is gewijzigd", "{count} prestaties zijn gewijzigd"},
                 {"{organisation} heeft een prestatie gewijzigd. Ze is nu:",
                  "{organisation} heeft prestaties gewijzigd. Ze zijn nu:"}},
    .cancelled = {{"Een prestatie is geannuleerd", "{count} prestaties zijn geannuleerd"},
                  {"{organisation} heeft deze prestatie geannuleerd; u betaalt er niets voor:",
                   "{organisation} heeft deze prestaties geannuleerd; u betaalt er niets voor:"}},
    .changed = {{"Er is iets veranderd aan een prestatie",
                 "Er is iets veranderd aan {count} prestaties"},
                {"Bij {organisation} is deze prestatie veranderd:",
                 "Bij {organisation} zijn deze prestaties veranderd:"}},
    .service = {"{day}: {hours} uur", "{day}: {hours} uren"},
    .by = "door {worker}",
    .answer_by = "antwoord tot en met {until}",
    .silence =
        "U kunt bevestigen of betwisten. Na de dag die erbij staat is een prestatie zonder "
        "antwoord bevestigd, en kan ze niet meer betwist worden.",
    .no_silence =
        "U kunt bevestigen of betwisten. Waar geen dag bij staat, wordt zonder uw "
        "antwoord niets bevestigd.",
    .done = "Dit gebeurde op {at}. Hebt u vragen, neem dan contact op met de onderneming.",
    .digest = "{count} berichten over uw prestaties"};

const CustomerPhrases fr{
    .validated = {{"Une prestation attend votre réponse",
                   "{count} prestations attendent votre réponse"},
                  {"{organisation} a validé cette prestation :",
                   "{organisation} a validé ces prestations :"}},
    .modified = {{"Une prestation a été modifiée", "{count} prestations ont été modifiées"},
                 {"{organisation} a modifié une prestation. Elle est maintenant :",
                  "{organisation} a modifié des prestations. Elles sont maintenant :"}},
    .cancelled = {{"Une prestation a été annulée", "{count} prestations ont été annulées"},
                  {"{organisation} a annulé cette prestation ; vous ne payez rien pour elle :",
                   "{organisation} a annulé ces prestations ; vous ne payez rien pour elles :"}},
    .changed = {{"Une prestation a changé", "{count} prestations ont changé"},
                {"Chez {organisation}, cette prestation a changé :",
                 "Chez {organisation}, ces prestations ont changé :"}},
    .service = {"{day} : {hours} heure", "{day} : {hours} heures"},
    .by = "par {worker}",
    .answer_by = "réponse jusqu'au {until} inclus",
    .silence =
        "Vous pouvez confirmer ou contester. Après le jour indiqué, une prestation sans "
        "réponse est confirmée et ne peut plus être contestée.",
    .no_silence =
        "Vous pouvez confirmer ou contester. Là où aucun jour n'est indiqué, rien n'est "
        "confirmé sans votre réponse.",
    .done = "Ceci a été fait le {at}. Pour toute question, adressez-vous à l'entreprise.",
    .digest = "{count} messages sur vos prestations"};

const CustomerPhrases de{
    .validated = {{"Eine Leistung wartet auf Ihre Antwort",
                   "{count} Leistungen warten auf Ihre Antwort"},
                  {"{organisation} hat diese Leistung validiert:",
                   "{organisation} hat diese Leistungen validiert:"}},
    .modified = {{"Eine Leistung wurde geändert", "{count} Leistungen wurden geändert"},
                 {"{organisation} hat eine Leistung geändert. Sie ist nun:",
                  "{organisation} hat Leistungen geändert. Sie sind nun:"}},
    .cancelled = {{"Eine Leistung wurde annulliert", "{count} Leistungen wurden annulliert"},
                  {"{organisation} hat diese Leistung annulliert; Sie zahlen nichts dafür:",
                   "{organisation} hat diese Leistungen annulliert; Sie zahlen nichts dafür:"}},
    .changed = {{"Eine Leistung hat sich geändert", "{count} Leistungen haben sich geändert"},
                {"Bei {organisation} hat sich diese Leistung geändert:",
                 "Bei {organisation} haben sich diese Leistungen geändert:"}},
    .service = {"{day}: {hours} Stunde", "{day}: {hours} Stunden"},
    .by = "durch {worker}",
    .answer_by = "Antwort bis zum {until} einschließlich",
    .silence =
        "Sie können bestätigen oder beanstanden. Nach dem genannten Tag ist eine Leistung "
        "ohne Antwort bestätigt und kann nicht mehr beanstandet werden.",
    .no_silence =
        "Sie können bestätigen oder beanstanden. Wo kein Tag steht, wird ohne Ihre "
        "Antwort nichts bestätigt.",
    .done = "Dies geschah am {at}. Bei Fragen wenden Sie sich an das Unternehmen.",
    .digest = "{count} Mitteilungen zu Ihren Leistungen"};

const CustomerPhrases en{
    .validated = {{"A service waits for your answer", "{count} services wait for your answer"},
                  {"{organisation} validated this service:",
                   "{organisation} validated these services:"}},
    .modified = {{"A service was changed", "{count} services were changed"},
                 {"{organisation} changed a service. It is now:",
                  "{organisation} changed services. They are now:"}},
    .cancelled = {{"A service was cancelled", "{count} services were cancelled"},
                  {"{organisation} cancelled this service; you pay nothing for it:",
                   "{organisation} cancelled these services; you pay nothing for them:"}},
    .changed = {{"Something changed about a service", "Something changed about {count} services"},
                {"At {organisation} this service changed:",
                 "At {organisation} these services changed:"}},
    .service = {"{day}: {hours} hour", "{day}: {hours} hours"},
    .by = "by {worker}",
    .answer_by = "answer until {until}",
    .silence =
        "You can confirm or dispute. After the day that is given a service without an "
        "answer is confirmed, and can no longer be disputed.",
    .no_silence =
        "You can confirm or dispute. Where no day is given, nothing is confirmed without "
        "your answer.",
    .done = "This was done on {at}. If you have questions, turn to the company.",
    .digest = "{count} notices about your services"};

}  // namespace

const CustomerPhrases& customer_phrases_of(Language language) {
    switch (language) {
        case Language::nl: return outbox::nl;
        case Language::fr: return outbox::fr;
        case Language::de: return outbox::de;
        case Language::en: return outbox::en;
    }
    return outbox::nl;
}

}  // namespace dcadmin::outbox
