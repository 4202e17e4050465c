// SPDX-License-Identifier: Apache-2.0
#include "sign_in/proofs.h"

#include "sign_in/by_card.h"
#include "sign_in/by_openid.h"
#include "sign_in/by_sms.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin::commands {
namespace {

Proof by_password(cli::Context& context, const Env& env, const KeyOptions& options) {
    return Keys(env).prove_password(user_password(context, options));
}

Proof by_app(cli::Context& context, const Env& env, const KeyOptions& options) {
    return Keys(env).prove_app(user_password(context, options), context.seal_key(false), [&] {
        return context.secret(say("code of the application"), "code-file", options.code_file);
    });
}

Proof by_token(cli::Context& context, const Env& env, const KeyOptions& options) {
    return Keys(env).prove_token(
        user_password(context, options), context.seal_key(false), [&](std::int64_t position) {
            return context.secret(say("code number {} of the token", position), "code-file",
                                  options.code_file);
        });
}

Proof by_itsme(cli::Context& context, const Env& env, const KeyOptions&) {
    return prove_by_openid(context, env);
}

Proof by_sms(cli::Context& context, const Env& env, const KeyOptions& options) {
    return prove_by_sms(
        context, env, user_password(context, options), context.seal_key(false),
        [&] { return context.secret(say("code of the message"), "code-file", options.code_file); });
}

struct Way {
    std::string_view kind;
    Proof (*prove)(cli::Context&, const Env&, const KeyOptions&);
};

constexpr auto ways = std::to_array<Way>({
    {"eid", prove_by_card},
    {"itsme", by_itsme},
    {"app", by_app},
    {"sms", by_sms},
    {"token", by_token},
    {"password", by_password},
});

}  // namespace

std::vector<cli::OptionOf<KeyOptions>> key_options() {
    return {cli::option("user", &KeyOptions::user, "user name", {"gebruikersnaam"})
                .value("NAME")
                .line_only(),
            cli::option("password-file", &KeyOptions::password_file,
                        "the password is the first line of this file; - is standard input")
                .line_only(),
            cli::option("code-file", &KeyOptions::code_file,
                        "the code is the first line of this file; - is standard input")
                .line_only(),
            cli::option("pin-file", &KeyOptions::pin_file,
                        "the PIN of the card is the first line of this file; - is standard input")
                .line_only()};
}

cli::Words key_kinds_to_prove() {
    cli::Words words;
    for (const Way& way : ways) words.push_back(way.kind);
    return words;
}

UserPassword user_password(cli::Context& context, const KeyOptions& options) {
    UserPassword given;
    if (options.user) {
        given.user = *options.user;
    } else if (auto typed = context.typed("user name: ")) {
        given.user = *typed;
    }
    if (given.user.empty()) {
        throw Error(Kind::usage, "this key begins with a user name", "give --user NAME", "user");
    }
    given.password = context.secret(say("password"), "password-file", options.password_file);
    return given;
}

Proof prove(cli::Context& context, const Env& env, std::string_view kind,
            const KeyOptions& options) {
    const auto* const way = std::ranges::find(ways, kind, &Way::kind);
    if (way == ways.end()) {
        throw Error(Kind::usage, say("nobody signs in with {}", text::quoted(kind)),
                    say("it is one of: {}", fmt::join(key_kinds_to_prove(), ", ")), "key");
    }
    Proof proof = way->prove(context, env, options);
    if (const auto left = proof.days_left()) {
        context.warn(say("this key ends in {} days; activate another: dcadmin key kinds", *left));
    }
    return proof;
}

}  // namespace dcadmin::commands
