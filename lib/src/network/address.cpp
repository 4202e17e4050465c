// SPDX-License-Identifier: Apache-2.0
#include "network/address.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dcadmin::network {

namespace {

bool is_whole(const std::string& url) {
    return url.find_first_of("?#@ \t\r\n\\") == std::string::npos;
}

}  // namespace

bool is_here(const std::string& url) {
    constexpr std::string_view plain = "http://";
    constexpr std::array<std::string_view, 3> here{"127.0.0.1", "localhost", "[::1]"};
    if (!is_whole(url) || !url.starts_with(plain)) return false;
    std::string_view host = std::string_view(url).substr(plain.size());
    host = host.substr(0, host.find('/'));
    return std::ranges::any_of(here, [host](std::string_view own) {
        return host == own || (host.starts_with(own) && host.substr(own.size()).starts_with(':'));
    });
}

bool is_safe_url(const std::string& url) {
    constexpr std::string_view secure = "https://";
    if (!url.starts_with(secure)) return is_here(url);
    return is_whole(url) && url.size() > secure.size() && url[secure.size()] != '/';
}

// "smtp://" and "smtps://" are as safe or not as "http://" and "https://" to the same host.
bool is_plain_mail_url(const std::string& url) {
    return url.starts_with("smtp://") && is_here("http" + url.substr(4));
}

bool is_mail_url(const std::string& url) {
    const auto end = url.find("://");
    if (!url.starts_with("smtp://") && !url.starts_with("smtps://")) return false;
    return is_safe_url("https" + url.substr(end));
}

}  // namespace dcadmin::network
