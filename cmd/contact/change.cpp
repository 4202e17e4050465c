// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "contact/commands.h"
#include "views/contact_view.h"

#include <dcadmin/secure_zone/contacts.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<PersonRef> person;
    std::optional<std::string> purpose;
    std::optional<Date> consent;
    std::optional<std::string> reason;
};

NewContact request(const Options& options) {
    NewContact asked{.org = *options.org,
                     .person = *options.person,
                     .purpose = ContactPurpose::general,
                     .consent_on = options.consent,
                     .reason = options.reason.value_or("")};
    if (options.purpose) asked.purpose = parse_contact_purpose(*options.purpose);
    return asked;
}

std::vector<cli::OptionOf<Options>> naming() {
    return {
        cli::option("org", &Options::org, "which company", {"organisatie", "ondernemingsnummer"}),
        cli::option("person", &Options::person, "who", {"rijksregisternummer", "insz"})
            .completes(cli::Complete::colleague),
        cli::option("purpose", &Options::purpose, "for what; general unless said", {"doel"})
            .choices({"general", "services", "refunds", "pickups", "privacy"}),
        cli::option("reason", &Options::reason, "why, for the log", {"reden"})};
}

std::vector<cli::OptionOf<Options>> with_consent() {
    return cli::with<Options>(
        naming(), {cli::option("consent", &Options::consent,
                               "the day on which he agreed; today unless said", {"toestemming"})});
}

cli::Exit run_add(cli::Context& context, const Options& options) {
    context.written(views::contact_view(), Contacts(context.env()).add(request(options)));
    return cli::Exit::ok;
}
cli::Exit run_update(cli::Context& context, const Options& options) {
    context.written(views::contact_view(), Contacts(context.env()).update(request(options)));
    return cli::Exit::ok;
}
cli::Exit run_remove(cli::Context& context, const Options& options) {
    context.written(views::contact_view(), Contacts(context.env()).remove(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command contact_add() {
    return cli::command<Options>({
        .summary = "make a person a contact of a company (contactpersoon toevoegen)",
        .details =
            "Somebody who works there, for one purpose; several persons and several purposes "
            "may be. The day on which he agreed is kept.",
        .needs = cli::Needs::write,
        .options = with_consent(),
        .examples = {{"dcadmin contact add --org 0566988259 --person p-12 --purpose pickups "
                      "--consent 2026-11-02",
                      "whom the driver calls"}},
        .fields = views::contact_view().texts(),
        .run = run_add,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Contacts(env).add_rows(rows, how, sink); }),
    });
}

cli::Command contact_update() {
    return cli::command<Options>({
        .summary = "say when a contact person agreed anew (contactpersoon bijwerken)",
        .details = "How to reach him is changed where it is kept: person update, relation update.",
        .needs = cli::Needs::write,
        .options = with_consent(),
        .examples = {{"dcadmin contact update --org 0566988259 --person p-12 --purpose pickups",
                      "he agreed again, today"}},
        .fields = views::contact_view().texts(),
        .run = run_update,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Contacts(env).update_rows(rows, how, sink); }),
    });
}

cli::Command contact_remove() {
    return cli::command<Options>({
        .summary = "let a person be no contact any more (contactpersoon verwijderen)",
        .needs = cli::Needs::write,
        .options = naming(),
        .examples = {{"dcadmin contact remove --org 0566988259 --person p-12 --purpose pickups",
                      "somebody else does that now"}},
        .fields = views::contact_view().texts(),
        .run = run_remove,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Contacts(env).remove_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
