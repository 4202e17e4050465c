// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "sign_in/commands.h"
#include "sign_in/proofs.h"
#include "views/sign_in_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>
#include <dcadmin/sign_in.h>

#include <fmt/format.h>

#include <charconv>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<std::string> key;
    std::optional<std::string> for_whom;
    bool step_up = false;
    KeyOptions from;
};

// The n-th of what was shown, counted from 1; 0 is oneself.
std::optional<EnterpriseNumber> picked(const std::vector<Choice>& choices, std::string_view typed) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    const bool whole = error == std::errc{} && end == typed.data() + typed.size();
    if (!whole || number > choices.size()) {
        throw Error(Kind::usage, say("{} is none of the numbers", text::quoted(typed)), "", "for");
    }
    if (number == 0) return std::nullopt;
    return choices[number - 1].org;
}

std::optional<EnterpriseNumber> asked(cli::Context& context, const std::vector<Choice>& choices) {
    std::string page = say("for whom do you act?\n   0  for yourself\n");
    for (std::size_t i = 0; i < choices.size(); ++i) {
        page += fmt::format("{:>4}  {}  {} ({})\n", i + 1, choices[i].org.formatted(),
                            text::escaped(choices[i].org_name), text::escaped(choices[i].holds));
    }
    const auto typed = context.typed(say("{}number: ", page));
    if (typed) return picked(choices, *typed);
    std::string numbers;
    for (const Choice& one : choices) numbers += " " + one.org.formatted();
    throw Error(Kind::usage, say("you may act for more than one organisation:{}", numbers),
                "say which: --for N, or --for self", "for");
}

std::optional<EnterpriseNumber> chosen(cli::Context& context, const Env& env, PersonId person,
                                       const std::optional<std::string>& said) {
    if (said) {
        if (text::ascii_lower(text::trimmed(*said)) == "self") return std::nullopt;
        return EnterpriseNumber::parse(*said);
    }
    const auto choices = Sessions(env).choices(person);
    if (choices.empty()) return std::nullopt;
    if (choices.size() == 1) return choices.front().org;
    return asked(context, choices);
}

cli::Exit run(cli::Context& context, const Options& options) {
    const std::string kind = options.key.value_or("eid");
    if (options.step_up) {
        const Env& env = context.env();
        const Proof proof = prove(context, env, kind, options.from);
        context.out().item(views::session_view(), Sessions(env).confirm(proof));
        return cli::Exit::ok;
    }
    const Env& env = context.env_of_nobody();
    const Proof proof = prove(context, env, kind, options.from);
    const auto org = chosen(context, env, proof.person(), options.for_whom);
    const StartedSession started = Sessions(env).start(proof, org);
    context.keep_session(started.token);
    context.out().item(views::session_view(), started.session);
    return cli::Exit::ok;
}

}  // namespace

cli::Command auth_login() {
    return cli::command<Options>({
        .summary = "sign in with a digital key (aanmelden)",
        .details =
            "Finds out who you are, asks the user management for which organisations you hold "
            "rights, an office or a mandate, lets you choose one, and keeps a session for this "
            "store. Where there is one organisation, it is taken. The session ends after some "
            "time without use, and after some hours in any case (policies session_idle and "
            "session_absolute). --step-up proves anew who you are in the session that is open, "
            "for commands that want a key used within the last five minutes. Passwords and codes "
            "are asked unseen, or read from files, never given as options.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .options = cli::with<Options>(
            {cli::option("key", &Options::key, "which kind of key; eid unless said", {"sleutel"})
                 .choices(key_kinds_to_prove()),
             cli::option("for", &Options::for_whom,
                         "act for this organisation, or for yourself: self", {"voor"})
                 .value("NUMBER|self"),
             cli::option("step-up", &Options::step_up,
                         "prove anew who you are, in the session that is open")},
            cli::options_of(&Options::from, key_options())),
        .examples = {{"dcadmin auth login --key app --user lucas.maes --for 0566.988.259",
                      "password and code are asked"},
                     {"dcadmin auth login --key app --user lucas.maes --step-up",
                      "before a command that wants a fresh key"}},
        .fields = views::session_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
