// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "views/worker_view.h"
#include "worker/commands.h"

#include <dcadmin/secure_zone/workers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<AffiliationNumber> login;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<std::string> reason;
};

WorkerChange request(const Options& options) {
    return {.login = *options.login,
            .site = options.site,
            .region = options.region,
            .email = options.email,
            .phone = options.phone,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::worker_view(), Workers(context.env()).update(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command worker_update() {
    return cli::command<Options>({
        .summary = "change a worker's data (werknemer bijwerken)",
        .details = "What is not said stays as it is. His name is changed with person update.",
        .needs = cli::Needs::write,
        .options =
            {cli::option("login", &Options::login, "his login", {"toegangsnummer"}).positional(),
             cli::option("site", &Options::site, "the site that he belongs to", {"vestiging"}),
             cli::option("region", &Options::region, "where he works", {"gewest"}),
             cli::option("email", &Options::email, "e-mail address", {"e-mail"}),
             cli::option("phone", &Options::phone, "telephone number", {"telefoon"}),
             cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin worker update 980000000182 --phone '+32 470 12 34 56'",
                      "he has a new telephone"}},
        .fields = views::worker_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Workers(env).update_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
