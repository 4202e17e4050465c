// SPDX-License-Identifier: Apache-2.0
#include "sign_in/by_card.h"

#include <dcadmin/card_key.h>

#include <cstring>
#include <string>

namespace dcadmin::commands {

Proof prove_by_card(cli::Context& context, const Env& env, const KeyOptions& options) {
    return CardKey(env, context.settings().card_reader())
        .prove([&](const std::string& about, std::string& pin) {
            std::string typed = context.secret(about, "pin-file", options.pin_file);
            pin += typed;
            explicit_bzero(typed.data(), typed.size());
        });
}

}  // namespace dcadmin::commands
