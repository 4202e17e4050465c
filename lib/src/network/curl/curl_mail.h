// SPDX-License-Identifier: Apache-2.0
// SMTP by libcurl, which also writes the MIME parts.
#pragma once

#include "network/mail.h"

#include <memory>

namespace dcadmin::network {

[[nodiscard]] std::unique_ptr<MailClient> open_curl_mail(const MailServer& server);

}  // namespace dcadmin::network
