// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "cli/context.h"
#include "views/application_view.h"

#include <dcadmin/applications.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> code;
    cli::Required<std::string> name;
    cli::Required<RightCode> right;
    std::optional<int> min_level;
    std::optional<std::string> client_id;
    std::optional<std::string> claim;
    bool national_number = false;
};

NewApplication request(const Options& options) {
    return {.code = *options.code,
            .name = *options.name,
            .right = *options.right,
            .min_level = options.min_level,
            .client_id = options.client_id.value_or(""),
            .claim = options.claim.value_or(""),
            .national_number = options.national_number};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::application_view(), Applications(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command app_add() {
    return cli::command<Options>({
        .summary = "add an application (toepassing toevoegen)",
        .details = "An application is opened by a right, with a digital key of at least a level. "
                   "What tells it who comes is a signed assertion: dcadmin auth assert.",
        .needs = cli::Needs::write,
        .options = {cli::option("code", &Options::code, "what commands name it by", {})
                        .value("CODE")
                        .completes(cli::Complete::nothing),
                    cli::option("name", &Options::name, "its name", {"naam"}),
                    cli::option("right", &Options::right, "the right that opens it", {"recht"}),
                    cli::option("min-level", &Options::min_level,
                                "the level of digital key it asks for; that of the right unless "
                                "said",
                                {"minimumniveau"}),
                    cli::option("client-id", &Options::client_id,
                                "to whom its assertions are addressed; its code unless said",
                                {"client"}),
                    cli::option("claim", &Options::claim,
                                "the claim that carries the rights; dwse_dienstencheques_rol_3d "
                                "unless said",
                                {}),
                    cli::option("national-number", &Options::national_number,
                                "its assertions hold the person's national number",
                                {"rijksregisternummer"})},
        .examples = {{"dcadmin app add --code zone --name 'Beveiligde zone' --right "
                      "dienstencheques-erkende-onderneming --client-id zone-web",
                      "an application with its right"},
                     {"dcadmin app add --file apps.csv", "many"}},
        .fields = views::application_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Applications(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
