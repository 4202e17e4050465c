// SPDX-License-Identifier: Apache-2.0
// Codes by SMS: after user name and password a code is sent, and asked.
#pragma once

#include "cli/context.h"

#include <dcadmin/sms_key.h>

#include <string>

namespace dcadmin::commands {

[[nodiscard]] Proof prove_by_sms(cli::Context& context, const Env& env, const UserPassword& given,
                                 const SealKey& seal, const SmsKey::AskCode& ask);

struct SmsActivation {
    PersonRef person;
    PhoneNumber phone;
    std::string reason;
};
[[nodiscard]] Written<Key> activate_sms(cli::Context& context, const SmsActivation& request,
                                        const SealKey& seal, const SmsKey::AskCode& ask);

}  // namespace dcadmin::commands
