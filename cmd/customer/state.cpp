// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "customer/commands.h"
#include "views/customer_view.h"

#include <dcadmin/secure_zone/customers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<CustomerNumber> number;
    cli::Required<EnterpriseNumber> org;
    std::optional<std::string> reason;
};

struct Erasing {
    cli::Required<CustomerNumber> number;
    cli::Required<EnterpriseNumber> org;
    cli::Required<std::string> reason;
    std::optional<CustomerNumber> confirm;
};

CustomerRef request(const Options& options) {
    return {.org = *options.org, .number = *options.number, .reason = options.reason.value_or("")};
}

CustomerRef erasure(const Erasing& options) {
    if (options.confirm != *options.number) {
        throw Error(Kind::usage,
                    options.confirm
                        ? "the customer who is to be erased was typed differently the second time"
                        : "erasing is not confirmed, and --yes is not enough for it",
                    "type the same after --confirm", "confirm");
    }
    return {.org = *options.org, .number = *options.number, .reason = *options.reason};
}

std::vector<cli::OptionOf<Options>> options() {
    return {
        cli::option("number", &Options::number, "his number", {"gebruikersnummer"}).positional(),
        cli::option("org", &Options::org, "of which company",
                    {"organisatie", "ondernemingsnummer"}),
        cli::option("reason", &Options::reason, "why, for the log", {"reden"})};
}

cli::Exit run_activate(cli::Context& context, const Options& options) {
    context.written(views::customer_view(), Customers(context.env()).activate(request(options)));
    return cli::Exit::ok;
}

cli::Exit run_deactivate(cli::Context& context, const Options& options) {
    context.written(views::customer_view(), Customers(context.env()).deactivate(request(options)));
    return cli::Exit::ok;
}

cli::Exit run_erase(cli::Context& context, const Erasing& options) {
    context.written(views::customer_view(), Customers(context.env()).erase(erasure(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command customer_activate() {
    return cli::command<Options>({
        .summary = "let a customer be served again (gebruiker activeren)",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin customer activate 123456789002 --org 0566988259", "he is back"}},
        .fields = views::customer_view().texts(),
        .run = run_activate,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Customers(env).activate_rows(rows, how, sink);
                         }),
    });
}

cli::Command customer_deactivate() {
    return cli::command<Options>({
        .summary = "let no service be registered for a customer any more (gebruiker deactiveren)",
        .details = "His data stay, and so do his services and vouchers.",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin customer deactivate 123456789002 --org 0566988259 --reason moved",
                      "he left"}},
        .fields = views::customer_view().texts(),
        .run = run_deactivate,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Customers(env).deactivate_rows(rows, how, sink);
                         }),
    });
}

cli::Command customer_erase() {
    return cli::command<Erasing>({
        .summary = "destroy a customer's data, for good (persoonsgegevens van gebruiker wissen)",
        .details =
            "Name, e-mail and telephone go, who signs in as him, and the key that the log's hashes "
            "of them were made with; his number, his services and his vouchers stay, and the log "
            "still verifies. Refused while services of his are open. Free texts such as reasons "
            "and comments, and backups, are not reached. There is no way back: he is named twice.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::grave,
        .options = {cli::option("number", &Erasing::number, "his number", {"gebruikersnummer"})
                        .positional(),
                    cli::option("org", &Erasing::org, "of which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("reason", &Erasing::reason, "why", {"reden"}),
                    cli::option("confirm", &Erasing::confirm, "the same number once more",
                                {"bevestiging"})},
        .examples = {{"dcadmin customer erase 123456789002 --org 0566988259 --confirm 123456789002 "
                      "--reason 'he asked for it'",
                      "what the law no longer lets the company keep"}},
        .fields = views::customer_view().texts(),
        .run = run_erase,
        .rows = cli::rows_of(
            erasure, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Customers(env).erase_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
