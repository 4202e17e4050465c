// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/health.h>

#include "base/module_file.h"
#include "card/card.h"
#include "codes/codes.h"
#include "health/health_sql.h"
#include "jose/crypto.h"
#include "network/http.h"
#include "network/mail.h"
#include "store/modules.h"

#include <dcadmin/error.h>

namespace dcadmin::health {

namespace {

template <class Load>
Module module_of(std::string name, std::string what_for, const Load& load) {
    Module module{.name = std::move(name), .what_for = std::move(what_for)};
    try {
        load();
    } catch (const Error& error) {
        module.problem = error.message();
        module.remedy = error.hint();
    }
    return module;
}

template <class T>
auto loading(const char* name, const char* entry) {
    return [=] { static_cast<void>(base::load_module<T>(name, entry, "the module")); };
}

}  // namespace

std::vector<Module> modules() {
    std::vector<Module> all;
    all.push_back(module_of("network", say("mail, SMS, OpenID and registers over HTTPS"),
                            loading<network::NetworkModule>("network", network::network_entry)));
    all.push_back(module_of("codes", say("one-time codes"),
                            loading<codes::CodesModule>("codes", codes::codes_entry)));
    all.push_back(module_of("card", say("identity cards"),
                            loading<card::CardModule>("card", card::card_entry)));
    all.push_back(module_of("jose", say("signed assertions"),
                            loading<jose::JoseModule>("jose", jose::jose_entry)));
    all.push_back(module_of("postgres", say("a store on a PostgreSQL server"),
                            [] { static_cast<void>(store::load_driver("postgres")); }));
    return all;
}

StoreState look_at(const Store& store, std::uint64_t most_bytes) {
    StoreState state;
    state.newest_change = newest_change(store.db());
    if (Store::on_server(store.url()) || store.db().bytes() > most_bytes) return state;
    state.damage = damaged_pages(store.db());
    state.looked_through = true;
    return state;
}

std::string relay_problem(const MailRelay& relay) {
    const auto answer = network::open_mail({.url = relay.url,
                                            .user = relay.user,
                                            .password = relay.password,
                                            .ca_file = relay.ca_file,
                                            .connect_ms = relay.connect_ms,
                                            .total_ms = relay.connect_ms})
                            ->greet();
    return answer.end == network::MailEnd::taken ? "" : answer.said;
}

std::vector<Authority> authorities_in(const std::string& file) {
    std::vector<Authority> all;
    for (const auto& found : card::certificates_in(file)) {
        all.push_back({found.name, Timestamp::from_seconds(found.until)});
    }
    return all;
}

}  // namespace dcadmin::health
