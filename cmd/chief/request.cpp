// SPDX-License-Identifier: Apache-2.0
#include "chief/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<PersonRef> person;
    cli::Required<EmailAddress> email;
    cli::Required<PhoneNumber> phone;
    cli::Required<std::string> reason;
    cli::Required<std::vector<std::string>> document;
};

NewChiefRequest request(const Options& options) {
    return {.org = *options.org,
            .person = *options.person,
            .email = *options.email,
            .phone = *options.phone,
            .reason = *options.reason,
            .documents = *options.document};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::chief_request_view(),
                    Designation(context.env()).request(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command chief_request() {
    return cli::command<Options>({
        .summary = "ask for a chief without eID (uitzonderingsprocedure)",
        .details = "For who has no eID nor electronic card for foreigners. It waits until an "
                   "operator approves or refuses it; the same rules hold for the person as in the "
                   "standard procedure.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("org", &Options::org, "of which organisation",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("person", &Options::person, "who is to be chief",
                                {"rijksregisternummer", "insz", "persoon"}),
                    cli::option("email", &Options::email,
                                "e-mail address, rather a general one (directie@…)",
                                {"e-mailadres"}),
                    cli::option("phone", &Options::phone, "telephone number",
                                {"telefoonnummer", "telefoon"}),
                    cli::option("reason", &Options::reason,
                                "why the standard procedure cannot be used", {"reden"}),
                    cli::option("document", &Options::document,
                                "reference of a document that proves it; may be repeated",
                                {"bewijsstuk"})
                        .value("REF")},
        .examples = {{"dcadmin chief request --org 0566.988.259 --person p-12 --email "
                      "directie@example.be --phone +3212345678 --reason 'no eID yet' --document "
                      "letter-2026-118",
                      "one document"}},
        .fields = views::chief_request_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Designation(env).request_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
