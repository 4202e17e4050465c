// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "relation/commands.h"
#include "views/task_view.h"

#include <dcadmin/tasks.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<PersonRef> person;
    cli::Required<EnterpriseNumber> org;
    std::optional<Audience> audience;
    cli::Required<Category> category;
    cli::Required<EmailAddress> email;
    cli::Required<PhoneNumber> phone;
    std::optional<Date> from;
    std::optional<Date> until;
    cli::Required<std::string> reason;
};

RelationRequest request(const Options& options) {
    return {.person = options.person,
            .org = *options.org,
            .audience = options.audience,
            .category = *options.category,
            .email = *options.email,
            .phone = *options.phone,
            .from = options.from,
            .until = options.until,
            .reason = *options.reason};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::task_view(), Tasks(context.env()).request_relation(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command relation_request() {
    return cli::command<Options>({
        .summary = "ask an organisation for a working relation (werkrelatie aanvragen)",
        .details = "The request becomes a task of every administrator there; those with an e-mail "
                   "address are told. Without one the request is refused.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("person", &Options::person, "who asks; who acts unless said",
                                {"rijksregisternummer", "insz", "persoon"}),
                    cli::option("org", &Options::org, "with which organisation",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("audience", &Options::audience, "target group; EA unless said",
                                {"doelgroep"}),
                    cli::option("category", &Options::category, "which kind of relation",
                                {"categorie"}),
                    cli::option("email", &Options::email, "e-mail address there", {"e-mailadres"}),
                    cli::option("phone", &Options::phone, "telephone number there",
                                {"telefoonnummer", "telefoon"}),
                    cli::option("from", &Options::from,
                                "first day; when it is accepted unless said", {"begindatum"}),
                    cli::option("until", &Options::until,
                                "last day; as long as the category allows unless said",
                                {"einddatum"}),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin --as p-2 relation request --org 0566.988.259 --category vaste "
                      "--email lucas@example.be --phone +3212345678 --reason 'works there'",
                      "for oneself"},
                     {"dcadmin relation request --file requests.csv", "many"}},
        .fields = views::task_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Tasks(env).request_relation_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
