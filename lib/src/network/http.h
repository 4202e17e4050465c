// SPDX-License-Identifier: Apache-2.0
// Requests over HTTPS. What sends them is a module of its own, loaded on first use, for libcurl
// brings some thirty libraries along. Certificates are verified always, redirections are not
// followed, and an answer is never longer than its request allows.
#pragma once

#include "network/mail.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace dcadmin::network {

struct HttpRequest {
    std::string url;
    bool get = false;                       // asked by GET, without a body
    std::string body = {};                  // sent by POST
    std::vector<std::string> headers = {};  // "Content-Type: application/json"
    std::string ca_file = {};               // empty: the system's authorities
    int connect_ms = 5'000;
    int total_ms = 15'000;
    std::size_t longest_answer = std::size_t{64} * 1024;
};

struct HttpAnswer {
    int status = 0;
    std::string body = {};
    int retry_after = 0;  // seconds that the server asks to wait; 0 when it does not say
};

class HttpClient {
   public:
    virtual ~HttpClient() = default;
    /// Any status is an answer. Throws busy when there is none (no connection, time-out), failed
    /// when there can be none (certificate, an answer that is too long).
    [[nodiscard]] virtual HttpAnswer post(const HttpRequest& request) = 0;
};

/// What the library and the module say to each other. Both sides are built from the same sources;
/// the version tells when they are not.
struct NetworkModule {
    const char* version;
    std::unique_ptr<HttpClient> (*open_http)();
    std::unique_ptr<MailClient> (*open_mail)(const MailServer&);
};
constexpr const char* network_entry = "dcadmin_network_module";

/// Loads the module when nobody did yet. Throws failed when it is not installed.
[[nodiscard]] std::unique_ptr<HttpClient> open_http();

/// Whether a status says that the same request may go better later.
[[nodiscard]] constexpr bool is_passing(int status) {
    return status == 429 || status >= 500;
}

}  // namespace dcadmin::network
