// SPDX-License-Identifier: Apache-2.0
// Which addresses may carry what is secret: those with TLS, and those that do not leave this
// machine. The library asks before it keeps an address, the module before it sends.
#pragma once

#include <string>

namespace dcadmin::network {

/// Whether the address is https, or http on this very machine; nothing else may carry secrets. A
/// user, a password or a query in it is never right.
[[nodiscard]] bool is_safe_url(const std::string& url);
/// Whether the address is http on this very machine.
[[nodiscard]] bool is_here(const std::string& url);
/// Whether the address is of a mail server, without user, password or query.
[[nodiscard]] bool is_mail_url(const std::string& url);
/// Whether it is on this very machine, and without TLS from the first byte.
[[nodiscard]] bool is_plain_mail_url(const std::string& url);

}  // namespace dcadmin::network
