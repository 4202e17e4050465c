// SPDX-License-Identifier: Apache-2.0
#include "sign_in/by_openid.h"

#include <dcadmin/base/say.h>

namespace dcadmin::commands {
namespace {

// Shown even with --quiet: without it nobody can sign in.
OpenidKey::Tell tell_on(cli::Context& context) {
    return [&context](const std::string& text) {
        context.warn(say("sign in at the provider; open in a browser of this machine: {}", text));
    };
}

}  // namespace

Proof prove_by_openid(cli::Context& context, const Env& env) {
    return OpenidKey(env, context.settings().openid_provider()).prove(tell_on(context));
}

Written<Key> activate_openid(cli::Context& context, const PersonRef& person,
                             const std::string& reason) {
    OpenidKey key(context.env(), context.settings().openid_provider());
    return key.activate(person, tell_on(context), reason);
}

}  // namespace dcadmin::commands
