// SPDX-License-Identifier: Apache-2.0
#include "sign_in/by_sms.h"

namespace dcadmin::commands {

Proof prove_by_sms(cli::Context& context, const Env& env, const UserPassword& given,
                   const SealKey& seal, const SmsKey::AskCode& ask) {
    return SmsKey(env, context.settings().sms_gateway(), seal).prove(given, ask);
}

Written<Key> activate_sms(cli::Context& context, const SmsActivation& request, const SealKey& seal,
                          const SmsKey::AskCode& ask) {
    SmsKey key(context.env(), context.settings().sms_gateway(), seal);
    return key.activate(request.person, request.phone, ask, request.reason);
}

}  // namespace dcadmin::commands
