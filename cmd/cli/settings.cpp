// SPDX-License-Identifier: Apache-2.0
#include "cli/settings.h"

#include "cli/file_state.h"
#include "cli/store_password.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace dcadmin::cli {
namespace {

struct Key {
    std::string_view key;
    std::string_view variable;
};

constexpr std::string_view password_file = "store_password_file";
constexpr std::string_view password_command = "store_password_command";
constexpr std::string_view register_url = "register.person.url";
constexpr std::string_view register_token = "register.person.token_file";
constexpr std::string_view register_authority = "register.person.ca_file";
constexpr std::string_view register_keep = "register.person.keep";
constexpr auto keys = std::to_array<Key>({
    {"store", "DCADMIN_STORE"},
    {password_file, "DCADMIN_STORE_PASSWORD_FILE"},
    {password_command, "DCADMIN_STORE_PASSWORD_COMMAND"},
    {"org", "DCADMIN_ORG"},
    {"as", "DCADMIN_AS"},
    {"output", "DCADMIN_OUTPUT"},
    {"color", "DCADMIN_COLOR"},
    {"language", "DCADMIN_LANGUAGE"},
    {"lang", "DCADMIN_LANG"},
    {register_url, "DCADMIN_REGISTER_PERSON_URL"},
    {register_token, "DCADMIN_REGISTER_PERSON_TOKEN_FILE"},
    {register_authority, "DCADMIN_REGISTER_PERSON_CA_FILE"},
    {register_keep, "DCADMIN_REGISTER_PERSON_KEEP"},
    {"token_file", "DCADMIN_TOKEN_FILE"},
    {"key.seal_file", "DCADMIN_KEY_SEAL_FILE"},
    {"key.eid.module", "DCADMIN_KEY_EID_MODULE"},
    {"key.eid.token", "DCADMIN_KEY_EID_TOKEN"},
    {"key.eid.roots_file", "DCADMIN_KEY_EID_ROOTS_FILE"},
    {"key.eid.intermediates_file", "DCADMIN_KEY_EID_INTERMEDIATES_FILE"},
    {"key.eid.ocsp_url", "DCADMIN_KEY_EID_OCSP_URL"},
    {"key.eid.crl_url", "DCADMIN_KEY_EID_CRL_URL"},
    {"assert.issuer", "DCADMIN_ASSERT_ISSUER"},
    {"assert.key_file", "DCADMIN_ASSERT_KEY_FILE"},
    {"key.itsme.issuer", "DCADMIN_KEY_ITSME_ISSUER"},
    {"key.itsme.client_id", "DCADMIN_KEY_ITSME_CLIENT_ID"},
    {"key.itsme.client_secret_file", "DCADMIN_KEY_ITSME_CLIENT_SECRET_FILE"},
    {"key.itsme.client_key_file", "DCADMIN_KEY_ITSME_CLIENT_KEY_FILE"},
    {"key.itsme.client_key_id", "DCADMIN_KEY_ITSME_CLIENT_KEY_ID"},
    {"key.itsme.scope", "DCADMIN_KEY_ITSME_SCOPE"},
    {"key.itsme.acr_values", "DCADMIN_KEY_ITSME_ACR_VALUES"},
    {"key.itsme.redirect_port", "DCADMIN_KEY_ITSME_REDIRECT_PORT"},
    {"key.itsme.flow", "DCADMIN_KEY_ITSME_FLOW"},
    {"key.itsme.ca_file", "DCADMIN_KEY_ITSME_CA_FILE"},
    {"sms.url", "DCADMIN_SMS_URL"},
    {"sms.headers_file", "DCADMIN_SMS_HEADERS_FILE"},
    {"sms.body_file", "DCADMIN_SMS_BODY_FILE"},
    {"sms.ca_file", "DCADMIN_SMS_CA_FILE"},
    {"mail.url", "DCADMIN_MAIL_URL"},
    {"mail.from", "DCADMIN_MAIL_FROM"},
    {"mail.reply_to", "DCADMIN_MAIL_REPLY_TO"},
    {"mail.user", "DCADMIN_MAIL_USER"},
    {"mail.password_file", "DCADMIN_MAIL_PASSWORD_FILE"},
    {"mail.ca_file", "DCADMIN_MAIL_CA_FILE"},
});

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const auto* end = text.data() + std::min(i + 3, text.size());
        if (text[i] == '%' && std::from_chars(text.data() + i + 1, end, code, 16).ptr == end) {
            decoded.push_back(static_cast<char>(code));
            i += 2;
        } else {
            decoded.push_back(text[i]);
        }
    }
    return decoded;
}

template <class T>
T parsed(const Setting& setting, Date today = Date::from_days(0)) {
    try {
        return ArgType<T>::parse(setting.value, {.today = today, .what = setting.key});
    } catch (const Error& error) {
        throw Error(Kind::usage, say("{} (from {})", error.message(), setting.source),
                    error.hint());
    }
}

// A setting is read before anybody asks what day it is.
constexpr Date last_day = Date::from_days(2'932'896);  // 9999-12-31

// A national number that is kept in a setting is shown as any other: masked.
std::string shown_person(const std::string& value) {
    try {
        return dcadmin::shown(parse_person(text::trimmed(value), last_day));
    } catch (const Error&) {
        return text::quoted(value);
    }
}

// For how many days the answers of a register may be kept, in seconds.
std::int64_t seconds_to_keep(const Setting& setting) {
    const auto term = parsed<Term>(setting);
    if (term.unit() == Term::Unit::day) return std::int64_t{term.count()} * 86'400;
    throw Error(Kind::usage,
                say("{} is not a number of days (from {})", term.text(), setting.source),
                "write for instance 1d", std::string(register_keep));
}

// Settings are read in whatever folder somebody is: a file is kept by its whole name.
std::string kept_file(std::string_view key, const std::string& value) {
    constexpr std::string_view scheme = "sqlite:";
    if (value.empty()) return value;
    if (key.ends_with("_file")) return whole_name(value);
    if (key != "store" || !value.starts_with(scheme) || value == scheme) return value;
    return fmt::format("{}{}", scheme, whole_name(value.substr(scheme.size())));
}

}  // namespace

std::string home_path(const Environment& environment, std::string_view variable,
                      std::string_view below_home, std::string_view file) {
    // The XDG rules: a relative path in the variable is to be ignored.
    if (const auto base = environment.find(variable); base && base->starts_with('/')) {
        return fmt::format("{}/dcadmin/{}", *base, file);
    }
    const auto home = environment.find("HOME");
    return fmt::format("{}/{}/dcadmin/{}", home.value_or("."), below_home, file);
}

output::Format ArgType<output::Format>::parse(std::string_view text, const ParseContext& context) {
    return static_cast<output::Format>(choice_of<output::Format>(text, context));
}

std::string ArgType<output::Format>::shown(output::Format value) {
    return std::string(choices()[static_cast<std::size_t>(value)]);
}

Color ArgType<Color>::parse(std::string_view text, const ParseContext& context) {
    return static_cast<Color>(choice_of<Color>(text, context));
}

std::string ArgType<Color>::shown(Color value) {
    return std::string(choices()[static_cast<std::size_t>(value)]);
}

Spoken ArgType<Spoken>::parse(std::string_view text, const ParseContext& context) {
    return static_cast<Spoken>(choice_of<Spoken>(text, context));
}

std::string ArgType<Spoken>::shown(Spoken value) {
    return std::string(choices()[static_cast<std::size_t>(value)]);
}

Words setting_keys() {
    Words words;
    words.reserve(keys.size() + 1);
    for (const auto& key : keys) words.push_back(key.key);
    words.push_back("profile");
    return words;
}

std::string known_setting(std::string_view key) {
    const auto words = setting_keys();
    const auto word = text::ascii_lower(text::trimmed(key));
    if (std::find(words.begin(), words.end(), word) == words.end()) refuse_word(key, "key", words);
    return word;
}

std::string checked_setting(std::string_view key, std::string_view value) {
    const Setting setting{std::string(key), text::clean(value, key), say("the command line")};
    if (key == "org") return parsed<EnterpriseNumber>(setting).digits();
    if (key == "as") static_cast<void>(parsed<PersonRef>(setting, last_day));
    if (key == "output") return ArgType<output::Format>::shown(parsed<output::Format>(setting));
    if (key == "color") return ArgType<Color>::shown(parsed<Color>(setting));
    if (key == "language") return ArgType<Language>::shown(parsed<Language>(setting));
    if (key == "lang") return ArgType<Spoken>::shown(parsed<Spoken>(setting));
    if (key == register_url) static_cast<void>(open_person_register({.url = setting.value}));
    if (key == register_keep) static_cast<void>(seconds_to_keep(setting));
    if (key == "store") refuse_password(setting.value);
    check_mail_setting(key, setting.value);
    if (key == password_command) static_cast<void>(words_of_command(setting.value));
    return kept_file(key, setting.value);
}

void refuse_password(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return;
    const auto authority = url.substr(scheme + 3, url.find('/', scheme + 3) - scheme - 3);
    const auto at = authority.rfind('@');
    const auto user = authority.substr(0, at);
    const auto query = url.find('?');
    const bool in_user = at != std::string_view::npos && user.find(':') != std::string_view::npos;
    const bool in_query = query != std::string_view::npos &&
                          text::ascii_lower(percent_decoded(url.substr(query))).find("password=") !=
                              std::string::npos;
    if (!in_user && !in_query) return;
    throw Error(
        Kind::usage, "a store address must not contain a password",
        "leave it out of the address, and keep it in ~/.pgpass, in a file (dcadmin config set "
        "store_password_file FILE) or behind a command (store_password_command)",
        "store");
}

std::string config_path(const Environment& environment) {
    return home_path(environment, "XDG_CONFIG_HOME", ".config", "config.toml");
}

Settings::Settings(const Globals& globals, const Environment& environment)
    : globals_(globals),
      environment_(environment),
      config_(ConfigFile::read(config_path(environment))),
      system_(ConfigFile::read(environment.system_config)) {
    std::string_view asked_by;
    if (globals.profile) {
        profile_ = *globals.profile;
        asked_by = "--profile";
    } else if (const auto named = environment.find("DCADMIN_PROFILE")) {
        profile_ = *named;
        asked_by = "DCADMIN_PROFILE";
    } else {
        profile_ = config_.find("", "profile").value_or(system_.find("", "profile").value_or(""));
        asked_by = to_say("the configuration");
    }
    if (profile_.empty() || config_.profiles().contains(profile_) ||
        system_.profiles().contains(profile_)) {
        return;
    }
    throw Error(Kind::not_found,
                say("no profile '{}' (from {})", text::escaped(profile_), asked_by),
                "see: dcadmin profile list", "profile");
}

// What the environment and the configuration say, in the words that stand there.
std::optional<Setting> Settings::kept(std::string_view key) const {
    const auto setting = [key](std::string value, std::string source) {
        return Setting{std::string(key), std::move(value), std::move(source)};
    };
    for (const auto& [name, variable] : keys) {
        if (name != key) continue;
        if (const auto value = environment_.find(variable)) {
            return setting(*value, std::string(variable));
        }
    }
    for (const auto* file : {&config_, &system_}) {
        if (profile_.empty()) break;
        if (const auto value = file->find(profile_, key))
            return setting(*value, "profile " + profile_);
    }
    for (const auto* file : {&config_, &system_}) {
        if (const auto value = file->find("", key)) return setting(*value, "configuration");
    }
    return std::nullopt;
}

std::optional<Setting> Settings::found(std::string_view key) const {
    const auto setting = [key](std::string value, std::string source) {
        return Setting{std::string(key), std::move(value), std::move(source)};
    };
    for (const auto& option : global_options()) {
        if (option.name == key && option.present(&globals_)) {
            const auto shown = key == "org" ? globals_.org->digits() : option.shown(&globals_);
            return setting(shown, fmt::format("--{}", key));
        }
    }
    if (auto there = kept(key)) {
        if (key == "as") there->value = shown_person(there->value);
        return there;
    }
    if (key == "store") {
        return setting(
            "sqlite:" + home_path(environment_, "XDG_DATA_HOME", ".local/share", "dcadmin.db"),
            "default");
    }
    if (key == "output") return setting("table", "default");
    if (key == "color") return setting("auto", "default");
    if (key == "language") return setting("nl", "default");
    return std::nullopt;
}

std::vector<Setting> Settings::all() const {
    std::vector<Setting> settings;
    for (const auto& [key, variable] : keys) {
        if (auto setting = found(key)) settings.push_back(std::move(*setting));
    }
    if (!profile_.empty()) {
        const bool option = globals_.profile.has_value();
        const bool variable = environment_.find("DCADMIN_PROFILE").has_value();
        settings.push_back({"profile", profile_,
                            option     ? "--profile"
                            : variable ? "DCADMIN_PROFILE"
                                       : "configuration"});
    }
    return settings;
}

std::optional<EnterpriseNumber> Settings::org() const {
    const auto setting = found("org");
    if (!setting) return std::nullopt;
    return parsed<EnterpriseNumber>(*setting);
}

std::optional<PersonRef> Settings::as(Date today) const {
    if (globals_.as) return globals_.as;
    const auto setting = kept("as");
    if (!setting) return std::nullopt;
    return parsed<PersonRef>(*setting, today);
}

output::Format Settings::output() const {
    return parsed<output::Format>(*found("output"));
}

Color Settings::color() const {
    const auto setting = *found("color");
    if (setting.source == "default" && environment_.find("NO_COLOR")) return Color::never;
    return parsed<Color>(setting);
}

Language Settings::language() const {
    return parsed<Language>(*found("language"));
}

std::optional<PersonRegisterAddress> Settings::person_register() const {
    const auto url = found(register_url);
    if (!url) return std::nullopt;
    PersonRegisterAddress address{.url = url->value};
    if (const auto file = found(register_token)) {
        address.token = secret_from_file(file->value, "token");
    }
    if (const auto file = found(register_authority)) address.ca_file = file->value;
    if (const auto term = found(register_keep)) address.keep_seconds = seconds_to_keep(*term);
    return address;
}

std::optional<std::string> Settings::token_file() const {
    if (const auto setting = found("token_file")) return setting->value;
    const auto folder = environment_.find("CREDENTIALS_DIRECTORY");
    if (!folder) return std::nullopt;
    std::string file = *folder + "/dcadmin-token";
    if (access(file.c_str(), F_OK) != 0) return std::nullopt;
    return file;
}

std::string Settings::seal_file() const {
    if (const auto setting = found("key.seal_file")) return setting->value;
    return home_path(environment_, "XDG_CONFIG_HOME", ".config", "seal.key");
}

std::string Settings::store() const {
    const auto setting = *found("store");
    refuse_password(setting.value);
    return setting.value;
}

// A password belongs to the address that it stands beside: one that was kept for another server is
// not sent to the server that an option names.
std::optional<std::string> Settings::beside_store(std::string_view key) const {
    for (const auto& [name, variable] : keys) {
        if (name != key) continue;
        if (auto value = environment_.find(variable)) return value;
    }
    const auto source = found("store")->source;
    const bool of_profile = source.starts_with("profile ");
    if (!of_profile && source != "configuration") return std::nullopt;
    for (const auto* file : {&config_, &system_}) {
        if (auto value = file->find(of_profile ? profile_ : std::string(), key)) return value;
    }
    return std::nullopt;
}

StoreAddress Settings::address() const {
    StoreAddress address{store()};
    if (!Store::on_server(address.url)) return address;
    const auto file = beside_store(password_file);
    const auto command = beside_store(password_command);
    if (file && command) {
        throw Error(Kind::usage, say("both {} and {} are set", password_file, password_command),
                    "keep one: dcadmin config set KEY removes the other");
    }
    if (file) address.password = secret_from_file(*file, say("password"));
    if (command) address.password = password_from_command(*command);
    return address;
}

StoreAddress Settings::address(const std::string& url) const {
    refuse_password(url);
    return url == store() ? address() : StoreAddress{url};
}

}  // namespace dcadmin::cli
