// SPDX-License-Identifier: Apache-2.0
#define TOML_HEADER_ONLY 1
// A mistake in the file is an error to tell, not a reason to abort.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include "cli/config_file.h"

#include "cli/new_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>
#include <toml++/toml.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace dcadmin::cli {
namespace {

/// The settings of one table; those of a table within it are called after both:
/// register.person.url. They are texts, everything else is a mistake.
void add_settings(const toml::table& table, const std::string& prefix, const std::string& path,
                  ConfigFile::Table& settings) {
    for (const auto& [key, node] : table) {
        const std::string name = prefix + std::string(key.str());
        if (const auto* within = node.as_table()) {
            if (name != "profiles") add_settings(*within, name + ".", path, settings);
            continue;
        }
        const auto* text = node.as_string();
        if (text == nullptr) {
            throw Error(Kind::usage, say("{}:{}: {} must be a text in quotes", path,
                                         node.source().begin.line, name));
        }
        settings.emplace(name, text->get());
    }
}

ConfigFile::Table settings_in(const toml::table& table, const std::string& path) {
    ConfigFile::Table settings;
    add_settings(table, "", path, settings);
    return settings;
}

std::optional<std::string> find_in(const ConfigFile::Table& table, std::string_view key) {
    const auto at = table.find(key);
    if (at == table.end()) return std::nullopt;
    return at->second;
}

toml::table toml_of(const ConfigFile::Table& settings) {
    toml::table root;
    for (const auto& [key, value] : settings) {
        toml::table* table = &root;
        std::size_t begin = 0;
        for (auto dot = key.find('.'); dot != std::string::npos; dot = key.find('.', begin)) {
            const auto name = key.substr(begin, dot - begin);
            table = table->insert(name, toml::table{}).first->second.as_table();
            if (table == nullptr) throw Error(Kind::usage, say("'{}' is no table", name));
            begin = dot + 1;
        }
        table->insert_or_assign(key.substr(begin), value);
    }
    return root;
}

}  // namespace

ConfigFile ConfigFile::read(const std::string& path) {
    ConfigFile config;
    std::ifstream file(path);
    if (!file) {
        if (!std::filesystem::exists(path)) return config;
        throw Error(Kind::usage, say("the configuration '{}' cannot be read", path));
    }
    try {
        const toml::table root = toml::parse(file, path);
        config.settings_ = settings_in(root, path);
        if (const auto* profiles = root["profiles"].as_table()) {
            for (const auto& [name, node] : *profiles) {
                if (const auto* table = node.as_table()) {
                    config.profiles_[std::string(name.str())] = settings_in(*table, path);
                }
            }
        }
    } catch (const toml::parse_error& error) {
        throw Error(Kind::usage,
                    fmt::format("{}:{}: {}", path, error.source().begin.line, error.description()));
    }
    return config;
}

std::optional<std::string> ConfigFile::find(std::string_view profile, std::string_view key) const {
    if (profile.empty()) return find_in(settings_, key);
    const auto at = profiles_.find(profile);
    return at == profiles_.end() ? std::nullopt : find_in(at->second, key);
}

void ConfigFile::set(const std::string& profile, const std::string& key, const std::string& value) {
    (profile.empty() ? settings_ : profiles_[profile])[key] = value;
}

bool ConfigFile::unset(std::string_view profile, std::string_view key) {
    auto* table = &settings_;
    if (!profile.empty()) {
        const auto at = profiles_.find(profile);
        if (at == profiles_.end()) return false;
        table = &at->second;
    }
    const auto at = table->find(key);
    if (at == table->end()) return false;
    table->erase(at);
    return true;
}

bool ConfigFile::remove_profile(std::string_view profile) {
    const auto at = profiles_.find(profile);
    if (at == profiles_.end()) return false;
    profiles_.erase(at);
    return true;
}

void ConfigFile::write(const std::string& path) const {
    toml::table root = toml_of(settings_);
    toml::table profiles;
    for (const auto& [name, table] : profiles_) profiles.insert_or_assign(name, toml_of(table));
    if (!profiles.empty()) root.insert_or_assign("profiles", std::move(profiles));
    std::ostringstream text;
    text << root << '\n';
    make_own_folder(std::filesystem::path(path).parent_path().string());
    NewFile file(path, NewFile::Replace::yes);
    file.write(text.str());
    file.finish();
}

}  // namespace dcadmin::cli
