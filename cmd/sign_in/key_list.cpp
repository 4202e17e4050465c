// SPDX-License-Identifier: Apache-2.0
// Keys of persons, the kinds that there are, and the end of one.
#include "cli/context.h"
#include "sign_in/commands.h"
#include "sign_in/proofs.h"
#include "views/sign_in_view.h"

#include <dcadmin/sign_in.h>

#include <fmt/format.h>

namespace dcadmin::commands {
namespace {

struct ListOptions {
    std::optional<PersonRef> person;
    std::optional<std::string> kind;
    std::optional<std::string> state;
    cli::Paging page;
};

cli::Exit run_list(cli::Context& context, const ListOptions& options) {
    const KeyFilter filter{.person = options.person,
                           .kind = options.kind.value_or(""),
                           .state = options.state.value_or(""),
                           .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::key_view());
    const auto total = Keys(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

struct Nothing {};

cli::Exit run_kinds(cli::Context& context, const Nothing&) {
    const auto kinds = Keys(context.env_of_nobody()).kinds(context.at());
    auto list = context.out().list(views::key_kind_view());
    for (const KeyKind& kind : kinds) list(kind);
    list.end();
    return cli::Exit::ok;
}

struct RetireOptions {
    cli::Required<KeyId> key;
    std::optional<std::string> reason;
};

cli::Exit run_retire(cli::Context& context, const RetireOptions& options) {
    context.written(views::key_view(),
                    Keys(context.env()).retire(*options.key, options.reason.value_or("")));
    return cli::Exit::ok;
}

struct CheckOptions {
    cli::Required<std::string> kind;
    KeyOptions from;
};

cli::Exit run_check(cli::Context& context, const CheckOptions& options) {
    const Env& env = context.env_of_nobody();
    const Proof proof = prove(context, env, *options.kind, options.from);
    context.out().item(views::key_view(), Keys(env).get(proof));
    return cli::Exit::ok;
}

}  // namespace

cli::Command key_list() {
    return cli::command<ListOptions>({
        .summary = "list digital keys of persons (digitale sleutels)",
        .needs = cli::Needs::read,
        .options = cli::with<ListOptions>(
            {cli::option("person", &ListOptions::person, "only of this person"),
             cli::option("kind", &ListOptions::kind, "only of this kind", {"soort"}),
             cli::option("state", &ListOptions::state, "only those")
                 .choices({"active", "closed", "ended", "retired"})},
            cli::options_of(&ListOptions::page, cli::paging_options({"id", "name"}))),
        .examples = {{"dcadmin key list --person p-12", "with which keys he can sign in"}},
        .fields = views::key_view().texts(),
        .run = run_list,
    });
}

cli::Command key_kinds() {
    return cli::command<Nothing>({
        .summary = "list the kinds of digital keys and since when, until when they work (soorten)",
        .details = "As they hold today, or on the day of --at.",
        .needs = cli::Needs::read,
        .examples = {{"dcadmin key kinds", "levels and dates"},
                     {"dcadmin --at 2021-01-01 key kinds", "as it was then"}},
        .fields = views::key_kind_view().texts(),
        .run = run_kinds,
    });
}

cli::Command key_retire() {
    return cli::command<RetireOptions>({
        .summary = "end a digital key, and the sessions that it opened (sleutel intrekken)",
        .needs = cli::Needs::write,
        .severity = cli::Severity::grave,
        .typed = "key",
        .options = {cli::option("key", &RetireOptions::key, "which").positional(),
                    cli::option("reason", &RetireOptions::reason, "why", {"reden"})},
        .examples = {{"dcadmin key retire k-7 --reason 'telephone lost'", "at once"}},
        .fields = views::key_view().texts(),
        .run = run_retire,
    });
}

cli::Command key_check() {
    return cli::command<CheckOptions>({
        .summary = "see whether a digital key works (sleutel nagaan)",
        .details = "Verifies the key as signing in does, and shows it; no session begins. A wrong "
                   "one counts as a miss.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .options = cli::with<CheckOptions>(
            {cli::option("kind", &CheckOptions::kind, "which kind", {"soort"})
                 .positional()
                 .value("KIND")
                 .choices(key_kinds_to_prove())},
            cli::options_of(&CheckOptions::from, key_options())),
        .examples = {{"dcadmin key check app --user lucas.maes", "password and code are asked"}},
        .fields = views::key_view().texts(),
        .run = run_check,
    });
}

}  // namespace dcadmin::commands
