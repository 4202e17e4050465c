// SPDX-License-Identifier: Apache-2.0
// The options every command has, and what they come to together with the environment and the
// configuration: option before environment before profile before default.
#pragma once

#include "cli/config_file.h"
#include "cli/option.h"
#include "cli/streams.h"
#include "output/renderer.h"

#include <dcadmin/card_key.h>
#include <dcadmin/openid_key.h>
#include <dcadmin/outbox.h>
#include <dcadmin/registers.h>
#include <dcadmin/sms_key.h>
#include <dcadmin/store.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin::cli {

enum class Color { automatic, always, never };
/// The languages that texts are there in.
enum class Spoken { en, nl, fr };

struct Globals {
    std::optional<FilePath> store;
    std::optional<std::string> profile;
    std::optional<EnterpriseNumber> org;
    std::optional<output::Format> output;
    std::vector<std::string> fields;
    std::optional<Date> at;
    std::optional<PersonRef> as;
    std::optional<Color> color;
    std::optional<std::uint64_t> watch;  // seconds
    bool no_pager = false;
    std::optional<Spoken> lang;
    bool reveal = false;
    bool spreadsheet = false;
    bool no_input = false;
    bool yes = false;
    bool quiet = false;
    bool verbose = false;
    bool help = false;
};

/// The rows of Globals, for parser, help, manual and completion.
[[nodiscard]] const std::vector<Option>& global_options();

struct Setting {
    std::string key;
    std::string value;
    std::string source;  // "--store", "DCADMIN_STORE", "profile work", "configuration", "default"
};

class Settings {
   public:
    Settings(const Globals& globals, const Environment& environment);

    /// The store's address. Refused with usage when it holds a password.
    [[nodiscard]] std::string store() const;
    /// The same with its password, if a file or a command is named for one and it is on a server.
    [[nodiscard]] StoreAddress address() const;
    /// Of another store that an option names: the password of the one in use is not sent there.
    [[nodiscard]] StoreAddress address(const std::string& url) const;
    [[nodiscard]] std::optional<EnterpriseNumber> org() const;
    /// For whom is acted; a national number of somebody born after `today` is refused.
    [[nodiscard]] std::optional<PersonRef> as(Date today) const;
    [[nodiscard]] output::Format output() const;
    [[nodiscard]] Color color() const;
    /// In which the administrator reads names.
    [[nodiscard]] Language language() const;
    /// The register of persons that is asked over the network, with its token, if one is named.
    [[nodiscard]] std::optional<PersonRegisterAddress> person_register() const;
    /// Where the token of a service account, or of a session, is: as set, else what systemd hands
    /// over as the credential dcadmin-token.
    [[nodiscard]] std::optional<std::string> token_file() const;
    /// What secrets of the store are sealed with.
    [[nodiscard]] std::string seal_file() const;
    /// The value of a setting; empty when there is none.
    [[nodiscard]] std::string text(std::string_view key) const;
    /// Parties outside that digital keys need, with their secrets.
    [[nodiscard]] CardReader card_reader() const;
    [[nodiscard]] OpenidProvider openid_provider() const;
    [[nodiscard]] SmsGateway sms_gateway() const;
    /// The relay that mails are given to. Refused with usage when none is set.
    [[nodiscard]] MailRelay mail_relay() const;
    /// Every setting that has a value, and where it comes from.
    [[nodiscard]] std::vector<Setting> all() const;
    [[nodiscard]] std::optional<Setting> found(std::string_view key) const;
    [[nodiscard]] const ConfigFile& config() const { return config_; }
    /// The profile in use; empty when there is none.
    [[nodiscard]] const std::string& profile() const { return profile_; }

   private:
    [[nodiscard]] std::optional<std::string> beside_store(std::string_view key) const;
    [[nodiscard]] std::optional<Setting> kept(std::string_view key) const;

    const Globals& globals_;
    const Environment& environment_;
    ConfigFile config_;
    ConfigFile system_;
    std::string profile_;
};

/// The keys of the configuration.
[[nodiscard]] Words setting_keys();
/// The key, when it is one. Throws usage otherwise, naming the nearest.
[[nodiscard]] std::string known_setting(std::string_view key);
/// Refuses a value that the setting cannot have; returns it as it is to be kept: a file by its
/// name from the root.
[[nodiscard]] std::string checked_setting(std::string_view key, std::string_view value);
/// The same for the settings of the mail relay; others pass.
void check_mail_setting(std::string_view key, const std::string& value);
/// Refuses a store address that contains a password: such addresses end up in histories and logs.
void refuse_password(std::string_view url);
/// A file of dcadmin's own below what an XDG variable names, else below the user's home.
[[nodiscard]] std::string home_path(const Environment& environment, std::string_view variable,
                                    std::string_view below_home, std::string_view file);
/// $XDG_CONFIG_HOME/dcadmin/config.toml.
[[nodiscard]] std::string config_path(const Environment& environment);

template <>
struct ArgType<output::Format> {
    static constexpr std::string_view name = "FORMAT";
    static constexpr Complete completion = Complete::choice;
    static Words choices() { return {"table", "json", "jsonl", "csv"}; }
    static output::Format parse(std::string_view text, const ParseContext& context);
    static std::string shown(output::Format value);
};

template <>
struct ArgType<Spoken> {
    static constexpr std::string_view name = "LANGUAGE";
    static constexpr Complete completion = Complete::choice;
    static Words choices() { return {"en", "nl", "fr"}; }
    static Spoken parse(std::string_view text, const ParseContext& context);
    static std::string shown(Spoken value);
};

template <>
struct ArgType<Color> {
    static constexpr std::string_view name = "WHEN";
    static constexpr Complete completion = Complete::choice;
    static Words choices() { return {"auto", "always", "never"}; }
    static Color parse(std::string_view text, const ParseContext& context);
    static std::string shown(Color value);
};

}  // namespace dcadmin::cli
