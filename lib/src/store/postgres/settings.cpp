// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/settings.h"

#include "store/postgres/answers.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <memory>

namespace dcadmin::store::postgres {

namespace {

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, FreeOptions>;

// What holds where neither the address, nor a service, nor libpq's own environment says otherwise:
// a server that vanished without a word is noticed within about a minute.
constexpr auto usual = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"connect_timeout", "10"},
    {"keepalives_idle", "30"},
    {"keepalives_interval", "10"},
    {"keepalives_count", "3"},
    {"tcp_user_timeout", "60000"},
});

[[noreturn]] void refuse_secret() {
    throw Error(Kind::usage, "a store address must not contain a password",
                "keep it in a password file of mode 0600, or let a command say it, and leave it "
                "out of the address",
                "store");
}

Options parsed(const std::string& url) {
    char* said = nullptr;
    Options options(PQconninfoParse(url.c_str(), &said));
    const std::unique_ptr<char, void (*)(void*)> freed(said, PQfreemem);
    if (options) return options;
    throw Error(Kind::usage,
                say("the store address cannot be read: {}",
                    one_line(said != nullptr ? said : "out of memory")),
                "write postgresql://USER@HOST/DATABASE, for instance "
                "postgresql://dcadmin@db.example.be/dcadmin?sslmode=verify-full",
                "store");
}

// What libpq takes from its environment; a value that is only its own default does not count.
bool said_elsewhere(const PQconninfoOption* defaults, std::string_view name) {
    for (const auto* option = defaults; option != nullptr && option->keyword != nullptr; ++option) {
        if (name != option->keyword) continue;
        return option->val != nullptr &&
               (option->compiled == nullptr || std::string_view(option->val) != option->compiled);
    }
    return false;
}

}  // namespace

std::vector<const char*> Settings::names() const {
    std::vector<const char*> all;
    all.reserve(values.size() + 1);
    for (const auto& [name, value] : values) all.push_back(name.c_str());
    all.push_back(nullptr);
    return all;
}

std::vector<const char*> Settings::texts() const {
    std::vector<const char*> all;
    all.reserve(values.size() + 1);
    for (const auto& [name, value] : values) all.push_back(value.c_str());
    all.push_back(nullptr);
    return all;
}

bool Settings::has(std::string_view name) const {
    return std::any_of(values.begin(), values.end(),
                       [name](const auto& one) { return one.first == name; });
}

void Settings::set(std::string_view name, std::string_view value) {
    std::erase_if(values, [name](const auto& one) { return one.first == name; });
    values.emplace_back(name, value);
}

Settings settings_of(const OpenRequest& request) {
    const Options options = parsed(request.url);
    Settings settings;
    for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr || *option->val == '\0') continue;
        const std::string_view name = option->keyword;
        if (name == "password" || name == "sslpassword") refuse_secret();
        settings.set(name, option->val);
    }
    const Options defaults(PQconndefaults());
    // A service file may say any of these, and what stands here would go before it.
    const bool service = settings.has("service") || said_elsewhere(defaults.get(), "service");
    for (const auto& [name, value] : usual) {
        if (!service && !settings.has(name) && !said_elsewhere(defaults.get(), name)) {
            settings.set(name, value);
        }
    }
    const std::string_view attributes = "target_session_attrs";
    if (request.how != Opening::read && !service && !settings.has(attributes) &&
        !said_elsewhere(defaults.get(), attributes)) {
        settings.set(attributes, "read-write");
    }
    settings.set("client_encoding", "UTF8");
    settings.set("fallback_application_name", "dcadmin");
    if (!request.password.empty()) settings.set("password", request.password);
    return settings;
}

}  // namespace dcadmin::store::postgres
