// SPDX-License-Identifier: Apache-2.0
// Mails by SMTP, through the same module as HTTPS. One client keeps its connection for many mails.
// TLS is asked for always, by STARTTLS or from the first byte, and its certificate is verified; a
// relay on this very machine alone is spoken to without.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace dcadmin::network {

struct MailServer {
    std::string url;  // smtp://HOST:PORT, smtps://HOST:PORT
    std::string user = {};
    std::string password = {};
    std::string ca_file = {};  // empty: the system's authorities
    int connect_ms = 10'000;
    int total_ms = 60'000;
    bool plain = false;  // without TLS; open_mail() decides it
};

/// Headers are whole lines in ASCII, folded where they are long; both texts are UTF-8.
struct Mail {
    std::string sender;     // of the envelope
    std::string recipient;  // of the envelope
    std::vector<std::string> headers = {};
    std::string text = {};
    std::string html = {};
};

enum class MailEnd {
    taken,        // the relay answers for it now
    put_off,      // refused for now, this mail alone
    refused,      // refused for good, this mail alone
    turned_away,  // the relay refuses us: TLS, sign-in, sender
    lost,         // no answer, or not to the end: it may have been taken
    unreachable   // no connection, or the relay is closing: no mail can be given to it now
};

struct MailAnswer {
    MailEnd end = MailEnd::unreachable;
    std::string said;  // by the relay, or about it; never anything of signing in
};

class MailClient {
   public:
    virtual ~MailClient() = default;
    [[nodiscard]] virtual MailAnswer send(const Mail& mail) = 0;
    /// Goes as far as signing in, and gives nothing: taken when a mail could be given now.
    [[nodiscard]] virtual MailAnswer greet() = 0;
};

/// Without TLS only for an smtp address on this machine for which no authority is named. Loads the
/// module when nobody did yet. Throws failed when it is not installed.
[[nodiscard]] std::unique_ptr<MailClient> open_mail(const MailServer& server);

}  // namespace dcadmin::network
