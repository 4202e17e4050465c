// SPDX-License-Identifier: Apache-2.0
#include "commands.h"

#include "access/commands.h"
#include "administrator/commands.h"
#include "app/commands.h"
#include "apply/commands.h"
#include "audit/commands.h"
#include "calendar/commands.h"
#include "chief/commands.h"
#include "company/commands.h"
#include "completion/commands.h"
#include "config/commands.h"
#include "contact/commands.h"
#include "contract/commands.h"
#include "customer/commands.h"
#include "config/commands.h"
#include "doctor/commands.h"
#include "domain/commands.h"
#include "expiring/commands.h"
#include "grant/commands.h"
#include "help/commands.h"
#include "issuance/commands.h"
#include "news/commands.h"
#include "notice/commands.h"
#include "number/commands.h"
#include "org/commands.h"
#include "paper/commands.h"
#include "person/commands.h"
#include "pickup/commands.h"
#include "plan/commands.h"
#include "policy/commands.h"
#include "profile/commands.h"
#include "refund/commands.h"
#include "register/commands.h"
#include "relation/commands.h"
#include "report/commands.h"
#include "review/commands.h"
#include "right/commands.h"
#include "service/commands.h"
#include "sign_in/commands.h"
#include "signing/commands.h"
#include "site/commands.h"
#include "staff/commands.h"
#include "store/commands.h"
#include "subsidiary/commands.h"
#include "tariff/commands.h"
#include "task/commands.h"
#include "term/commands.h"
#include "version/commands.h"
#include "voucher/commands.h"
#include "worker/commands.h"

#include <dcadmin/base/say.h>

#include <array>

namespace dcadmin::commands {
namespace {

constexpr std::array known_nouns = std::to_array<Noun>({
    {"store", "the database behind everything (gegevensbank)", "gegevensbank"},
    {"policy", "what binds everyone on the store (beleid)", "beleid"},
    {"config", "the settings of this user (instellingen)", "instelling"},
    {"profile", "named sets of settings (profielen)", "profiel"},
    {"org", "organisations (organisaties)", "organisatie"},
    {"site", "sites of organisations (vestigingen)", "vestiging"},
    {"chief", "chief access administrators (hoofdtoegangsbeheerders)", "hoofdtoegangsbeheerder"},
    {"cochief", "co-chiefs (co-hoofdtoegangsbeheerders)", "co-hoofdtoegangsbeheerder"},
    {"manager", "managers of domains or sites (toegangsbeheerders)", "toegangsbeheerder"},
    {"domain", "groups of applications (domeinen)", "domein"},
    {"person", "persons (personen)", "persoon"},
    {"relation", "working relations of persons with organisations (werkrelaties)", "werkrelatie"},
    {"right", "the catalogue of rights (gebruikersrechten)", "recht"},
    {"grant", "rights granted to persons (toekenningen)", "toekenning"},
    {"plan", "what a run would do, kept in a file (plannen)", "plannen"},
    {"apply", "do what a plan says (uitvoeren)", "uitvoeren"},
    {"review", "recertification: which grants stay (herbevestiging)", "herbevestiging"},
    {"access", "who may act for whom now (toegang)", "toegang"},
    {"auth", "sign-in: who you are and for whom you act (aanmelden)", "aanmelden"},
    {"key", "digital keys of persons (digitale sleutels)", "sleutel"},
    {"account", "service accounts of programs (dienstaccounts)", "dienstaccount"},
    {"staff", "who works for the issuer (medewerkers van de uitgever)", "medewerker"},
    {"app", "applications that rights open (toepassingen)", "toepassing"},
    {"signing", "keys that sign assertions (ondertekensleutels)", "ondertekensleutel"},
    {"task", "what waits for an administrator (taken)", "taak"},
    {"expiring", "what ends soon (vervaldagen)", "vervaldag"},
    {"report", "the state of an organisation as a page (overzicht)", "overzicht"},
    {"news", "news of the home page (nieuws)", "nieuws"},
    {"notice", "what persons are told about changes (berichten)", "bericht"},
    {"company", "accredited companies (erkende ondernemingen)", "onderneming"},
    {"worker", "workers who perform services (werknemers)", "werknemer"},
    {"contract", "contracts of workers (contracten)", "arbeidsovereenkomst"},
    {"service", "electronic services (prestaties)", "prestatie"},
    {"paper", "paper vouchers (papieren dienstencheques)", "cheque"},
    {"customer", "customers of companies (gebruikers)", "gebruiker"},
    {"voucher", "electronic vouchers of customers (elektronische dienstencheques)",
     "dienstencheque"},
    {"issuance", "vouchers that are handed in (afgiften)", "afgifte"},
    {"refund", "what is paid for issuances (terugbetalingen)", "terugbetaling"},
    {"pickup", "pickups of paper vouchers (ophalingen)", "ophaling"},
    {"subsidiary", "subsidiaries of companies (dochterondernemingen)", "dochteronderneming"},
    {"contact", "contact persons of companies (contactpersonen)", "contactpersoon"},
    {"calendar", "holidays, closing days and terms (kalender)", "kalender"},
    {"term", "how long what takes in the secure zone (termijnen)", "termijn"},
    {"tariff", "amounts of the secure zone (tarieven)", "tarief"},
    {"audit", "the log of all changes (logboek)", "logboek"},
    {"register", "what registers outside say (Kruispuntbank, Rijksregister)", "kruispuntbank"},
    {"number", "national, enterprise, establishment and affiliation numbers (nummers)", "nummer"},
    {"doctor", "what is wrong with this installation (nazicht)", "nazicht"},
    {"completion", "words completed by the shell (aanvullen)", "aanvullen"},
    {"help", "explain the program, a topic or a command (hulp)", "hulp"},
    {"version", "the version of the program (versie)", "versie"},
});

constexpr std::array rows = std::to_array<Entry>({
    {"store", "init", store_init},
    {"store", "status", store_status},
    {"store", "migrate", store_migrate},
    {"store", "check", store_check},
    {"store", "backup", store_backup},
    {"store", "compact", store_compact},
    {"store", "reopen", store_reopen},
    {"store", "copy", store_copy},
    {"policy", "get", policy_get},
    {"policy", "set", policy_set},
    {"policy", "list", policy_list},
    {"config", "get", config_get},
    {"config", "set", config_set},
    {"config", "list", config_list},
    {"config", "path", config_path},
    {"profile", "list", profile_list},
    {"profile", "add", profile_add},
    {"profile", "use", profile_use},
    {"profile", "remove", profile_remove},
    {"org", "add", org_add},
    {"org", "list", org_list},
    {"org", "show", org_show},
    {"org", "use", org_use},
    {"site", "add", site_add},
    {"site", "list", site_list},
    {"site", "show", site_show},
    {"chief", "designate", chief_designate},
    {"chief", "show", chief_show},
    {"chief", "history", chief_history},
    {"chief", "end", chief_end},
    {"chief", "request", chief_request},
    {"chief", "requests", chief_requests},
    {"chief", "approve", chief_approve},
    {"chief", "refuse", chief_refuse},
    {"cochief", "add", cochief_add},
    {"cochief", "remove", cochief_remove},
    {"cochief", "list", cochief_list},
    {"manager", "add", manager_add},
    {"manager", "remove", manager_remove},
    {"manager", "list", manager_list},
    {"domain", "list", domain_list},
    {"domain", "show", domain_show},
    {"domain", "add", domain_add},
    {"person", "add", person_add},
    {"person", "find", person_find},
    {"person", "list", person_list},
    {"person", "show", person_show},
    {"person", "update", person_update},
    {"person", "compare", person_compare},
    {"person", "leave", person_leave},
    {"person", "erase", person_erase},
    {"relation", "add", relation_add},
    {"relation", "list", relation_list},
    {"relation", "show", relation_show},
    {"relation", "extend", relation_extend},
    {"relation", "end", relation_end},
    {"relation", "update", relation_update},
    {"relation", "request", relation_request},
    {"right", "add", right_add},
    {"right", "list", right_list},
    {"right", "search", right_search},
    {"right", "show", right_show},
    {"right", "update", right_update},
    {"right", "request", right_request},
    {"grant", "add", grant_add},
    {"grant", "revoke", grant_revoke},
    {"grant", "extend", grant_extend},
    {"grant", "list", grant_list},
    {"grant", "show", grant_show},
    {"grant", "explain", grant_explain},
    {"grant", "export", grant_export},
    {"grant", "orphans", grant_orphans},
    {"plan", "show", plan_show},
    {"plan", "check", plan_check},
    {"plan", "invert", plan_invert},
    {"apply", "", apply},
    {"review", "start", review_start},
    {"review", "list", review_list},
    {"review", "status", review_status},
    {"review", "export", review_export},
    {"review", "import", review_import},
    {"review", "close", review_close},
    {"access", "check", access_check},
    {"auth", "login", auth_login},
    {"auth", "status", auth_status},
    {"auth", "switch", auth_switch},
    {"auth", "logout", auth_logout},
    {"auth", "token", auth_token},
    {"key", "list", key_list},
    {"key", "kinds", key_kinds},
    {"key", "activate", key_activate},
    {"key", "import", key_import},
    {"key", "check", key_check},
    {"key", "retire", key_retire},
    {"account", "add", account_add},
    {"account", "list", account_list},
    {"account", "rotate", account_rotate},
    {"account", "retire", account_retire},
    {"staff", "add", staff_add},
    {"staff", "remove", staff_remove},
    {"staff", "list", staff_list},
    {"auth", "assert", auth_assert},
    {"app", "add", app_add},
    {"app", "list", app_list},
    {"app", "show", app_show},
    {"signing", "create", signing_create},
    {"signing", "rotate", signing_rotate},
    {"signing", "list", signing_list},
    {"signing", "export", signing_export},
    {"task", "list", task_list},
    {"task", "show", task_show},
    {"task", "accept", task_accept},
    {"task", "refuse", task_refuse},
    {"task", "done", task_done},
    {"expiring", "", expiring},
    {"report", "", report},
    {"news", "list", news_list},
    {"news", "show", news_show},
    {"company", "show", company_show},
    {"company", "update", company_update},
    {"worker", "list", worker_list},
    {"worker", "show", worker_show},
    {"worker", "add", worker_add},
    {"worker", "update", worker_update},
    {"worker", "activate", worker_activate},
    {"worker", "deactivate", worker_deactivate},
    {"worker", "reset-password", worker_reset_password},
    {"contract", "add", contract_add},
    {"contract", "list", contract_list},
    {"contract", "end", contract_end},
    {"service", "list", service_list},
    {"service", "show", service_show},
    {"service", "history", service_history},
    {"service", "validate", service_validate},
    {"service", "update", service_update},
    {"service", "cancel", service_cancel},
    {"service", "comment", service_comment},
    {"service", "confirm", service_confirm},
    {"service", "dispute", service_dispute},
    {"service", "advance", service_advance},
    {"paper", "receive", paper_receive},
    {"paper", "announce", paper_announce},
    {"paper", "read", paper_read},
    {"paper", "list", paper_list},
    {"paper", "correct", paper_correct},
    {"paper", "withdraw", paper_withdraw},
    {"paper", "claim", paper_claim},
    {"paper", "advance", paper_advance},
    {"customer", "list", customer_list},
    {"customer", "show", customer_show},
    {"customer", "add", customer_add},
    {"customer", "import", customer_import},
    {"customer", "update", customer_update},
    {"customer", "activate", customer_activate},
    {"customer", "deactivate", customer_deactivate},
    {"customer", "erase", customer_erase},
    {"voucher", "order", voucher_order},
    {"voucher", "list", voucher_list},
    {"voucher", "wallet", voucher_wallet},
    {"service", "register", service_register},
    {"service", "import", service_import},
    {"issuance", "create", issuance_create},
    {"issuance", "submit", issuance_submit},
    {"issuance", "cancel", issuance_cancel},
    {"issuance", "receive", issuance_receive},
    {"issuance", "list", issuance_list},
    {"issuance", "show", issuance_show},
    {"issuance", "expired", issuance_expired},
    {"issuance", "auto set", issuance_auto_set},
    {"issuance", "auto show", issuance_auto_show},
    {"issuance", "auto off", issuance_auto_off},
    {"issuance", "run", issuance_run},
    {"issuance", "status", issuance_status},
    {"refund", "list", refund_list},
    {"refund", "show", refund_show},
    {"refund", "blocked", refund_blocked},
    {"refund", "block", refund_block},
    {"refund", "release", refund_release},
    {"refund", "price", refund_price},
    {"refund", "pay", refund_pay},
    {"pickup", "request", pickup_request},
    {"pickup", "list", pickup_list},
    {"pickup", "cancel", pickup_cancel},
    {"pickup", "postpone", pickup_postpone},
    {"pickup", "recur set", pickup_recur_set},
    {"pickup", "recur show", pickup_recur_show},
    {"pickup", "recur off", pickup_recur_off},
    {"pickup", "recur run", pickup_recur_run},
    {"pickup", "skip", pickup_skip},
    {"pickup", "invoice", pickup_invoice},
    {"pickup", "tips", pickup_tips},
    {"subsidiary", "list", subsidiary_list},
    {"subsidiary", "deactivate", subsidiary_deactivate},
    {"contact", "list", contact_list},
    {"contact", "add", contact_add},
    {"contact", "update", contact_update},
    {"contact", "remove", contact_remove},
    {"calendar", "holidays", calendar_holidays},
    {"calendar", "close", calendar_close},
    {"calendar", "open", calendar_open},
    {"calendar", "deadline", calendar_deadline},
    {"term", "list", term_list},
    {"term", "import", term_import},
    {"tariff", "list", tariff_list},
    {"tariff", "import", tariff_import},
    {"news", "add", news_add},
    {"notice", "customers", notice_customers},
    {"notice", "list", notice_list},
    {"notice", "resend", notice_resend},
    {"notice", "send", notice_send},
    {"notice", "show", notice_show},
    {"audit", "list", audit_list},
    {"audit", "verify", audit_verify},
    {"audit", "export", audit_export},
    {"audit", "checkpoint", audit_checkpoint},
    {"register", "import", register_import},
    {"register", "status", register_status},
    {"register", "show", register_show},
    {"register", "search", register_search},
    {"register", "consultations", register_consultations},
    {"number", "check", number_check},
    {"doctor", "", doctor},
    {"completion", "", completion},
    {"help", "", help},
    {"version", "", version},
});

// What the row says to people, in the language that is spoken.
void say_texts(cli::Command& command) {
    command.summary = translated(command.summary);
    command.details = translated(command.details);
    for (auto& option : command.options) option.help = translated(option.help);
    for (auto& example : command.examples) example.what = translated(example.what);
    for (auto& field : command.fields) field.help = translated(field.help);
}

}  // namespace

std::span<const Noun> nouns() {
    return known_nouns;
}
std::span<const Entry> table() {
    return rows;
}

cli::Command make(const Entry& entry) {
    auto command = entry.make();
    command.noun = entry.noun;
    command.verb = entry.verb;
    say_texts(command);
    return command;
}

}  // namespace dcadmin::commands
