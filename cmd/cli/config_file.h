// SPDX-License-Identifier: Apache-2.0
// The user's configuration: a small TOML file with settings of its own and any number of profiles,
// each a named set of settings. Read only when it is there; written beside and renamed, so that
// nobody ever reads half of it.
//
//     profile = "work"
//     output = "json"
//     [profiles.work]
//     store = "sqlite:/srv/dcadmin/work.db"
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::cli {

class ConfigFile {
   public:
    using Table = std::map<std::string, std::string, std::less<>>;

    /// Empty when there is no such file. Throws usage naming the line when it cannot be read as
    /// one.
    static ConfigFile read(const std::string& path);

    /// The setting of the profile, or with an empty profile the one for all.
    [[nodiscard]] std::optional<std::string> find(std::string_view profile,
                                                  std::string_view key) const;
    [[nodiscard]] const std::map<std::string, Table, std::less<>>& profiles() const {
        return profiles_;
    }
    [[nodiscard]] const Table& settings() const { return settings_; }
    void set(const std::string& profile, const std::string& key, const std::string& value);
    /// False when it was not there.
    bool unset(std::string_view profile, std::string_view key);
    void add_profile(const std::string& profile) { profiles_[profile]; }
    bool remove_profile(std::string_view profile);
    /// Makes the folder when it is missing; mode 0600.
    void write(const std::string& path) const;

   private:
    Table settings_;
    std::map<std::string, Table, std::less<>> profiles_;
};

}  // namespace dcadmin::cli
