// SPDX-License-Identifier: Apache-2.0
#include "chief/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/designation.h>
#include <dcadmin/persons.h>

#include <fmt/format.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    bool self = false;
    std::optional<PersonRef> person;
    cli::Required<EmailAddress> email;
    cli::Required<PhoneNumber> phone;
    std::optional<Date> from;
    std::optional<std::string> reason;
    std::optional<EnterpriseNumber> confirm;
};

NewChief request(const Options& options) {
    return {.org = *options.org,
            .self = options.self,
            .person = options.person,
            .email = *options.email,
            .phone = *options.phone,
            .from = options.from,
            .confirm = options.confirm,
            .reason = options.reason.value_or("")};
}

// The page that is confirmed, after the deck's; the Act is the one in force today.
std::string page(cli::Context& context, const Options& options) {
    const auto asked = request(options);
    const auto& env = context.env();
    const auto who = asked.self ? env.actor.claimed : asked.person;
    std::string name = "nobody";
    if (who) {
        const Person person = Persons(env).get(*who);
        name = fmt::format("{} {} ({})", person.first_name, person.last_name, person.id.text());
    }
    return say(
        "the enterprise (onderneming)\n"
        "  number     {}\n"
        "  name       {}\n"
        "its chief access administrator (hoofdtoegangsbeheerder)\n"
        "  name       {}\n"
        "  e-mail     {}\n"
        "  telephone  {}\n"
        "By confirming I declare that these data are correct and complete; that I know the law on\n"
        "the protection of personal data (Act of 30 July 2018, which came in the place of the Act\n"
        "of 8 December 1992) and keep to it; and that I shall report every change of the chief or\n"
        "of the service provider at once.",
        asked.org.formatted(), Organisations(env).get(asked.org).name, name, asked.email.text(),
        asked.phone.text());
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::administrator_view(),
                    Designation(context.env()).designate(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command chief_designate() {
    return cli::command<Options>({
        .summary = "designate the chief access administrator (hoofdtoegangsbeheerder aanstellen)",
        .details =
            "The standard procedure: only a legal representative whose function is valid today "
            "does it, named with --as, for himself or for an employee or other legal "
            "representative. The former chief leaves his office with it; managers and co-chiefs "
            "stay, and are put on the list for review. The first designation activates the "
            "enterprise. It is confirmed by typing the enterprise number once more, for which "
            "--yes is not enough: it declares that the data are correct and complete, that the "
            "law on the protection of personal data is known and kept, and that every change of "
            "the chief or of the service provider will be reported at once.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::grave,
        .page = page,
        .notifies = true,
        .options = {cli::option("org", &Options::org, "of which organisation",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("self", &Options::self, "the acting person himself", {"zelf"}),
                    cli::option("person", &Options::person, "who, when it is another",
                                {"rijksregisternummer", "insz", "persoon"}),
                    cli::option("email", &Options::email,
                                "e-mail address, rather a general one (directie@…)",
                                {"e-mailadres"}),
                    cli::option("phone", &Options::phone, "telephone number",
                                {"telefoonnummer", "telefoon"}),
                    cli::option("from", &Options::from, "first day; today unless said",
                                {"begindatum"}),
                    cli::option("reason", &Options::reason, "why", {"reden"}),
                    cli::option("confirm", &Options::confirm, "the enterprise number once more",
                                {"bevestiging"})
                        .completes(cli::Complete::nothing)},
        .examples = {{"dcadmin --as p-12 chief designate --org 0566.988.259 --self --email "
                      "directie@example.be --phone +3212345678 --confirm 0566.988.259",
                      "a legal representative becomes chief himself"},
                     {"dcadmin --as p-12 chief designate --org 0566.988.259 --person p-30 --email "
                      "directie@example.be --phone +3212345678",
                      "another person; the number is asked for"}},
        .fields = views::administrator_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Designation(env).designate_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
