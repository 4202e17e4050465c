// SPDX-License-Identifier: Apache-2.0
// Files that hold what others must not read, what digital keys need, and the mail relay.
#include "cli/file_state.h"
#include "cli/session_file.h"
#include "cli/settings.h"
#include "doctor/findings.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>
#include <dcadmin/health.h>
#include <dcadmin/store.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::commands {
namespace {

struct Kept {
    std::string what;
    std::string path;
    bool secret = true;  // for its owner alone
    bool wanted = true;  // it is named by a setting, and so must be there
};

constexpr unsigned others_may = 077;
constexpr unsigned others_write = 022;

void check_file(const Kept& file, Findings& findings, int& good) {
    const auto state = cli::file_state(file.path);
    if (!state) {
        if (file.wanted) {
            findings.problem("files", say("{} '{}' is not there", file.what, file.path),
                             say("make it, or name another: dcadmin config list"));
        }
        return;
    }
    const unsigned refused = file.secret ? others_may : others_write;
    if ((state->mode & refused) != 0) {
        findings.problem("files",
                         file.secret ? say("{} '{}' has mode {:04o}: others may read it", file.what,
                                           file.path, state->mode)
                                     : say("{} '{}' has mode {:04o}: others may change it",
                                           file.what, file.path, state->mode),
                         fmt::format("chmod {} '{}'", file.secret ? "600" : "go-w", file.path));
    } else if (file.secret && !state->own) {
        findings.problem("files", say("{} '{}' belongs to another user", file.what, file.path),
                         fmt::format("chown $USER '{}'", file.path));
    } else if (state->folder_is_open) {
        findings.problem("files", say("others may replace {} '{}'", file.what, file.path),
                         fmt::format("chmod o-w \"$(dirname '{}')\"", file.path));
    } else {
        ++good;
    }
}

std::vector<Kept> kept_files(cli::Context& context) {
    const auto& settings = context.settings();
    std::vector<Kept> files;
    constexpr std::string_view scheme = "sqlite:";
    const auto url = settings.store();
    if (url.starts_with(scheme))
        files.push_back({say("the store"), url.substr(scheme.size()), true, false});
    const auto configuration = say("the configuration");
    files.push_back({configuration, cli::config_path(context.environment()), false, false});
    files.push_back({configuration, context.environment().system_config, false, false});
    files.push_back(
        {say("the session"), cli::SessionFile(context.environment(), url).path(), true, false});
    const bool named = settings.found("key.seal_file").has_value();
    files.push_back({say("the seal key"), settings.seal_file(), true, named});
    for (const std::string_view key :
         {"store_password_file", "token_file", "register.person.token_file", "assert.key_file",
          "key.itsme.client_secret_file", "key.itsme.client_key_file", "sms.headers_file",
          "mail.password_file"}) {
        if (const auto file = settings.text(key); !file.empty()) {
            files.push_back({std::string(key), file});
        }
    }
    return files;
}

void check_authorities(const std::string& file, Timestamp now, Findings& findings) {
    constexpr std::int64_t soon = std::int64_t{60} * 86'400;
    const auto all = health::authorities_in(file);
    const auto first = *std::min_element(
        all.begin(), all.end(), [](const auto& a, const auto& b) { return a.until < b.until; });
    const auto told = say("{} certificates in '{}'; '{}' ends {}", all.size(), file, first.name,
                          first.until.formatted());
    if (first.until.seconds() > now.seconds() + soon) {
        findings.ok("key eid", told);
    } else if (first.until > now) {
        findings.warning("key eid", told, say("get the newer certificates of the authorities"));
    } else {
        findings.problem("key eid", told, say("get the newer certificates of the authorities"));
    }
}

void check_card(cli::Context& context, Findings& findings) {
    if (context.settings().text("key.eid.module").empty() &&
        context.settings().text("key.eid.roots_file").empty()) {
        findings.skipped("key eid", say("not set up"), say("see: dcadmin help key activate"));
        return;
    }
    const auto reader = context.settings().card_reader();
    if (!cli::file_state(reader.module)) {
        findings.problem("key eid", say("'{}' is not there", reader.module),
                         say("install the software of the card reader, or name another file: "
                             "dcadmin config set key.eid.module FILE"));
    }
    check_authorities(reader.roots_file, context.clock().now(), findings);
}

// What belongs together must all be there; nothing of it is no fault.
void check_group(cli::Context& context, Findings& findings, std::string_view name,
                 const std::vector<std::string_view>& keys) {
    std::string missing;
    std::size_t there = 0;
    for (const auto key : keys) {
        if (!context.settings().text(key).empty()) {
            ++there;
        } else if (missing.empty()) {
            missing = key;
        }
    }
    if (there == 0) {
        findings.skipped(name, say("not set up"));
    } else if (!missing.empty()) {
        findings.problem(name, say("{} is not set", missing),
                         fmt::format("dcadmin config set {} VALUE", missing));
    } else {
        findings.ok(name, context.settings().text(keys.front()));
    }
}

}  // namespace

void check_files(cli::Context& context, Findings& findings) {
    int good = 0;
    const auto before = findings.all().size();
    for (const auto& file : kept_files(context)) check_file(file, findings, good);
    if (findings.all().size() > before) return;
    findings.ok("files", say("{} looked at: nobody else may change them, or read secrets", good));
}

void check_keys(cli::Context& context, Findings& findings) {
    findings.check("key eid", [&] { check_card(context, findings); });
    check_group(context, findings, "key itsme", {"key.itsme.issuer", "key.itsme.client_id"});
    check_group(context, findings, "key sms", {"sms.url"});
    check_group(context, findings, "assertions", {"assert.issuer", "assert.key_file"});
}

void check_relay_settings(cli::Context& context, Findings& findings, bool connect) {
    if (context.settings().text("mail.url").empty()) {
        findings.skipped("relay", say("none is set: notices are not sent from here"),
                         "dcadmin config set mail.url smtp://mail.example.be:587");
        return;
    }
    const auto relay = context.settings().mail_relay();
    if (!connect) {
        findings.ok("relay", say("{}, not tried (--connect)", relay.url));
        return;
    }
    const auto answer = health::relay_problem(relay);
    if (answer.empty()) {
        findings.ok("relay", say("{} answers", relay.url));
    } else {
        findings.problem("relay", fmt::format("{}: {}", relay.url, answer),
                         say("see what is set: dcadmin config list"));
    }
}

}  // namespace dcadmin::commands
