// SPDX-License-Identifier: Apache-2.0
// What is done with the session that is open: status, switch, logout, token.
#include "cli/context.h"
#include "sign_in/commands.h"
#include "views/sign_in_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>
#include <dcadmin/sign_in.h>

namespace dcadmin::commands {
namespace {

struct Nothing {};

cli::Exit run_status(cli::Context& context, const Nothing&) {
    context.out().item(views::session_view(), Sessions(context.env()).current());
    return cli::Exit::ok;
}

struct SwitchOptions {
    cli::Required<std::string> to;
};

cli::Exit run_switch(cli::Context& context, const SwitchOptions& options) {
    std::optional<EnterpriseNumber> org;
    if (text::ascii_lower(text::trimmed(*options.to)) != "self") {
        org = EnterpriseNumber::parse(*options.to);
    }
    const auto started = Sessions(context.env()).switch_to(org);
    context.keep_session(started.token);
    context.out().item(views::session_view(), started.session);
    return cli::Exit::ok;
}

struct LogoutOptions {
    bool all = false;
};

// A session that has ended already is forgotten all the same.
cli::Exit run_logout(cli::Context& context, const LogoutOptions& options) {
    const std::string token = context.token();
    if (token.empty()) {
        context.note("unchanged: nobody is signed in");
        return cli::Exit::ok;
    }
    try {
        const auto ended = Sessions(context.env()).end(options.all);
        context.note(ended == 1 ? "the session has ended" : say("{} sessions have ended", ended));
    } catch (const Error& error) {
        if (error.kind() != Kind::sign_in) throw;
        context.note("the session had ended already");
    }
    context.forget_session();
    return cli::Exit::ok;
}

cli::Exit run_token(cli::Context& context, const Nothing&) {
    static_cast<void>(Sessions(context.env()).current());
    context.out().text(context.token() + "\n");
    return cli::Exit::ok;
}

}  // namespace

cli::Command auth_status() {
    return cli::command<Nothing>({
        .summary = "show who is signed in, with which key and for whom (aanmelding)",
        .details = "Ends with 4 when nobody is.",
        .needs = cli::Needs::read,
        .runs = cli::Runs::here,
        .examples = {{"dcadmin auth status", "who am I here"}},
        .fields = views::session_view().texts(),
        .run = run_status,
    });
}

cli::Command auth_switch() {
    return cli::command<SwitchOptions>({
        .summary = "act for another organisation (wisselen van organisatie)",
        .details = "Begins another session with the same key, and ends this one.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .options = {cli::option("to", &SwitchOptions::to, "the organisation, or self", {"naar"})
                        .positional()
                        .value("NUMBER|self")
                        .completes(cli::Complete::own_org)},
        .examples = {{"dcadmin auth switch 0566.988.259", "for another daughter of the group"}},
        .fields = views::session_view().texts(),
        .run = run_switch,
    });
}

cli::Command auth_logout() {
    return cli::command<LogoutOptions>({
        .summary = "end the session (afmelden)",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .options = {cli::option("all", &LogoutOptions::all,
                                "every session of yours, also on other machines")},
        .examples = {{"dcadmin auth logout --all", "after a machine was lost"}},
        .run = run_logout,
    });
}

cli::Command auth_token() {
    return cli::command<Nothing>({
        .summary = "print the token of the session, a secret (sessiesleutel)",
        .details = "For a script of your own that acts elsewhere with this session: keep it in a "
                   "file of mode 0600 and name that with the setting token_file. Whoever has it "
                   "acts as you until the session ends.",
        .needs = cli::Needs::read,
        .runs = cli::Runs::here,
        .examples = {{"dcadmin auth token", "into a file, behind > and after umask 077"}},
        .run = run_token,
    });
}

}  // namespace dcadmin::commands
