// SPDX-License-Identifier: Apache-2.0
// What the settings say of the relay that mails are given to.
#include "cli/settings.h"
#include "cli/store_password.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>
#include <dcadmin/outbox.h>

namespace dcadmin::cli {

MailRelay Settings::mail_relay() const {
    const auto value = [this](std::string_view key) {
        const auto setting = found(key);
        return setting ? setting->value : std::string();
    };
    MailRelay relay{.url = value("mail.url"),
                    .from = value("mail.from"),
                    .reply_to = value("mail.reply_to"),
                    .user = value("mail.user"),
                    .ca_file = value("mail.ca_file")};
    for (const auto* const key : {"mail.url", "mail.from"}) {
        if (!value(key).empty()) continue;
        throw Error(Kind::usage, say("no mail relay is set: {} is missing", key),
                    "set it: dcadmin config set mail.url smtp://mail.example.be:587, and mail.from "
                    "to the sender's address",
                    key);
    }
    if (const auto file = value("mail.password_file"); !file.empty()) {
        relay.password = secret_from_file(file, say("password"));
    }
    if (relay.user.empty() != relay.password.empty()) {
        throw Error(Kind::usage,
                    "signing in to the mail relay takes both mail.user and mail.password_file",
                    "see what is set: dcadmin config list", "mail.user");
    }
    check_relay(relay);
    return relay;
}

void check_mail_setting(std::string_view key, const std::string& value) {
    if (key == "mail.url") check_relay({.url = value, .from = {}});
    if (key == "mail.from" || key == "mail.reply_to") check_sender(value, std::string(key));
}

}  // namespace dcadmin::cli
