// SPDX-License-Identifier: Apache-2.0
// A gateway that takes short messages by POST, in the form that its settings say.
#pragma once

#include <dcadmin/sms_key.h>

#include <string>

namespace dcadmin::sign_in {

/// usage, as SmsKey says.
void require_gateway(const SmsGateway& gateway);
/// The body for one message, its values written as the form asks.
[[nodiscard]] std::string message_body(const SmsGateway& gateway, const std::string& to,
                                       const std::string& text);
/// Throws busy when it may go better later, failed otherwise; never with number, text or headers.
void send_message(const SmsGateway& gateway, const std::string& to, const std::string& text);

}  // namespace dcadmin::sign_in
