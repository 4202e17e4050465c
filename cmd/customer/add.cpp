// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "customer/commands.h"
#include "views/customer_view.h"

#include <dcadmin/secure_zone/customers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<CustomerNumber> number;
    cli::Required<std::string> name;
    cli::Required<Region> region;
    std::optional<Language> language;
    std::optional<Channel> channel;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<PersonRef> person;
    std::optional<std::string> reason;
};

NewCustomer request(const Options& options) {
    return {.org = *options.org,
            .number = *options.number,
            .name = *options.name,
            .region = *options.region,
            .language = options.language,
            .channel = options.channel,
            .email = options.email,
            .phone = options.phone,
            .person = options.person,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::customer_view(), Customers(context.env()).add(request(options)));
    return cli::Exit::ok;
}

std::vector<cli::OptionOf<Options>> options() {
    return {
        cli::option("org", &Options::org, "which company", {"organisatie", "ondernemingsnummer"}),
        cli::option("number", &Options::number, "the twelve digits by which the issuer knows him",
                    {"gebruikersnummer"})
            .completes(cli::Complete::nothing),
        cli::option("name", &Options::name, "his name", {"naam"}),
        cli::option("region", &Options::region, "where he lives", {"gewest"}),
        cli::option("language", &Options::language,
                    "in which he is written to; fr in Wallonia and nl elsewhere unless said",
                    {"taal"}),
        cli::option("channel", &Options::channel,
                    "by which he answers: online in the portfolio (unless said), or other",
                    {"kanaal"}),
        cli::option("email", &Options::email, "e-mail address", {"e-mail"}),
        cli::option("phone", &Options::phone, "telephone number", {"telefoon"}),
        cli::option("person", &Options::person, "who signs in as him",
                    {"rijksregisternummer", "insz", "persoon"}),
        cli::option("reason", &Options::reason, "why, for the log", {"reden"})};
}

auto rows() {
    return cli::rows_of(request,
                        [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                            return Customers(env).add_rows(rows, how, sink);
                        });
}

}  // namespace

cli::Command customer_add() {
    return cli::command<Options>({
        .summary = "add a customer of a company (gebruiker toevoegen)",
        .details = "The issuer's number names him; two companies may each have him as their "
                   "customer. His region decides what holds for him. The person who signs in as "
                   "him answers for his services and orders his vouchers.",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin customer add --org 0566988259 --number 123456789002 --name 'Familie "
                      "Claes' --region flanders --email claes@example.be",
                      "one"},
                     {"dcadmin customer add --file customers.csv", "many at once, from a file"}},
        .fields = views::customer_view().texts(),
        .run = run,
        .rows = rows(),
    });
}

cli::Command customer_import() {
    return cli::command<Options>({
        .summary = "take a company's customers over from another system (gebruikers inlezen)",
        .details = "The same as customer add, by the name that files are asked for: a row is a "
                   "customer, and rows that are there already stay as they are.",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin customer import customers.csv --skip-invalid",
                      "all that can be taken; the rest is in customers.outcome.csv"}},
        .fields = views::customer_view().texts(),
        .run = run,
        .rows = rows(),
    });
}

}  // namespace dcadmin::commands
