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
    std::optional<std::string> name;
    std::optional<Region> region;
    std::optional<Language> language;
    std::optional<Channel> channel;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<PersonRef> person;
    std::optional<std::string> reason;
};

CustomerChange request(const Options& options) {
    return {.org = *options.org,
            .number = *options.number,
            .name = options.name,
            .region = options.region,
            .language = options.language,
            .channel = options.channel,
            .email = options.email,
            .phone = options.phone,
            .person = options.person,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::customer_view(), Customers(context.env()).update(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command customer_update() {
    return cli::command<Options>({
        .summary = "change a customer's data (gebruiker bijwerken)",
        .details = "What is not said stays as it is. Vouchers keep the term of the region in which "
                   "they were ordered, and services that of the channel at their registration.",
        .needs = cli::Needs::write,
        .options = {cli::option("number", &Options::number, "his number", {"gebruikersnummer"})
                        .positional(),
                    cli::option("org", &Options::org, "of which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("name", &Options::name, "his name", {"naam"}),
                    cli::option("region", &Options::region, "where he lives", {"gewest"}),
                    cli::option("language", &Options::language, "in which he is written to",
                                {"taal"}),
                    cli::option("channel", &Options::channel, "by which he answers", {"kanaal"}),
                    cli::option("email", &Options::email, "e-mail address", {"e-mail"}),
                    cli::option("phone", &Options::phone, "telephone number", {"telefoon"}),
                    cli::option("person", &Options::person, "who signs in as him",
                                {"rijksregisternummer", "insz", "persoon"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin customer update 123456789002 --org 0566988259 --channel other",
                      "he answers by letter from now on"}},
        .fields = views::customer_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Customers(env).update_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
