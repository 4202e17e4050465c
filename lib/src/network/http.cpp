// SPDX-License-Identifier: Apache-2.0
#include "network/http.h"

#include "base/module_file.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dcadmin::network {

namespace {

const NetworkModule& module() {
    static const auto& loaded =
        base::load_module<NetworkModule>("network", network_entry, "the module for the network");
    return loaded;
}

}  // namespace

std::unique_ptr<HttpClient> open_http() {
    return module().open_http();
}

std::unique_ptr<MailClient> open_mail(const MailServer& server) {
    MailServer checked = server;
    checked.plain = is_plain_mail_url(server.url) && server.ca_file.empty();
    return module().open_mail(checked);
}

// "smtp://" and "smtps://" are as safe or not as "http://" and "https://" to the same host.
bool is_plain_mail_url(const std::string& url) {
    return url.starts_with("smtp://") && is_safe_url("http" + url.substr(4));
}

bool is_mail_url(const std::string& url) {
    const auto end = url.find("://");
    if (!url.starts_with("smtp://") && !url.starts_with("smtps://")) return false;
    return is_safe_url("https" + url.substr(end));
}

bool is_safe_url(const std::string& url) {
    constexpr std::string_view secure = "https://";
    constexpr std::string_view plain = "http://";
    constexpr std::array<std::string_view, 3> here{"127.0.0.1", "localhost", "[::1]"};
    if (url.find_first_of("?#@ \t\r\n\\") != std::string::npos) return false;
    if (url.starts_with(secure)) {
        return url.size() > secure.size() && url[secure.size()] != '/';
    }
    if (!url.starts_with(plain)) return false;
    std::string_view host = std::string_view(url).substr(plain.size());
    host = host.substr(0, host.find('/'));
    return std::ranges::any_of(here, [host](std::string_view own) {
        return host == own || (host.starts_with(own) && host.substr(own.size()).starts_with(':'));
    });
}

}  // namespace dcadmin::network
