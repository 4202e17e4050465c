// SPDX-License-Identifier: Apache-2.0
// What is decided about one service with a comment: by the company, by the customer, or by either.
#include "cli/context.h"
#include "service/commands.h"
#include "views/service_view.h"

#include <dcadmin/secure_zone/service_decisions.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<ServiceId> id;
    std::optional<std::string> work_id;
    std::optional<EnterpriseNumber> org;
    std::optional<std::string> comment;
    std::optional<std::string> reason;
};

ServiceDecision request(const Options& options) {
    return {.service = {.id = options.id, .work_id = options.work_id, .org = options.org},
            .comment = options.comment.value_or(""),
            .reason = options.reason.value_or("")};
}

std::vector<cli::OptionOf<Options>> options(cli::Complete which, std::string_view comment) {
    return {cli::option("id", &Options::id, "which service").positional().completes(which),
            cli::option("work-id", &Options::work_id, "by the issuer's number, with --org",
                        {"prestatienummer"}),
            cli::option("org", &Options::org, "of which company",
                        {"organisatie", "ondernemingsnummer"}),
            cli::option("comment", &Options::comment, comment, {"commentaar"}),
            cli::option("reason", &Options::reason, "why, for the log", {"reden"})};
}

using One = Written<Service> (ServiceDecisions::*)(const ServiceDecision&);
using Rows = bulk::Summary (ServiceDecisions::*)(const bulk::Source<ServiceDecision>&,
                                                 const bulk::Options&, const bulk::Sink&);

template <One Decide>
cli::Exit run(cli::Context& context, const Options& options) {
    ServiceDecisions decisions(context.env());
    context.written(views::service_view(), (decisions.*Decide)(request(options)));
    return cli::Exit::ok;
}

template <Rows Decide>
cli::RunRows rows() {
    return cli::rows_of(request,
                        [](const Env& env, const auto& all, const auto& how, const auto& sink) {
                            ServiceDecisions decisions(env);
                            return (decisions.*Decide)(all, how, sink);
                        });
}

}  // namespace

cli::Command service_cancel() {
    return cli::command<Options>({
        .summary = "cancel a service as its company (prestatie annuleren)",
        .details = "Until it is confirmed, and only with a comment, which the customer reads.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = options(cli::Complete::service_to_cancel, "why, to the customer; always wanted"),
        .examples = {{"dcadmin service cancel d-12 --comment 'entered twice'", "a mistake"}},
        .fields = views::service_view().texts(),
        .run = run<&ServiceDecisions::cancel>,
        .rows = rows<&ServiceDecisions::cancel_rows>(),
    });
}

cli::Command service_comment() {
    return cli::command<Options>({
        .summary = "write to the other party about a service (commentaar toevoegen)",
        .details = "Comments stay as they are written. Who is signed in for himself writes as the "
                   "customer, everybody else as the company.",
        .needs = cli::Needs::write,
        .options = options(cli::Complete::service, "what to write"),
        .examples = {{"dcadmin service comment d-12 --comment 'the key was not there'",
                      "a remark"}},
        .fields = views::service_view().texts(),
        .run = run<&ServiceDecisions::comment>,
        .rows = rows<&ServiceDecisions::comment_rows>(),
    });
}

cli::Command service_confirm() {
    return cli::command<Options>({
        .summary = "confirm a service as its customer (prestatie bevestigen)",
        .details = "By nobody but the customer. His oldest vouchers are allocated to it at once.",
        .needs = cli::Needs::write,
        .options = options(cli::Complete::service_to_confirm, "to the company"),
        .examples = {{"dcadmin service confirm d-12", "it was so"}},
        .fields = views::service_view().texts(),
        .run = run<&ServiceDecisions::confirm>,
        .rows = rows<&ServiceDecisions::confirm_rows>(),
    });
}

cli::Command service_dispute() {
    return cli::command<Options>({
        .summary = "dispute a service as its customer (prestatie betwisten)",
        .details = "Within his term, and only with a comment. The company then changes it, cancels "
                   "it, or validates it again with a comment; nothing goes on by silence.",
        .needs = cli::Needs::write,
        .options = options(cli::Complete::service_to_dispute, "what was different; always wanted"),
        .examples = {{"dcadmin service dispute d-12 --comment 'two hours, not three'",
                      "it was not so"}},
        .fields = views::service_view().texts(),
        .run = run<&ServiceDecisions::dispute>,
        .rows = rows<&ServiceDecisions::dispute_rows>(),
    });
}

}  // namespace dcadmin::commands
