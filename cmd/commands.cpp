// SPDX-License-Identifier: Apache-2.0
#include "commands.h"

#include "access/commands.h"
#include "audit/commands.h"
#include "chief/commands.h"
#include "cochief/commands.h"
#include "completion/commands.h"
#include "config/commands.h"
#include "domain/commands.h"
#include "grant/commands.h"
#include "help/commands.h"
#include "manager/commands.h"
#include "notice/commands.h"
#include "number/commands.h"
#include "org/commands.h"
#include "person/commands.h"
#include "profile/commands.h"
#include "relation/commands.h"
#include "right/commands.h"
#include "site/commands.h"
#include "store/commands.h"
#include "version/commands.h"

#include <array>

namespace dcadmin::commands {
namespace {

constexpr std::array known_nouns = std::to_array<Noun>({
    {"store", "the database behind everything (gegevensbank)", "gegevensbank"},
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
    {"access", "who may act for whom now (toegang)", "toegang"},
    {"notice", "what persons are told about changes (berichten)", "bericht"},
    {"audit", "the log of all changes (logboek)", "logboek"},
    {"number", "national, enterprise, establishment and affiliation numbers (nummers)", "nummer"},
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
    {"store", "copy", store_copy},
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
    {"relation", "add", relation_add},
    {"relation", "list", relation_list},
    {"relation", "show", relation_show},
    {"relation", "extend", relation_extend},
    {"relation", "end", relation_end},
    {"right", "add", right_add},
    {"right", "list", right_list},
    {"right", "search", right_search},
    {"right", "show", right_show},
    {"right", "update", right_update},
    {"grant", "add", grant_add},
    {"grant", "revoke", grant_revoke},
    {"grant", "extend", grant_extend},
    {"grant", "list", grant_list},
    {"grant", "show", grant_show},
    {"grant", "explain", grant_explain},
    {"grant", "export", grant_export},
    {"access", "check", access_check},
    {"notice", "list", notice_list},
    {"notice", "show", notice_show},
    {"audit", "list", audit_list},
    {"audit", "verify", audit_verify},
    {"audit", "export", audit_export},
    {"audit", "checkpoint", audit_checkpoint},
    {"number", "check", number_check},
    {"completion", "", completion},
    {"help", "", help},
    {"version", "", version},
});

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
    return command;
}

}  // namespace dcadmin::commands
